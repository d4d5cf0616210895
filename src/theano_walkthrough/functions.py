"""Steps 6 to 9: functions that remember, and functions with several outputs."""

import theano
import theano.tensor as T


def accumulator():
    """Compile a function that squares a stored number, then adds to it.

    Returns
    -------
    f : theano function
        Takes x, a whole number; returns ``sh ** 2``, then stores ``sh + x``.
    sh : TensorSharedVariable, int64 scalar
        The stored number; 0 at the start.

    Examples
    --------
    >>> f, sh = accumulator()
    >>> f(3), f(1), sh.get_value()
    (array(0), array(9), array(4))

    Notes
    -----
    Source: article steps 6 to 8.
    """
    x = T.iscalar("x")
    sh = theano.shared(0, name="sh")
    f = theano.function([x], sh**2, updates=[(sh, sh + x)])
    return f, sh


def square_and_cube():
    """Compile a function with two outputs.

    Returns
    -------
    theano function
        Takes a number, returns a list: its square and its cube.

    Examples
    --------
    >>> square_and_cube()(3)
    [array(9.), array(27.)]

    Notes
    -----
    Source: article step 9.
    """
    a = T.dscalar("a")
    return theano.function([a], [a**2, a**3])
