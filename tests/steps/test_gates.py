"""Truth tables, against Python's own logic."""

from collections.abc import Callable
from typing import Any

from theano_walkthrough.gates import GATES, STEP_WEIGHTS, truth_table

import numpy as np
import pytest

LOGIC: dict[str, Callable[..., bool]] = {
    "AND": lambda x1, x2: x1 and x2,
    "OR": lambda x1, x2: x1 or x2,
    "NOR": lambda x1, x2: not (x1 or x2),
    "NAND": lambda x1, x2: not (x1 and x2),
    "XOR": lambda x1, x2: x1 != x2,
    "XNOR": lambda x1, x2: x1 == x2,
    "NOT": lambda x: not x,
}


def test_every_gate_is_known() -> None:
    assert set(GATES) == set(LOGIC)


@pytest.mark.parametrize("gate", LOGIC)
def test_truth_table_is_the_gate(gate: str) -> None:
    inputs, targets = truth_table(gate)
    assert targets.tolist() == [float(LOGIC[gate](*map(bool, row))) for row in inputs]


@pytest.mark.parametrize("gate", LOGIC)
def test_inputs_count_up_in_binary(gate: str) -> None:
    inputs, _ = truth_table(gate)
    width = inputs.shape[1]
    assert (inputs @ 2.0 ** np.arange(width)[::-1]).tolist() == list(range(2**width))


@pytest.mark.parametrize("gate", STEP_WEIGHTS)
def test_step_weights_compute_the_gate(gate: str) -> None:
    inputs, targets = truth_table(gate)
    weights, bias = STEP_WEIGHTS[gate]
    assert (inputs @ np.array(weights) + bias >= 0).tolist() == targets.astype(bool).tolist()


def test_gates_that_need_a_network_have_no_step_weights() -> None:
    assert set(GATES) - set(STEP_WEIGHTS) == {"XOR", "XNOR"}


def test_a_table_can_be_changed_without_harm() -> None:
    truth_table("AND")[1][:] = 9
    assert truth_table("AND")[1].tolist() == [0, 0, 0, 1]


@pytest.mark.parametrize(
    ("gate", "error", "message"),
    [
        ("and", ValueError, "gate must be one of AND, OR, NOT, NOR, NAND, XOR, XNOR, got 'and'"),
        (7, TypeError, "gate must be a string, got 7"),
    ],
)
def test_unknown_gates_are_refused(gate: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=f"^{message}$"):
        truth_table(gate)
