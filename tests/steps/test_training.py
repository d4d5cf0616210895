"""The logistic neuron, against NumPy with gradients by hand and against finite differences."""

import os
import pty
import subprocess
import sys
import termios
from functools import partial
from pathlib import Path
from random import Random

from theano_walkthrough.beyond import manual_gradients
from theano_walkthrough.beyond.finite_differences import finite_differences
from theano_walkthrough.gates import truth_table
from theano_walkthrough.training import (
    Neuron,
    TrainingDivergedError,
    activation,
    binary_cross_entropy,
    logistic,
    start_neuron,
    train,
    training_step,
)

import numpy as np
import pytest
import theano
import theano.tensor as T
from numpy.typing import NDArray
from scipy.special import expit

ROOT = Path(__file__).parents[2]
INPUTS, TARGETS = truth_table("AND")


def values(neuron: Neuron) -> list[NDArray[np.float64]]:
    return [neuron.w.get_value(), neuron.b.get_value()]


def test_start_draws_in_the_order_of_the_article() -> None:
    neuron = start_neuron(seed=3)
    draws = Random(3).random
    assert neuron.w.get_value().tolist() == [draws(), draws()]
    assert neuron.b.get_value() == 1


def test_logistic_and_activation() -> None:
    z = T.dvector("z")
    points = np.array([-30.0, -1.0, 0.0, 1.0, 30.0])
    np.testing.assert_allclose(theano.function([z], logistic(z))(points), expit(points), rtol=1e-14)
    x = T.dmatrix("x")
    neuron = start_neuron(seed=0)
    np.testing.assert_allclose(
        theano.function([x], activation(x, neuron.w, neuron.b))(INPUTS),
        expit(INPUTS @ neuron.w.get_value() + 1),
        rtol=1e-14,
    )


def test_cost_of_guessing_is_ln_2_for_each_example() -> None:
    a, a_hat = T.dvectors("a", "a_hat")
    cost = theano.function([a, a_hat], binary_cross_entropy(a, a_hat))
    assert cost([0.5] * 4, TARGETS) == pytest.approx(4 * np.log(2))
    assert cost([0.9, 0.2], [1, 0]) == pytest.approx(-np.log(0.9) - np.log(0.8))


def test_first_step_is_the_one_computed_by_hand() -> None:
    neuron = start_neuron(seed=0)
    start = values(neuron)
    activations, cost = training_step(neuron, learning_rate=0.01)(INPUTS, TARGETS)
    expected = manual_gradients.neuron_step(start, INPUTS, TARGETS)
    np.testing.assert_allclose(activations, expected.activations, rtol=1e-14)
    assert cost == pytest.approx(expected.cost, rel=1e-14)
    for after, before, gradient in zip(values(neuron), start, expected.gradients, strict=True):
        np.testing.assert_allclose(after, before - 0.01 * gradient, rtol=1e-13)


def test_step_goes_against_the_measured_gradient() -> None:
    neuron = start_neuron(seed=1)
    start = values(neuron)
    training_step(neuron, learning_rate=1.0)(INPUTS, TARGETS)
    cost = partial(manual_gradients.neuron_cost, inputs=INPUTS, targets=TARGETS)
    measured = finite_differences(cost, start)
    for after, before, slope in zip(values(neuron), start, measured, strict=True):
        np.testing.assert_allclose(before - after, slope, rtol=1e-7)


@pytest.mark.parametrize(
    ("seed", "final_cost"), [(0, 0.05804), (1, 0.05814), (2, 0.05798), (3, 0.05817), (4, 0.05824)]
)
def test_and_is_learnt_from_the_seeds_of_the_inventory(seed: int, final_cost: float) -> None:
    neuron = start_neuron(seed)
    run = train(training_step(neuron), INPUTS, TARGETS)
    assert run.activations.round(2).tolist() == [0.00, 0.02, 0.02, 0.98]
    assert run.costs[-1] == pytest.approx(final_cost, abs=5e-6)
    assert len(run.costs) == 30_000
    np.testing.assert_allclose(neuron.w.get_value(), 7.78, atol=0.01)
    assert neuron.b.get_value() == pytest.approx(-11.84, abs=0.02)


def test_whole_training_equals_numpy() -> None:
    neuron = start_neuron(seed=0)
    parameters, activations, costs = manual_gradients.descend(
        manual_gradients.neuron_step, values(neuron), INPUTS, TARGETS, iterations=3_000
    )
    run = train(training_step(neuron), INPUTS, TARGETS, iterations=3_000)
    np.testing.assert_allclose(run.costs, costs, rtol=1e-11)
    np.testing.assert_allclose(run.activations, activations, rtol=1e-11)
    for ours, theirs in zip(values(neuron), parameters, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-11)


def test_divergence_is_said_and_undone() -> None:
    neuron = start_neuron(seed=0)
    before = values(neuron)
    step = training_step(neuron, learning_rate=100)
    message = "^the cost is nan at iteration 3: try a smaller learning rate$"
    with pytest.raises(TrainingDivergedError, match=message):
        train(step, INPUTS, TARGETS, iterations=100)
    for now, then in zip(values(neuron), before, strict=True):
        np.testing.assert_array_equal(now, then)


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ((INPUTS[0], TARGETS), ValueError, r"inputs must have shape \(n, 2\), got \(2,\)"),
        ((INPUTS, TARGETS[:2]), ValueError, r"targets must have shape \(4,\), got \(2,\)"),
        ((INPUTS * np.nan, TARGETS), ValueError, "inputs must be finite, got nan"),
        ((INPUTS, TARGETS * 2), ValueError, "targets must lie from 0 to 1, got 2.0"),
        ((INPUTS, TARGETS, 0), ValueError, "iterations must be at least 1, got 0"),
        ((INPUTS, TARGETS, 2.5), TypeError, "iterations must be a whole number, got 2.5"),
    ],
)
def test_bad_input_is_refused_and_changes_nothing(
    arguments: tuple[object, ...], error: type[Exception], message: str
) -> None:
    neuron = start_neuron(seed=0)
    before = values(neuron)
    with pytest.raises(error, match=message):
        train(training_step(neuron), *arguments)
    for now, then in zip(values(neuron), before, strict=True):
        np.testing.assert_array_equal(now, then)


@pytest.mark.parametrize(
    ("rate", "error"), [(0, ValueError), (-1, ValueError), (np.nan, ValueError), ("1", TypeError)]
)
def test_bad_learning_rates_are_refused(rate: object, error: type[Exception]) -> None:
    with pytest.raises(error, match="^learning_rate must be"):
        training_step(start_neuron(seed=0), learning_rate=rate)


@pytest.mark.parametrize(("seed", "error"), [(-1, ValueError), (0.5, TypeError), (None, TypeError)])
def test_bad_seeds_are_refused(seed: object, error: type[Exception]) -> None:
    with pytest.raises(error, match="^seed must be"):
        start_neuron(seed)


def test_no_progress_bar_outside_a_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    train(training_step(start_neuron(seed=0)), INPUTS, TARGETS, iterations=10)
    assert capfd.readouterr() == ("", "")


def test_progress_in_a_terminal() -> None:
    code = (
        "from tests.steps.test_training import *\n"
        "train(training_step(start_neuron(seed=0)), INPUTS, TARGETS, iterations=10)"
    )
    reader, writer = pty.openpty()
    termios.tcsetwinsize(writer, (24, 80))
    subprocess.run([sys.executable, "-c", code], stderr=writer, cwd=ROOT, check=True)
    os.close(writer)
    said = b""
    while b"10/10" not in said:  # at the end, reading more is an OSError
        said += os.read(reader, 1000)
    os.close(reader)
