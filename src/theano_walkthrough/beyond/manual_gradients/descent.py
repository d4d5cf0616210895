"""Gradient descent with the gradients of a backward pass."""

from typing import NamedTuple

from theano_walkthrough import validation

import numpy as np


class Descent(NamedTuple):
    """What a training run by hand leaves behind.

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
        :func:`~theano_walkthrough.beyond.manual_gradients.backward.neuron_step` or
        :func:`~theano_walkthrough.beyond.manual_gradients.backward.network_step`.
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
    inputs = validation.input_rows(inputs)
    targets = validation.target_row(targets, count=len(inputs))
    learning_rate = validation.positive_number("learning_rate", learning_rate)
    iterations = validation.whole_number("iterations", iterations, least=1)
    values = [np.array(parameter, dtype=np.float64) for parameter in parameters]
    costs = np.empty(iterations)
    for iteration in range(iterations):
        activations, costs[iteration], gradients = step(values, inputs, targets)
        values = [
            value - learning_rate * slope for value, slope in zip(values, gradients, strict=True)
        ]
    return Descent(values, activations, costs)
