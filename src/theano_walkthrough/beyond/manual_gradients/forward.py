"""The forward pass, from the inputs to the cost."""

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
    hidden : ndarray, shape (n, 2), float64
        Both of them side by side: the inputs of the output neuron.
    a3 : ndarray, shape (n,), float64
        Activation of the output neuron.

    Examples
    --------
    >>> zeros = [np.zeros(2), np.zeros(2), np.zeros(2), np.array(0.0), np.array(0.0)]
    >>> a1, a2, hidden, a3 = manual_gradients.network_forward(zeros, np.array([[0.0, 1.0]]))
    >>> hidden, a3
    (array([[0.5, 0.5]]), array([0.5]))

    Notes
    -----
    Source: article step 21.
    """
    w1, w2, w3, b1, b2 = parameters
    a1 = logistic(inputs @ w1 + b1)
    a2 = logistic(inputs @ w2 + b1)
    hidden = np.stack([a1, a2], axis=1)
    a3 = logistic(hidden @ w3 + b2)
    return a1, a2, hidden, a3


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
    a1, a2, hidden, a3 = network_forward(parameters, inputs)
    return cross_entropy(a3, targets)
