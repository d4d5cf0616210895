"""Steps 10 and 11: let Theano differentiate."""

import theano
import theano.tensor as T


def cube_gradient():
    """Differentiate the cube of a number, and compile the result.

    Returns
    -------
    gradient : TensorVariable, float64 scalar
        The expression that Theano derived, not yet simplified.
    f : theano function
        Takes x, returns the gradient there.

    Examples
    --------
    >>> gradient, f = cube_gradient()
    >>> f(4)
    array(48.)

    Notes
    -----
    Source: article steps 10 and 11.
    """
    x = T.dscalar("x")
    y = x**3
    gradient = T.grad(y, x)
    f = theano.function([x], gradient)
    return gradient, f
