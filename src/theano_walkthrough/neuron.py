"""Steps 12 to 14: a neuron that fires or doesn't."""

import numpy as np
import theano
import theano.tensor as T
from theano.ifelse import ifelse


def step_function(z):
    """Fire, 1, unless z is negative; then stay silent, 0.

    Parameters
    ----------
    z : TensorVariable, scalar
        The weighted sum of the inputs and the bias.

    Returns
    -------
    TensorVariable, int8 scalar
        The activation.

    Examples
    --------
    >>> z = T.dscalar("z")
    >>> fire = theano.function([z], step_function(z))
    >>> int(fire(-0.5)), int(fire(0)), int(fire(0.5))
    (0, 1, 1)

    Notes
    -----
    Source: article step 12.
    """
    return ifelse(T.lt(z, 0), 0, 1)


def step_neuron():
    """Compile a neuron that is told its weights and bias at each call.

    Returns
    -------
    theano function
        Takes x and w, vectors of one length, and the bias b; returns 0 or 1.

    Examples
    --------
    >>> neuron = step_neuron()
    >>> int(neuron([1, 1], [1, 1], -1.5))
    1

    Notes
    -----
    Source: article step 12.
    """
    x = T.vector("x")
    w = T.vector("w")
    b = T.scalar("b")
    z = T.dot(x, w) + b
    a = step_function(z)
    return theano.function([x, w, b], a)


def step_neuron_with_memory(weights, bias):
    """Compile a neuron that keeps its weights and bias in shared variables.

    Parameters
    ----------
    weights : array_like, shape (2,)
        One weight for each input.
    bias : float
        The bias.

    Returns
    -------
    neuron : theano function
        Takes x, a vector of two numbers; returns 0 or 1.
    w : TensorSharedVariable, float64 vector
        The weights that the neuron uses.
    b : ScalarSharedVariable, float64
        The bias that it uses.

    Examples
    --------
    >>> neuron, w, b = step_neuron_with_memory([1, 1], -1.5)
    >>> int(neuron([1, 1]))
    1
    >>> b.set_value(-2.5)
    >>> int(neuron([1, 1]))
    0

    Notes
    -----
    Source: article step 14.
    """
    x = T.vector("x")
    w = theano.shared(np.array(weights, dtype="float64"), name="w")
    b = theano.shared(float(bias), name="b")
    z = T.dot(x, w) + b
    a = step_function(z)
    return theano.function([x], a), w, b
