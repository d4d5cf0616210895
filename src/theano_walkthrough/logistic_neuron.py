"""Steps 15 to 17: a neuron that learns, from its first random weights to one training step."""

from dataclasses import dataclass
from random import Random

import numpy as np
import theano
import theano.tensor as T
from theano.compile import SharedVariable


@dataclass(frozen=True)
class Neuron:
    """The parameters of one neuron.

    Parameters
    ----------
    w : TensorSharedVariable, float64 vector
        One weight for each input.
    b : ScalarSharedVariable, float64
        The bias.
    """

    w: SharedVariable
    b: SharedVariable


def start_neuron(seed):
    """Draw two weights between 0 and 1, and set the bias to 1.

    Parameters
    ----------
    seed : int
        Picks the random numbers; the same seed gives the same neuron.

    Returns
    -------
    Neuron
        Shared variables that training will change.

    Examples
    --------
    >>> start_neuron(seed=0).w.get_value().round(2)
    array([0.84, 0.76])

    Notes
    -----
    Source: article step 15.
    """
    random = Random(seed).random
    w = theano.shared(np.array([random(), random()]), name="w")
    b = theano.shared(1.0, name="b")
    return Neuron(w, b)


def logistic(z):
    """Squeeze any number into the range from 0 to 1.

    Parameters
    ----------
    z : TensorVariable
        Weighted sums.

    Returns
    -------
    TensorVariable, same shape as z
        ``1 / (1 + exp(-z))`` of each element.

    Examples
    --------
    >>> z = T.dvector("z")
    >>> theano.function([z], logistic(z))([-2, 0, 2]).round(3)
    array([0.119, 0.5  , 0.881])

    Notes
    -----
    Source: article step 15.
    """
    return 1 / (1 + T.exp(-z))


def activation(x, w, b):
    """Weigh the inputs, add the bias, and squeeze the sum.

    Parameters
    ----------
    x : TensorVariable, matrix of shape (n, inputs)
        One example in each row.
    w : TensorVariable, vector of shape (inputs,)
        One weight for each input.
    b : TensorVariable, scalar
        The bias.

    Returns
    -------
    TensorVariable, vector of shape (n,)
        The neuron's activation for each example.

    Examples
    --------
    >>> x = T.dmatrix("x")
    >>> neuron = start_neuron(seed=0)
    >>> a = activation(x, neuron.w, neuron.b)
    >>> theano.function([x], a)([[0, 0], [1, 1]]).round(3)
    array([0.731, 0.931])

    Notes
    -----
    Source: article step 15.
    """
    z = T.dot(x, w) + b
    return logistic(z)


def binary_cross_entropy(a, a_hat):
    """Add up how surprised we are by each activation.

    Parameters
    ----------
    a : TensorVariable, vector of shape (n,)
        The activations, above 0 and below 1.
    a_hat : TensorVariable, vector of shape (n,)
        The targets, 0 or 1.

    Returns
    -------
    TensorVariable, scalar
        The summed binary cross-entropy, at least 0.

    Examples
    --------
    >>> a, a_hat = T.dvectors("a", "a_hat")
    >>> cost = theano.function([a, a_hat], binary_cross_entropy(a, a_hat))
    >>> cost([0.5, 0.5], [0, 1]).round(3)  # two coin tosses: 2 ln 2
    1.386

    Notes
    -----
    Source: article step 16.
    """
    return -(a_hat * T.log(a) + (1 - a_hat) * T.log(1 - a)).sum()


def training_step(neuron, learning_rate=0.01):
    """Compile one step of gradient descent for a neuron.

    Parameters
    ----------
    neuron : Neuron
        The parameters that each call will change.
    learning_rate : float, default 0.01
        How far to go against the gradient, above 0.

    Returns
    -------
    theano function
        Takes inputs of shape (n, 2) and targets of shape (n,); returns the activations,
        shape (n,), and the cost, both from before the update; then updates the neuron.

    Examples
    --------
    >>> neuron = start_neuron(seed=0)
    >>> step = training_step(neuron)
    >>> activations, cost = step([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 0, 1])
    >>> cost.round(3)
    5.293
    >>> neuron.b.get_value().round(3)
    0.976

    Notes
    -----
    Source: article steps 15 to 17.
    """
    x = T.matrix("x")
    a_hat = T.vector("a_hat")
    a = activation(x, neuron.w, neuron.b)
    cost = binary_cross_entropy(a, a_hat)
    dw, db = T.grad(cost, [neuron.w, neuron.b])
    return theano.function(
        inputs=[x, a_hat],
        outputs=[a, cost],
        updates=[
            (neuron.w, neuron.w - learning_rate * dw),
            (neuron.b, neuron.b - learning_rate * db),
        ],
    )
