"""Measure a gradient instead of deriving it."""

from theano_walkthrough import validation

import numpy as np


def finite_differences(cost, parameters, step_size=1e-5):
    """Move each number a little to either side, and see how the cost changes.

    Parameters
    ----------
    cost : callable
        Takes a list of parameters, returns a number; called twice for each number in them.
    parameters : sequence of array_like
        Where to measure; they aren't changed.
    step_size : float, default 1e-5
        How far to move, above 0.

    Returns
    -------
    list of ndarray, float64
        The slope in the direction of each number, in the parameters' order and shapes.

    Raises
    ------
    TypeError
        If the step size isn't a number.
    ValueError
        If the step size isn't finite, or not above 0.

    Examples
    --------
    >>> (slope,) = finite_differences(lambda parameters: parameters[0] ** 3, [4.0])
    >>> slope.round(6)
    48.0
    """
    step_size = validation.positive_number("step_size", step_size)
    values = [np.array(parameter, dtype=np.float64) for parameter in parameters]
    slopes = [np.empty_like(value) for value in values]
    for value, slope in zip(values, slopes, strict=True):
        for index in np.ndindex(value.shape):
            here = value[index]
            value[index] = here + step_size
            above = cost(values)
            value[index] = here - step_size
            below = cost(values)
            value[index] = here
            slope[index] = (above - below) / (2 * step_size)
    return slopes
