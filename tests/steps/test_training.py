"""The training loop, against NumPy with gradients by hand."""

import os
import pty
import subprocess
import sys
import termios
from pathlib import Path

from theano_walkthrough.beyond import manual_gradients
from theano_walkthrough.gates import truth_table
from theano_walkthrough.logistic_neuron import Neuron, start_neuron, training_step
from theano_walkthrough.training import TrainingDivergedError, train

import numpy as np
import pytest
from numpy.typing import NDArray

ROOT = Path(__file__).parents[2]
INPUTS, TARGETS = truth_table("AND")


def values(neuron: Neuron) -> list[NDArray[np.float64]]:
    return [neuron.w.get_value(), neuron.b.get_value()]


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


@pytest.mark.parametrize(("rate", "iteration"), [(100, 3), (np.nan, 1), (np.inf, 1), (-1, r"\d+")])
def test_divergence_is_said_and_undone(rate: float, iteration: object) -> None:
    neuron = start_neuron(seed=0)
    before = values(neuron)
    step = training_step(neuron, learning_rate=rate)
    message = rf"^the cost is (nan|inf) at iteration {iteration}: try a smaller learning rate$"
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
