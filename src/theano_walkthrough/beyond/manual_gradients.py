"""The neuron and the network without Theano: NumPy, and gradients derived by hand.

Parameters are plain lists of arrays, in the order of the classes ``Neuron`` and ``Network``.
Each step runs forward, from the inputs to the cost, and then backward, from the cost to
the gradients.
"""

from typing import NamedTuple

from theano_walkthrough import checks

import numpy as np


def logistic(z):
    """Squeeze any number into the range from 0 to 1.

    Parameters
    ----------
    z : ndarray, float64
        Weighted sums.

    Returns
    -------
    ndarray, same shape as z, float64
        ``1 / (1 + exp(-z))`` of each element.

    Examples
    --------
    >>> manual_gradients.logistic(np.array([-2.0, 0.0, 2.0])).round(3)
    array([0.119, 0.5  , 0.881])

    Notes
    -----
    Source: article step 15.
    """
    return 1 / (1 + np.exp(-z))


def cross_entropy(a, targets):
    """Add up how surprised we are by each activation.

    Parameters
    ----------
    a : ndarray, shape (n,), float64
        The activations, above 0 and below 1.
    targets : ndarray, shape (n,), float64
        The wanted activations.

    Returns
    -------
    float
        The summed binary cross-entropy, at least 0.

    Examples
    --------
    >>> round(manual_gradients.cross_entropy(np.array([0.5, 0.5]), np.array([0.0, 1.0])), 3)
    1.386

    Notes
    -----
    Source: article step 16.
    """
    return -(targets * np.log(a) + (1 - targets) * np.log(1 - a)).sum()


def neuron_forward(parameters, inputs):
    """Compute the neuron's activations.

    Parameters
    ----------
    parameters : sequence of ndarray, float64
        The weights w, shape (2,), and the bias b, shape ().
    inputs : ndarray, shape (n, 2), float64
        One example in each row.

    Returns
    -------
    ndarray, shape (n,), float64
        The activation for each example.

    Examples
    --------
    >>> start = [np.array([1.0, 1.0]), np.array(-1.5)]
    >>> manual_gradients.neuron_forward(start, np.array([[0.0, 0.0], [1.0, 1.0]])).round(3)
    array([0.182, 0.622])

    Notes
    -----
    Source: article step 15.
    """
    w, b = parameters
    return logistic(inputs @ w + b)


def network_forward(parameters, inputs):
    """Follow the inputs through both layers.

    Parameters
    ----------
    parameters : sequence of ndarray, float64
        The weights w1, w2 and w3, shape (2,) each, and the biases b1 and b2, shape () each.
    inputs : ndarray, shape (n, 2), float64
        One example in each row.

    Returns
    -------
    a1, a2 : ndarray, shape (n,), float64
        Activations of the hidden neurons.
    x2 : ndarray, shape (n, 2), float64
        Both of them side by side: the inputs of the output neuron.
    a3 : ndarray, shape (n,), float64
        Activation of the output neuron.

    Examples
    --------
    >>> zeros = [np.zeros(2), np.zeros(2), np.zeros(2), np.array(0.0), np.array(0.0)]
    >>> a1, a2, x2, a3 = manual_gradients.network_forward(zeros, np.array([[0.0, 1.0]]))
    >>> x2, a3
    (array([[0.5, 0.5]]), array([0.5]))

    Notes
    -----
    Source: article step 21.
    """
    w1, w2, w3, b1, b2 = parameters
    a1 = logistic(inputs @ w1 + b1)
    a2 = logistic(inputs @ w2 + b1)
    x2 = np.stack([a1, a2], axis=1)
    a3 = logistic(x2 @ w3 + b2)
    return a1, a2, x2, a3


def neuron_cost(parameters, inputs, targets):
    """Compute the neuron's cost: the forward half of a step.

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
    float
        The summed binary cross-entropy.

    Examples
    --------
    >>> zeros = [np.zeros(2), np.array(0.0)]
    >>> round(manual_gradients.neuron_cost(zeros, *truth_table("AND")), 3)
    2.773
    """
    return cross_entropy(neuron_forward(parameters, inputs), targets)


def network_cost(parameters, inputs, targets):
    """Compute the network's cost: the forward half of a step.

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
    float
        The summed binary cross-entropy.

    Examples
    --------
    >>> zeros = [np.zeros(2), np.zeros(2), np.zeros(2), np.array(0.0), np.array(0.0)]
    >>> round(manual_gradients.network_cost(zeros, *truth_table("XNOR")), 3)
    2.773
    """
    a1, a2, x2, a3 = network_forward(parameters, inputs)
    return cross_entropy(a3, targets)


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
    a1, a2, x2, a3 = network_forward(parameters, inputs)
    w3 = parameters[2]
    delta3 = a3 - targets
    delta1 = delta3 * w3[0] * a1 * (1 - a1)
    delta2 = delta3 * w3[1] * a2 * (1 - a2)
    gradients = [
        inputs.T @ delta1,
        inputs.T @ delta2,
        x2.T @ delta3,
        (delta1 + delta2).sum(),
        delta3.sum(),
    ]
    return Step(a3, cross_entropy(a3, targets), gradients)


class Descent(NamedTuple):
    """What a training by hand leaves behind.

    Parameters
    ----------
    parameters : list of ndarray, float64
        The parameters after the last update.
    activations : ndarray, shape (n,), float64
        The activations of the last iteration, before its update.
    costs : ndarray, shape (iterations,), float64
        The cost of each iteration, before its update.
    """

    parameters: list
    activations: np.ndarray
    costs: np.ndarray


def descend(step, parameters, inputs, targets, learning_rate=0.01, iterations=30_000):
    """Train by gradient descent.

    Parameters
    ----------
    step : callable
        :func:`neuron_step` or :func:`network_step`.
    parameters : sequence of array_like
        The parameters to start from; they aren't changed.
    inputs : array_like, shape (n, 2)
        One example in each row.
    targets : array_like, shape (n,)
        The wanted activations, each from 0 to 1.
    learning_rate : float, default 0.01
        How far to go against the gradient, above 0.
    iterations : int, default 30 000
        How often to repeat the step.

    Returns
    -------
    Descent
        The trained parameters, the last activations and all costs.

    Raises
    ------
    TypeError
        If inputs, targets or the learning rate aren't numbers, or iterations isn't a whole
        number.
    ValueError
        If a shape is wrong, a number isn't finite or lies outside its range.

    Examples
    --------
    >>> start = [np.zeros(2), np.array(0.0)]
    >>> step = manual_gradients.neuron_step
    >>> run = manual_gradients.descend(step, start, *truth_table("OR"), iterations=1)
    >>> run.parameters
    [array([0.01, 0.01]), 0.01]

    Notes
    -----
    Source: article steps 17, 18 and 23.
    """
    inputs = checks.input_rows(inputs)
    targets = checks.target_row(targets, count=len(inputs))
    learning_rate = checks.positive_number("learning_rate", learning_rate)
    iterations = checks.whole_number("iterations", iterations, least=1)
    values = [np.array(parameter, dtype=np.float64) for parameter in parameters]
    costs = np.empty(iterations)
    for iteration in range(iterations):
        activations, costs[iteration], gradients = step(values, inputs, targets)
        values = [
            value - learning_rate * slope for value, slope in zip(values, gradients, strict=True)
        ]
    return Descent(values, activations, costs)
