"""Bad input gets an answer that says what was wrong and what is right."""

import re
from collections.abc import Callable
from typing import Any

from theano_walkthrough import validation

import numpy as np
import pytest

NAN = float("nan")
INFINITY = float("inf")

REFUSED: list[tuple[Callable[..., Any], tuple[Any, ...], type[Exception], str]] = [
    (validation.input_rows, ([0, 1],), ValueError, "inputs must have shape (n, 2), got (2,)"),
    (
        validation.input_rows,
        ([[0, 1, 2]],),
        ValueError,
        "inputs must have shape (n, 2), got (1, 3)",
    ),
    (
        validation.input_rows,
        (np.empty((0, 2)),),
        ValueError,
        "inputs must have shape (n, 2), got (0, 2)",
    ),
    (validation.input_rows, ([[0, NAN]],), ValueError, "inputs must be finite, got nan"),
    (
        validation.input_rows,
        ([["a", "b"]],),
        TypeError,
        "inputs must be real numbers, got [['a', 'b']]",
    ),
    (validation.input_rows, ([[1j, 0]],), TypeError, "inputs must be real numbers, got [[1j, 0]]"),
    (validation.input_rows, (None,), TypeError, "inputs must be real numbers, got None"),
    (
        validation.input_rows,
        ([[0], [0, 1]],),
        ValueError,
        "inputs must have rows of equal length, got [[0], [0, 1]]",
    ),
    (validation.target_row, ([0, 1], 4), ValueError, "targets must have shape (4,), got (2,)"),
    (validation.target_row, ([0, 1.5], 2), ValueError, "targets must lie from 0 to 1, got 1.5"),
    (validation.target_row, ([0, -1], 2), ValueError, "targets must lie from 0 to 1, got -1.0"),
    (validation.target_row, ([0, INFINITY], 2), ValueError, "targets must be finite, got inf"),
    (validation.number_row, ("costs", []), ValueError, "costs must have shape (n,), got (0,)"),
    (validation.number_row, ("costs", 3), ValueError, "costs must have shape (n,), got ()"),
    (validation.number_row, ("costs", [1], 2), ValueError, "costs must have shape (2,), got (1,)"),
    (validation.finite_number, ("bias", "1"), TypeError, "bias must be a number, got '1'"),
    (validation.finite_number, ("bias", True), TypeError, "bias must be a number, got True"),
    (validation.finite_number, ("bias", INFINITY), ValueError, "bias must be finite, got inf"),
    (validation.positive_number, ("rate", -1), ValueError, "rate must be above 0, got -1.0"),
    (validation.positive_number, ("rate", NAN), ValueError, "rate must be finite, got nan"),
    (validation.whole_number, ("seed", 1.0, 0), TypeError, "seed must be a whole number, got 1.0"),
    (
        validation.whole_number,
        ("seed", True, 0),
        TypeError,
        "seed must be a whole number, got True",
    ),
    (validation.whole_number, ("seed", -1, 0), ValueError, "seed must be at least 0, got -1"),
    (validation.one_of, ("gate", 1, ["AND"]), TypeError, "gate must be a string, got 1"),
    (validation.one_of, ("gate", "or", ["AND"]), ValueError, "gate must be one of AND, got 'or'"),
]


@pytest.mark.parametrize(("check", "arguments", "error", "message"), REFUSED)
def test_refused(
    check: Callable[..., Any], arguments: tuple[Any, ...], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=f"^{re.escape(message)}$"):
        check(*arguments)


def test_numpy_numbers_are_numbers() -> None:
    assert validation.finite_number("bias", np.float32(0.5)) == 0.5
    assert validation.whole_number("seed", np.int64(3), least=0) == 3


def test_what_is_returned_is_a_copy() -> None:
    given = np.zeros((1, 2))
    validation.input_rows(given)[:] = 9
    assert given.tolist() == [[0, 0]]
