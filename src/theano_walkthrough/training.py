"""Steps 18 and 23: the training loop, which repeats a step and records every cost."""

from dataclasses import dataclass

from theano_walkthrough import validation

import numpy as np
from tqdm import tqdm


class TrainingDivergedError(ArithmeticError):
    """The cost is no longer a finite number, so training can't go on."""


@dataclass(frozen=True)
class TrainingRun:
    """What a training run leaves behind.

    Parameters
    ----------
    activations : ndarray, shape (n,), float64
        The activations of the last iteration, before its update.
    costs : ndarray, shape (iterations,), float64
        The cost of each iteration, before its update.
    """

    activations: np.ndarray
    costs: np.ndarray


def train(step, inputs, targets, iterations=30_000):
    """Repeat a training step, and record every cost.

    Parameters
    ----------
    step : theano function
        A training step, as :func:`~theano_walkthrough.logistic_neuron.training_step` makes it.
    inputs : array_like, shape (n, 2)
        One example in each row.
    targets : array_like, shape (n,)
        The wanted activations, each from 0 to 1.
    iterations : int, default 30 000
        How often to repeat the step.

    Returns
    -------
    TrainingRun
        The last activations and all costs.

    Raises
    ------
    TypeError
        If inputs or targets aren't numbers, or iterations isn't a whole number.
    ValueError
        If a shape is wrong, an input isn't finite, a target lies outside 0 to 1, or
        iterations is below 1.
    TrainingDivergedError
        If the cost becomes infinite or nan; the parameters are then what they were.

    Examples
    --------
    >>> step = training_step(start_neuron(seed=0))
    >>> run = train(step, [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 0, 1], iterations=1000)
    >>> len(run.costs), run.costs[-1].round(2)
    (1000, 1.02)

    Notes
    -----
    Source: article steps 18 and 23.
    """
    inputs = validation.input_rows(inputs)
    targets = validation.target_row(targets, count=len(inputs))
    iterations = validation.whole_number("iterations", iterations, least=1)
    before = [(shared, shared.get_value()) for shared in step.get_shared()]
    costs = np.empty(iterations)
    for iteration in tqdm(range(iterations), disable=None):
        activations, costs[iteration] = step(inputs, targets)
        if not np.isfinite(costs[iteration]):
            for shared, value in before:
                shared.set_value(value)
            raise TrainingDivergedError(
                f"the cost is {costs[iteration]} at iteration {iteration}: "
                "try a smaller learning rate"
            )
    return TrainingRun(activations, costs)
