"""What Theano's compiler does to an expression: two examples from the article's overview."""

import theano
import theano.tensor as T
from theano import pp


def repeated_sum():
    """Write the same sum twice, and compile it.

    Returns
    -------
    expression : TensorVariable, float64 scalar
        ``(x + y) + (x + y)`` as it was written.
    f : theano function
        Takes x and y, returns the expression's value.

    Examples
    --------
    >>> expression, f = repeated_sum()
    >>> float(f(1, 2))
    6.0

    Notes
    -----
    Source: the article's overview.
    """
    x = T.dscalar("x")
    y = T.dscalar("y")
    expression = (x + y) + (x + y)
    f = theano.function([x, y], expression)
    return expression, f


def softmax_by_hand():
    """Divide each exponential by its row's sum, and compile it.

    Returns
    -------
    expression : TensorVariable, float64 matrix
        The softmax of each row of ``a``, written with exp, sum and a division.
    f : theano function
        Takes a matrix of shape (n, k), returns the shares, shape (n, k).

    Examples
    --------
    >>> expression, f = softmax_by_hand()
    >>> f([[0, 0], [5, 5]]).tolist()
    [[0.5, 0.5], [0.5, 0.5]]

    Notes
    -----
    Source: the article's overview.
    """
    a = T.dmatrix("a")
    expression = T.exp(a) / T.exp(a).sum(axis=1, keepdims=True)
    f = theano.function([a], expression)
    return expression, f


def compiled_expression(f):
    """Return what a compiled function really computes, as a formula.

    Parameters
    ----------
    f : theano function
        A compiled function with one output.

    Returns
    -------
    str
        The pretty-printed expression after optimisation.

    Examples
    --------
    >>> x = T.dscalar("x")
    >>> compiled_expression(theano.function([x], x**2))
    'sqr(x)'
    """
    return str(pp(f.maker.fgraph.outputs[0]))
