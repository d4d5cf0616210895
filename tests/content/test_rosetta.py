"""The snippets of the Rosetta page; those in JAX and PyTorch are run by make test-rosetta."""

import os
import re
import runpy
import shlex
import subprocess
import sys
from pathlib import Path

from theano_walkthrough.gates import truth_table
from theano_walkthrough.network import network_training_step, start_network
from theano_walkthrough.training import train

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "docs/rosetta"
FOLDER = shlex.quote(str(ROOT / "build" / "pytensor"))
IN_PYTHON = {"PYTENSOR_FLAGS": f"cxx=,mode=FAST_COMPILE,base_compiledir={FOLDER}"}


@pytest.mark.parametrize(("library", "settings"), [("theano", {}), ("pytensor", IN_PYTHON)])
def test_snippets_run(library: str, settings: dict[str, str]) -> None:
    command = [sys.executable, "-W", "error", str(SCRIPTS / f"with_{library}.py")]
    subprocess.run(command, env=os.environ | settings, check=True)


def test_training_is_the_walkthroughs() -> None:
    xnor = runpy.run_path(str(SCRIPTS / "xnor.py"))
    inputs, targets = truth_table("XNOR")
    assert (xnor["INPUTS"], xnor["TARGETS"]) == (inputs.tolist(), targets.tolist())
    network = start_network(seed=0)
    start = {name: shared.get_value().tolist() for name, shared in vars(network).items()}
    assert xnor["START"] == start
    step = network_training_step(network, xnor["LEARNING_RATE"])
    run = train(step, inputs, targets, xnor["ITERATIONS"])
    xnor["check"](run.costs, run.activations)
    with pytest.raises(AssertionError):
        xnor["check"](run.costs * 1.0001, run.activations)
    with pytest.raises(AssertionError):
        xnor["check"](run.costs, run.activations + 0.02)


def test_page_shows_each_idea() -> None:
    page = (ROOT / "docs/rosetta.md").read_text()
    shown = re.findall(r"^```\{libraries\} (\w+)$", page, re.MULTILINE)
    ideas = re.findall(r"^# (\w+)$", (SCRIPTS / "with_theano.py").read_text(), re.MULTILINE)
    ideas = [idea for idea in ideas if idea != "end"]
    assert len(ideas) == 11
    assert sorted(shown) == sorted(ideas)


def test_chapters_show_each_idea_but_the_imports() -> None:
    chapters = (ROOT / "docs/galleries/chapters").glob("*.py")
    text = "".join(chapter.read_text() for chapter in sorted(chapters))
    shown = re.findall(r"^# \.\. other-libraries:: (\w+)$", text, re.MULTILINE)
    page = (ROOT / "docs/rosetta.md").read_text()
    ideas = re.findall(r"^```\{libraries\} (\w+)$", page, re.MULTILINE)
    assert sorted([*shown, "imports"]) == sorted(ideas)
