"""Steps 20 to 24: two hidden neurons and an output neuron learn XNOR together."""

from dataclasses import dataclass
from random import Random

from theano_walkthrough.logistic_neuron import activation, binary_cross_entropy

import numpy as np
import theano
import theano.tensor as T
from theano.compile import SharedVariable


@dataclass(frozen=True)
class Network:
    """The parameters of two hidden neurons and an output neuron.

    Parameters
    ----------
    w1, w2 : TensorSharedVariable, float64 vector
        Weights of the two hidden neurons.
    w3 : TensorSharedVariable, float64 vector
        Weights of the output neuron.
    b1 : ScalarSharedVariable, float64
        Bias that the hidden neurons share.
    b2 : ScalarSharedVariable, float64
        Bias of the output neuron.
    """

    w1: SharedVariable
    w2: SharedVariable
    w3: SharedVariable
    b1: SharedVariable
    b2: SharedVariable


def start_network(seed):
    """Draw six weights between 0 and 1, and set both biases to 1.

    Parameters
    ----------
    seed : int
        Picks the random numbers; the same seed gives the same network.

    Returns
    -------
    Network
        Shared variables that training will change.

    Examples
    --------
    >>> network = start_network(seed=0)
    >>> network.w1.get_value().round(2), network.w3.get_value().round(2)
    (array([0.84, 0.76]), array([0.51, 0.4 ]))

    Notes
    -----
    Source: article step 20.
    """
    random = Random(seed).random
    w1 = theano.shared(np.array([random(), random()]), name="w1")
    w2 = theano.shared(np.array([random(), random()]), name="w2")
    w3 = theano.shared(np.array([random(), random()]), name="w3")
    b1 = theano.shared(1.0, name="b1")
    b2 = theano.shared(1.0, name="b2")
    return Network(w1, w2, w3, b1, b2)


def layers(x, network):
    """Follow the inputs through both layers.

    Parameters
    ----------
    x : TensorVariable, matrix of shape (n, 2)
        One example in each row.
    network : Network
        The parameters.

    Returns
    -------
    a1, a2 : TensorVariable, vector of shape (n,)
        Activations of the hidden neurons.
    hidden : TensorVariable, matrix of shape (n, 2)
        Both of them side by side: the inputs of the output neuron.
    a3 : TensorVariable, vector of shape (n,)
        Activation of the output neuron.

    Examples
    --------
    >>> x = T.dmatrix("x")
    >>> a1, a2, hidden, a3 = layers(x, start_network(seed=0))
    >>> theano.function([x], hidden)([[0, 0], [0, 1]]).round(3)
    array([[0.731, 0.731],
           [0.853, 0.779]])

    Notes
    -----
    Source: article step 21.
    """
    a1 = activation(x, network.w1, network.b1)
    a2 = activation(x, network.w2, network.b1)
    hidden = T.stack([a1, a2], axis=1)
    a3 = activation(hidden, network.w3, network.b2)
    return a1, a2, hidden, a3


def network_training_step(network, learning_rate=0.01):
    """Compile one step of gradient descent for the network.

    Parameters
    ----------
    network : Network
        The parameters that each call will change.
    learning_rate : float, default 0.01
        How far to go against the gradient, above 0.

    Returns
    -------
    theano function
        Takes inputs of shape (n, 2) and targets of shape (n,); returns the output
        neuron's activations, shape (n,), and the cost, both from before the update;
        then updates the network.

    Examples
    --------
    >>> step = network_training_step(start_network(seed=0))
    >>> activations, cost = step([[0, 0], [0, 1], [1, 0], [1, 1]], [1, 0, 0, 1])
    >>> cost.round(3)
    4.16

    Notes
    -----
    Source: article step 22.
    """
    x = T.matrix("x")
    a_hat = T.vector("a_hat")
    a1, a2, hidden, a3 = layers(x, network)
    cost = binary_cross_entropy(a3, a_hat)
    parameters = [network.w1, network.w2, network.w3, network.b1, network.b2]
    gradients = T.grad(cost, parameters)
    return theano.function(
        inputs=[x, a_hat],
        outputs=[a3, cost],
        updates=[
            (parameter, parameter - learning_rate * gradient)
            for parameter, gradient in zip(parameters, gradients, strict=True)
        ],
    )
