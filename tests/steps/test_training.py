"""The training loop, against NumPy with gradients by hand."""

import os
import pty
import subprocess
import sys
import termios
from pathlib import Path

from theano_walkthrough.gates import truth_table
from theano_walkthrough.logistic_neuron import (
    Neuron,
    start_neuron,
    training_step,
)
from theano_walkthrough.training import train

import numpy as np
import pytest
from numpy.typing import NDArray

ROOT = Path(__file__).parents[2]
INPUTS, TARGETS = truth_table("AND")


def values(neuron: Neuron) -> list[NDArray[np.float64]]:
    return [neuron.w.get_value(), neuron.b.get_value()]


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
