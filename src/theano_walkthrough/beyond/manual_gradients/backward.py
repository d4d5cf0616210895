"""The backward pass, from the cost to the gradients: backpropagation by hand."""

from typing import NamedTuple

from theano_walkthrough.beyond.manual_gradients.forward import (
    cross_entropy,
    network_forward,
    neuron_forward,
)

import numpy as np


class Step(NamedTuple):
    """What one step forward and backward finds.

    Parameters
    ----------
    activations : ndarray, shape (n,), float64
        The activation for each example.
    cost : float
        The summed binary cross-entropy.
    gradients : list of ndarray, float64
        The cost's derivative by each parameter, in the parameters' order and shapes.
    """

    activations: np.ndarray
    cost: float
    gradients: list


def neuron_step(parameters, inputs, targets):
    """Run the neuron forward and backward.

    Parameters
    ----------
    parameters : sequence of ndarray, float64
        The weights w, shape (2,), and the bias b, shape ().
    inputs : ndarray, shape (n, 2), float64
        One example in each row.
    targets : ndarray, shape (n,), float64
        The wanted activations.

    Returns
    -------
    Step
        Activations, cost, and the gradients of w and b.

    Examples
    --------
    >>> step = manual_gradients.neuron_step([np.zeros(2), np.array(0.0)], *truth_table("OR"))
    >>> step.gradients
    [array([-1., -1.]), -1.0]

    Notes
    -----
    Source: article steps 15 to 17.
    """
    a = neuron_forward(parameters, inputs)
    delta = a - targets
    gradients = [inputs.T @ delta, delta.sum()]
    return Step(a, cross_entropy(a, targets), gradients)


def network_step(parameters, inputs, targets):
    """Run the network forward and backward.

    Parameters
    ----------
    parameters : sequence of ndarray, float64
        The weights w1, w2 and w3, shape (2,) each, and the biases b1 and b2, shape () each.
    inputs : ndarray, shape (n, 2), float64
        One example in each row.
    targets : ndarray, shape (n,), float64
        The wanted activations.

    Returns
    -------
    Step
        The output neuron's activations, the cost, and the gradients of w1, w2, w3, b1, b2.

    Examples
    --------
    >>> zeros = [np.zeros(2), np.zeros(2), np.zeros(2), np.array(0.0), np.array(0.0)]
    >>> step = manual_gradients.network_step(zeros, *truth_table("OR"))
    >>> step.gradients
    [array([0., 0.]), array([0., 0.]), array([-0.5, -0.5]), 0.0, -1.0]

    Notes
    -----
    Source: article step 22.
    """
    a1, a2, hidden, a3 = network_forward(parameters, inputs)
    w3 = parameters[2]
    delta3 = a3 - targets
    delta1 = delta3 * w3[0] * a1 * (1 - a1)
    delta2 = delta3 * w3[1] * a2 * (1 - a2)
    gradients = [
        inputs.T @ delta1,
        inputs.T @ delta2,
        hidden.T @ delta3,
        (delta1 + delta2).sum(),
        delta3.sum(),
    ]
    return Step(a3, cross_entropy(a3, targets), gradients)
