"""Finite differences, against derivatives that are known exactly."""

from typing import Any

from theano_walkthrough.beyond.finite_differences import finite_differences

import numpy as np
import pytest


def test_a_cube_is_off_by_the_square_of_the_step() -> None:
    # ((x + h)**3 - (x - h)**3) / 2h = 3 x**2 + h**2, without any rounding here
    (slope,) = finite_differences(lambda parameters: parameters[0] ** 3, [4.0], step_size=0.5)
    assert slope == 48.25


def test_each_number_is_moved_alone_and_put_back() -> None:
    seen: list[list[Any]] = []

    def cost(parameters: list[Any]) -> float:
        seen.append([np.array(parameter).tolist() for parameter in parameters])
        return float(2 * parameters[0][0] + 3 * parameters[0][1] + 5 * parameters[1])

    start = [np.array([1.0, 2.0]), np.array(3.0)]
    slopes = finite_differences(cost, start, step_size=0.25)
    assert [slope.tolist() for slope in slopes] == [[2.0, 3.0], 5.0]
    assert seen == [
        [[1.25, 2.0], 3.0],
        [[0.75, 2.0], 3.0],
        [[1.0, 2.25], 3.0],
        [[1.0, 1.75], 3.0],
        [[1.0, 2.0], 3.25],
        [[1.0, 2.0], 2.75],
    ]
    assert [parameter.tolist() for parameter in start] == [[1.0, 2.0], 3.0]


@pytest.mark.parametrize(
    ("step_size", "error"), [(0, ValueError), (-1e-5, ValueError), ("small", TypeError)]
)
def test_bad_step_sizes_are_refused(step_size: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="^step_size must be"):
        finite_differences(lambda parameters: 0.0, [1.0], step_size)
