"""The gradients derived by hand, against pencil and paper and against finite differences."""

from functools import partial
from typing import Any

from theano_walkthrough.beyond import manual_gradients
from theano_walkthrough.beyond.finite_differences import finite_differences
from theano_walkthrough.gates import truth_table

import numpy as np
import pytest

INPUTS, XNOR = truth_table("XNOR")
NEURON = [np.array([0.7, -1.3]), np.array(0.4)]
NETWORK = [
    np.array([0.7, -1.3]),
    np.array([-0.2, 0.9]),
    np.array([1.1, -0.6]),
    np.array(0.4),
    np.array(-0.8),
]


def test_neuron_on_paper() -> None:
    # z = ln 4 + ln 2 - ln 2 = ln 4, so a = 4/5; the target is 0, so delta = 4/5
    parameters = [np.log([4.0, 2.0]), np.array(-np.log(2.0))]
    step = manual_gradients.neuron_step(parameters, np.array([[1.0, 1.0]]), np.array([0.0]))
    assert step.activations == pytest.approx([0.8])
    assert step.cost == pytest.approx(np.log(5))
    w, b = step.gradients
    assert w == pytest.approx([0.8, 0.8])
    assert b == pytest.approx(0.8)


def test_network_on_paper() -> None:
    # z1 = ln 3, a1 = 3/4; z2 = 0, a2 = 1/2; z3 = 4 * 3/4 - 6 * 1/2 = 0, a3 = 1/2; target 1
    parameters = [
        np.array([np.log(3.0), 9.0]),
        np.array([0.0, 9.0]),
        np.array([4.0, -6.0]),
        np.array(0.0),
        np.array(0.0),
    ]
    step = manual_gradients.network_step(parameters, np.array([[1.0, 0.0]]), np.array([1.0]))
    assert step.activations == pytest.approx([0.5])
    assert step.cost == pytest.approx(np.log(2))
    # delta3 = -1/2; delta1 = -1/2 * 4 * 3/16 = -3/8; delta2 = -1/2 * -6 * 1/4 = 3/4
    w1, w2, w3, b1, b2 = step.gradients
    assert w1 == pytest.approx([-0.375, 0])
    assert w2 == pytest.approx([0.75, 0])
    assert w3 == pytest.approx([-0.375, -0.25])
    assert b1 == pytest.approx(0.375)
    assert b2 == pytest.approx(-0.5)


@pytest.mark.parametrize(
    ("step", "cost", "parameters"),
    [
        (manual_gradients.neuron_step, manual_gradients.neuron_cost, NEURON),
        (manual_gradients.network_step, manual_gradients.network_cost, NETWORK),
    ],
)
def test_gradients_are_those_measured(step: Any, cost: Any, parameters: Any) -> None:
    found = step(parameters, INPUTS, XNOR)
    assert found.cost == cost(parameters, INPUTS, XNOR)
    measured = finite_differences(partial(cost, inputs=INPUTS, targets=XNOR), parameters)
    for derived, slope in zip(found.gradients, measured, strict=True):
        np.testing.assert_allclose(derived, slope, rtol=1e-7, atol=1e-9)


def test_descent_notes_costs_before_each_update_and_keeps_the_start() -> None:
    start = [np.zeros(2), np.array(0.0)]
    run = manual_gradients.descend(
        manual_gradients.neuron_step, start, INPUTS, [0, 0, 0, 1], learning_rate=0.5, iterations=2
    )
    assert run.costs[0] == pytest.approx(4 * np.log(2))
    # delta was (1, 1, 1, -1) / 2, so the gradients were (0, 0) and 1; now w is (0, 0), b is -1/2
    p = 1 / (1 + np.exp(0.5))
    assert run.activations == pytest.approx([p] * 4)
    assert run.costs[1] == pytest.approx(-3 * np.log(1 - p) - np.log(p))
    assert run.parameters[1] == pytest.approx(-0.5 - 0.5 * (4 * p - 1))
    assert [value.tolist() for value in start] == [[0, 0], 0]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"inputs": INPUTS[0]}, "inputs must have shape"),
        ({"targets": XNOR[:2]}, "targets must have shape"),
        ({"learning_rate": 0}, "learning_rate must be above 0"),
        ({"iterations": 0}, "iterations must be at least 1"),
    ],
)
def test_bad_input_is_refused(change: dict[str, Any], message: str) -> None:
    arguments = {"inputs": INPUTS, "targets": XNOR} | change
    with pytest.raises(ValueError, match=message):
        manual_gradients.descend(manual_gradients.neuron_step, NEURON, **arguments)
