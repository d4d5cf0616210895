"""PyTensor in Theano's place: only names change, and the walkthrough's own examples still hold."""

import doctest
import os
import subprocess
import sys
from pathlib import Path

from theano_walkthrough.beyond import manual_gradients
from theano_walkthrough.beyond.pytensor_port import (
    MODULES,
    changed_lines,
    code_lines,
    pytensor_module,
    pytensor_source,
    theano_source,
)
from theano_walkthrough.gates import truth_table

import numpy as np
import pytensor
import pytest


def examples_that_differ(name: str) -> list[str]:
    """Run a module's examples in PyTensor; return those that print something else."""
    names = {"np": np, "pytensor": pytensor, "T": pytensor.tensor}
    if name == "training":  # whose examples repeat a step of the neuron
        neuron = pytensor_module("logistic_neuron")
        names |= {"start_neuron": neuron.start_neuron, "training_step": neuron.training_step}
    differing = []

    class Runner(doctest.DocTestRunner):
        def report_failure(self, out, test, example, got):
            differing.append(f"{example.source.strip()} -> {got.strip()}")

        def report_unexpected_exception(self, out, test, example, exc_info):
            differing.append(f"{example.source.strip()} -> {exc_info[1]!r}")

    runner = Runner(verbose=False)
    for test in doctest.DocTestFinder().find(pytensor_module(name), extraglobs=names):
        runner.run(test)
    assert runner.tries
    return differing


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_the_walkthrough_hold(name: str) -> None:
    differing = ["a.type -> TensorType(float64, shape=())"] if name == "expressions" else []
    assert examples_that_differ(name) == differing


@pytest.mark.parametrize("name", MODULES)
def test_only_names_change(name: str) -> None:
    for ours, theirs in changed_lines(name):
        assert theirs != ours
        assert theirs.replace("pytensor", "theano") == ours
    assert "theano." not in pytensor_source(name).replace("pytensor.", "")


def test_every_changed_line_is_found() -> None:
    mentioned = {
        name: sum("theano." in line or line == "import theano" for line in code_lines(text))
        for name, text in ((name, theano_source(name)) for name in MODULES)
    }
    mentioned["network"] += 1  # imports from our own neuron
    assert {name: len(changed_lines(name)) for name in MODULES} == mentioned


def test_lines_of_code_are_neither_docstrings_nor_empty() -> None:
    text = "\n".join(
        [
            '"""What."""',
            "",
            "def f():",
            '    """Do.',
            "",
            '    More."""',
            "    # why",
            '    return "x"',
        ]
    )
    assert code_lines(text) == ["def f():", "    # why", '    return "x"']


def test_network_goes_the_way_that_is_computed_by_hand() -> None:
    inputs, targets = truth_table("XOR")
    edition = pytensor_module("network")
    network = edition.start_network(seed=3)
    start = [shared.get_value() for shared in vars(network).values()]
    step = edition.network_training_step(network, learning_rate=0.5)
    run = pytensor_module("training").train(step, inputs, targets, iterations=50)
    expected = manual_gradients.descend(
        manual_gradients.network_step, start, inputs, targets, 0.5, 50
    )
    np.testing.assert_allclose(run.costs, expected.costs, rtol=1e-12)
    np.testing.assert_allclose(run.activations, expected.activations, rtol=1e-12)
    for shared, value in zip(vars(network).values(), expected.parameters, strict=True):
        assert isinstance(shared, pytensor.compile.sharedvalue.SharedVariable)
        np.testing.assert_allclose(shared.get_value(), value, rtol=1e-12)


def test_unknown_modules_are_refused() -> None:
    for refuse in (theano_source, pytensor_source, changed_lines, pytensor_module):
        with pytest.raises(ValueError, match="^name must be one of expressions, .*, got 'plots'$"):
            refuse("plots")


@pytest.mark.needs_compiler
def test_theano_keeps_the_compiler_if_pytensor_comes_first(tmp_path: Path) -> None:
    code = """
        from theano_walkthrough.beyond.pytensor_port import pytensor_module
        for module in ("functions", "gradients"):
            pytensor_module(module)
        assert pytensor_module("gradients").cube_gradient()[1](4) == 48
        from theano_walkthrough.gradients import cube_gradient
        assert cube_gradient()[1](4) == 48
        import theano.link.c.lazylinker_c
        assert pytensor_module("functions").square_and_cube()(3) == [9, 27]
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTENSOR_FLAGS"}
    environment["HOME"] = str(tmp_path)
    command = [sys.executable, "-W", "error::UserWarning", "-c", "if True:" + code]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
