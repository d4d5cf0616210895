"""Many networks in one graph, from their random weights to one training step."""

from dataclasses import dataclass
from random import Random

import numpy as np
import theano
import theano.tensor as T
from theano.compile import SharedVariable


@dataclass(frozen=True)
class Networks:
    """The parameters of many networks; the last axis counts the networks.

    Parameters
    ----------
    w_hidden : TensorSharedVariable, float64, shape (2 inputs, 2 neurons, networks)
        Weights of the hidden neurons.
    b_hidden : TensorSharedVariable, float64, shape (1 or 2, networks)
        One bias for both hidden neurons, or one for each.
    w_output : TensorSharedVariable, float64, shape (2, networks)
        Weights of the output neurons.
    b_output : TensorSharedVariable, float64, shape (networks,)
        Biases of the output neurons.
    """

    w_hidden: SharedVariable
    b_hidden: SharedVariable
    w_output: SharedVariable
    b_output: SharedVariable


def draw_weights(seeds, low=0.0, high=1.0):
    """Draw the weights that networks start from, six for each seed.

    Parameters
    ----------
    seeds : iterable of int
        Each picks the random numbers of one network.
    low, high : float, default 0 and 1
        The range of the numbers.

    Returns
    -------
    ndarray, shape (seeds, 6), float64
        In each row w1, w2 and w3 of one network, as
        :func:`~theano_walkthrough.network.start_network` draws them.

    Examples
    --------
    >>> draw_weights([0]).round(2)
    array([[0.84, 0.76, 0.42, 0.26, 0.51, 0.4 ]])

    Notes
    -----
    Source: article step 20.
    """
    rows = []
    for seed in seeds:
        random = Random(seed).random
        rows.append([low + (high - low) * random() for _ in range(6)])
    return np.array(rows)


def start_networks(weights, bias=1.0, separate_biases=False):
    """Set up networks that start from the given weights.

    Parameters
    ----------
    weights : ndarray, shape (networks, 6), float64
        In each row w1, w2 and w3 of one network.
    bias : float, default 1
        What all biases start from.
    separate_biases : bool, default False
        Whether each hidden neuron has a bias of its own.

    Returns
    -------
    Networks
        Shared variables that training will change.

    Examples
    --------
    >>> start_networks(draw_weights(range(1000))).w_hidden.get_value().shape
    (2, 2, 1000)
    """
    count = len(weights)
    w_hidden = weights[:, :4].reshape(count, 2, 2).transpose()
    b_hidden = np.full((2 if separate_biases else 1, count), bias)
    b_output = np.full(count, bias)
    return Networks(
        theano.shared(w_hidden.copy(), name="w_hidden"),
        theano.shared(b_hidden, name="b_hidden", broadcastable=(not separate_biases, False)),
        theano.shared(weights[:, 4:].transpose().copy(), name="w_output"),
        theano.shared(b_output, name="b_output"),
    )


def output_sums(x, networks):
    """Follow the inputs through all networks, up to the weighted sum of the output neurons.

    Parameters
    ----------
    x : TensorVariable, matrix of shape (n, 2)
        One example in each row.
    networks : Networks
        The parameters.

    Returns
    -------
    TensorVariable, matrix of shape (n, networks)
        A weighted sum for each example and network.

    Examples
    --------
    >>> x = T.dmatrix("x")
    >>> z = output_sums(x, start_networks(draw_weights(range(1000))))
    >>> theano.function([x], z)([[0, 0], [0, 1], [1, 0], [1, 1]]).shape
    (4, 1000)
    """
    hidden = T.nnet.sigmoid(T.tensordot(x, networks.w_hidden, axes=1) + networks.b_hidden)
    return (hidden * networks.w_output).sum(axis=1) + networks.b_output


def mode_for_large_arrays():
    """Return a mode that computes large arrays fast, with or without a C compiler.

    Returns
    -------
    theano.compile.Mode
        The usual mode; without a compiler, one that keeps to operations that NumPy has.

    Examples
    --------
    >>> x = T.dvector("x")
    >>> theano.function([x], x * x * x, mode=mode_for_large_arrays())([1, 2])
    array([1., 8.])
    """
    mode = theano.compile.mode.get_default_mode()
    if theano.config.cxx:
        return mode
    # NumPy multiplies two arrays at a time; other products run as loops in Python.
    return mode.excluding("fusion", "local_mul_canonizer")


def networks_training_step(networks, inputs, targets, learning_rate=0.01):
    """Compile a training step for all networks at once, and a function that shows them.

    Parameters
    ----------
    networks : Networks
        The parameters that each step will change.
    inputs : ndarray, shape (n, 2), float64
        One example in each row.
    targets : ndarray, shape (n,), float64
        The wanted activations, each from 0 to 1.
    learning_rate : float, default 0.01
        How far to go against the gradient, above 0.

    Returns
    -------
    step : theano function
        Takes nothing, returns nothing, updates the networks.
    look : theano function
        Takes nothing; returns activations of shape (networks, n) and costs of shape
        (networks,).

    Examples
    --------
    >>> networks = start_networks(draw_weights([0, 1, 2]))
    >>> step, look = networks_training_step(networks, *truth_table("XNOR"))
    >>> activations, costs = look()
    >>> costs.round(3)
    array([4.16 , 4.169, 4.956])

    Notes
    -----
    Source: article step 22, for many networks.
    """
    x = T.constant(inputs)
    a_hat = T.constant(targets[:, np.newaxis])
    z = output_sums(x, networks)
    costs = (T.nnet.softplus(z) - a_hat * z).sum(axis=0)
    parameters = [networks.w_hidden, networks.b_hidden, networks.w_output, networks.b_output]
    gradients = T.grad(costs.sum(), parameters)
    step = theano.function(
        inputs=[],
        updates=[
            (parameter, parameter - learning_rate * gradient)
            for parameter, gradient in zip(parameters, gradients, strict=True)
        ],
        mode=mode_for_large_arrays(),
    )
    look = theano.function(inputs=[], outputs=[T.nnet.sigmoid(z).T, costs])
    return step, look
