"""Steps 1 to 4: two symbols, their product, and a function that computes it."""

import theano
import theano.tensor as T


def two_symbols():
    """Make two symbols that will stand for numbers.

    Returns
    -------
    a, b : TensorVariable, float64 scalar
        Symbols; they have a type and a name, and no value.

    Examples
    --------
    >>> a, b = two_symbols()
    >>> a.type
    TensorType(float64, scalar)

    Notes
    -----
    Source: article steps 1 and 2.
    """
    a = T.dscalar("a")
    b = T.dscalar("b")
    return a, b


def multiply(a, b):
    """Write a product, and compile it to a function.

    Parameters
    ----------
    a, b : TensorVariable
        The symbols to multiply.

    Returns
    -------
    c : TensorVariable
        The expression ``a * b``.
    f : theano function
        Takes values for a and b, returns the value of c.

    Examples
    --------
    >>> c, f = multiply(*two_symbols())
    >>> f(1.5, 3)
    array(4.5)

    Notes
    -----
    Source: article steps 3 and 4.
    """
    c = a * b
    f = theano.function([a, b], c)
    return c, f
