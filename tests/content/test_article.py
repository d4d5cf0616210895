"""The page about the article: its programs, and the steps that docstrings cite."""

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

from theano_walkthrough.gates import truth_table
from theano_walkthrough.logistic_neuron import start_neuron, training_step
from theano_walkthrough.network import network_training_step, start_network
from theano_walkthrough.training import train

import matplotlib.pyplot as plt
import numpy as np
import pytest

ROOT = Path(__file__).parents[2]
PROGRAMS = sorted((ROOT / "docs/article").glob("*.py"))
PAGE = (ROOT / "docs/article.md").read_text(encoding="utf-8")
STEPS = set(range(1, 25))
SHOWN = re.compile(
    r"```{literalinclude} article/(\w+)\.py\n:language: python\n```\n\n"
    r"```{literalinclude} article/(\w+)\.txt\n:language: text\n:class: sphx-glr-script-out\n```\n\n"
    r"{download}`(\w+)\.py <article/(\w+)\.py>` "
)
TRAININGS = {
    "and_trained": ("AND", lambda: training_step(start_neuron(seed=0))),
    "xnor_trained": ("XNOR", lambda: network_training_step(start_network(seed=0))),
}


def cited_steps(text: str) -> set[int]:
    """Return the article's steps that a text speaks of, with those between them."""
    steps: set[int] = set()
    for cited in re.findall(r"\bsteps? (\d+(?:(?:, | and | to )\d+)*)", text, re.IGNORECASE):
        numbers = [int(number) for number in re.findall(r"\d+", cited)]
        steps |= set(range(numbers[0], numbers[-1] + 1) if " to " in cited else numbers)
    return steps


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_a_program_prints_what_the_page_shows(program: Path) -> None:
    screens = {"DISPLAY", "WAYLAND_DISPLAY"}
    environment = {name: value for name, value in os.environ.items() if name not in screens}
    command = [sys.executable, program.name]
    done = subprocess.run(
        command, cwd=program.parent, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout == program.with_suffix(".txt").read_text(encoding="utf-8")


def test_the_page_shows_each_program_with_its_output_and_offers_it() -> None:
    shown = SHOWN.findall(PAGE)
    assert all(len(set(names)) == 1 for names in shown)
    assert sorted(names[0] for names in shown) == [program.stem for program in PROGRAMS]
    assert PAGE.count("{literalinclude}") == 2 * len(shown)
    texts = {path.stem for path in (ROOT / "docs/article").glob("*.txt")}
    assert texts == {program.stem for program in PROGRAMS}


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_a_program_needs_nothing_of_ours_but_the_import(program: Path) -> None:
    code = program.read_text(encoding="utf-8")
    assert re.findall(r".*theano_walkthrough.*", code) == [
        "import theano_walkthrough  # prepares Theano"
    ]
    assert not re.search(r"(?m)^ *(?:def|class) ", code)


@pytest.mark.parametrize("name", TRAININGS)
def test_a_training_is_the_chapters_and_its_plot_shows_it(name: str) -> None:
    gate, step = TRAININGS[name]
    run = train(step(), *truth_table(gate))
    plt.close("all")
    ended = runpy.run_path(str(ROOT / f"docs/article/{name}.py"))
    (line,) = plt.gca().lines
    plt.close("all")
    assert np.allclose(line.get_ydata(), run.costs, rtol=1e-9, atol=0)
    assert np.allclose(ended["outputs"], run.activations, rtol=1e-9, atol=0)


def test_the_page_defines_the_steps_in_order_and_in_their_sections() -> None:
    defined = re.findall(r"(?m)^- \(article-step-(\d+)\)=\n  Step (\d+): ", PAGE)
    assert [(int(anchor), int(number)) for anchor, number in defined] == [
        (step, step) for step in sorted(STEPS)
    ]
    sections = dict(re.findall(r"(?ms)^## Section (\d): [^\n]*\n(.*?)(?=^## )", PAGE))
    counts = {
        int(number): len(re.findall(r"\(article-step-", text)) for number, text in sections.items()
    }
    assert counts == {1: 0, 2: 4, 3: 4, 4: 3, 5: 8, 6: 5}


def test_docstrings_and_tests_cite_only_steps_that_the_page_defines() -> None:
    cited = set()
    for folder in ("src", "tests", "docs/article"):
        for path in (ROOT / folder).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            for sentence in re.findall(r"article steps? [^.]*|\A\"\"\"Steps? [^.:]*", text):
                cited |= cited_steps(sentence)
    assert cited <= STEPS
    assert len(cited) >= 20


def test_the_programs_cover_every_step_but_the_table_of_types() -> None:
    covered = set()
    for program in PROGRAMS:
        covered |= cited_steps(program.read_text(encoding="utf-8").partition("\n")[0])
    assert covered == STEPS - {5}


def test_each_erratum_belongs_to_one_section() -> None:
    errata = re.findall(
        r"(?m)^\((errata-[\w-]+)\)=$", (ROOT / "docs/errata.md").read_text(encoding="utf-8")
    )
    assigned = re.findall(r"(?m)^- {ref}`(errata-[\w-]+)`$", PAGE)
    assert sorted(assigned) == sorted(errata)
