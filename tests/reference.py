"""The networks of the walkthrough again, in plain NumPy with gradients by hand."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])


def draw(seed: int, count: int) -> Array:
    """Draw what the article draws: one number after the other, from 0 to 1."""
    generator = Random(seed)
    return np.array([generator.random() for _ in range(count)])


def logistic(z: Array) -> Array:
    return np.where(z < 0, np.exp(np.minimum(z, 0)), 1) / (1 + np.exp(-np.abs(z)))


def cross_entropy(a: Array, targets: Array) -> float:
    return float(
        sum(-np.log(p) if y == 1 else -np.log(1 - p) for p, y in zip(a, targets, strict=True))
    )


class Step(NamedTuple):
    """Activations, cost and gradients for one set of parameters."""

    activations: Array
    cost: float
    gradients: list[Array]


def neuron_step(parameters: list[Array], targets: Array) -> Step:
    w, b = parameters
    a = logistic(CORNERS @ w + b)
    error = a - targets
    return Step(a, cross_entropy(a, targets), [CORNERS.T @ error, error.sum()])


def network_step(parameters: list[Array], targets: Array) -> Step:
    w1, w2, w3, b1, b2 = parameters
    a1 = logistic(CORNERS @ w1 + b1)
    a2 = logistic(CORNERS @ w2 + b1)
    a3 = logistic(a1 * w3[0] + a2 * w3[1] + b2)
    error = a3 - targets
    blame1 = error * w3[0] * a1 * (1 - a1)
    blame2 = error * w3[1] * a2 * (1 - a2)
    gradients = [
        CORNERS.T @ blame1,
        CORNERS.T @ blame2,
        np.array([error @ a1, error @ a2]),
        blame1.sum() + blame2.sum(),
        error.sum(),
    ]
    return Step(a3, cross_entropy(a3, targets), gradients)


def start_of_network(seed: int) -> list[Array]:
    draws = draw(seed, 6)
    return [draws[:2], draws[2:4], draws[4:], np.array(1.0), np.array(1.0)]


def descend(
    step: Callable[[list[Array], Array], Step],
    parameters: list[Array],
    targets: Array,
    iterations: int,
    rate: float = 0.01,
) -> tuple[list[Array], Array, Array]:
    """Train by gradient descent; return parameters, last activations and all costs."""
    costs = []
    for _ in range(iterations):
        activations, cost, gradients = step(parameters, targets)
        costs.append(cost)
        parameters = [p - rate * g for p, g in zip(parameters, gradients, strict=True)]
    return parameters, activations, np.array(costs)


def finite_differences(
    cost: Callable[[list[Array]], float], parameters: list[Array]
) -> list[Array]:
    """Measure each partial derivative by a small step to either side."""
    tiny = 1e-6
    measured = []
    for which, parameter in enumerate(parameters):
        slopes = np.zeros_like(parameter)
        for index in np.ndindex(parameter.shape):
            costs = []
            for change in (tiny, -tiny):
                moved = [np.array(p, dtype=float) for p in parameters]
                moved[which][index] += change
                costs.append(cost(moved))
            slopes[index] = (costs[0] - costs[1]) / (2 * tiny)
        measured.append(slopes)
    return measured
