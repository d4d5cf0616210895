"""Programs in the style of 2016 run again after the tool, and print what NumPy says they should."""

import json
import re
import shutil
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from tests.processes import python
from tests.revive import references

ROOT = Path(__file__).parents[2]
PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.py"))

# Which lines of each program need mending, by the entry of the help that says why; by hand.
TOLD: dict[str, dict[str, list[int]]] = {
    "logistic_regression": {
        "python-2": [2, 28, 33, 35, 40, 43, 44, 45, 46, 47],
        "import-first": [7],
        "numpy-int": [12, 16],
    },
    "convolutional_net": {
        "gpu": [3],
        "old-flags": [3],
        "moved-modules": [6, 9, 26, 30],
        "python-2": [37, 38, 40],
    },
    "denoising_autoencoder": {
        "moved-modules": [3],
        "old-streams": [5],
        "python-2": [39, 40, 41, 42, 43],
    },
    "recurrent_net": {"moved-modules": [3, 5], "python-2": [25, 31, 34, 43, 44]},
    "dropout_net": {
        "moved-modules": [3],
        "old-streams": [5],
        "python-2": [37, 38, 39, 40, 46],
    },
    "custom_op": {
        "moved-modules": [3, 5, 8, 18],
        "c-code-in-op": [8, 28],
        "python-2": [52, 53, 54],
    },
    "rbm": {
        "moved-modules": [3],
        "old-streams": [11],
        "python-2": [40, 42, 43, 44],
    },
    "lstm": {"python-2": [3, 44, 52, 54, 58, 60, 61], "import-first": [6]},
    "gru": {
        "python-2": [2, 8, 10, 11, 12, 29, 57, 58, 59],
        "import-first": [5],
    },
    "layers_with_parameters": {
        "moved-modules": [5, 14, 41],
        "python-2": [15, 58, 64, 67, 68],
    },
    "layers_with_backend": {
        "import-first": [5],
        "python-2": [8, 21, 57, 71, 72],  # reduce is imported in line 8
    },
    "sampler": {
        "moved-modules": [3],
        "old-streams": [6],
        "python-2": [39, 42, 43],
    },
}
# What the tool can't be sure of, and what a hand makes of it.
BY_HAND = {("logistic_regression", 28): ("len(points) / batch_size", "len(points) // batch_size")}

NEEDS_COMPILER = {"custom_op"}  # its Op is C
# The programs print four digits after the point or more.
ROUNDING = 6e-5


class Revival(NamedTuple):
    """What the tool said of each program, and what each printed thereafter."""

    told: dict[str, dict[str, list[int]]]
    left: set[tuple[str, int]]
    printed: dict[str, str]


@pytest.fixture(scope="module")
def revival(tmp_path_factory: pytest.TempPathFactory) -> Revival:
    """The programs mended in a folder of their own, and run there."""
    folder = tmp_path_factory.mktemp("programs")
    copies = [Path(shutil.copy(program, folder)) for program in PROGRAMS]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        done = python("-m", "theano_walkthrough.revive", "--write", *(copy.name for copy in copies))
        assert (done.returncode, done.stderr) == (1, "")
        told: dict[str, dict[str, list[int]]] = {copy.stem: {} for copy in copies}
        left = set()
        for name, line, label, end in re.findall(
            r"^(\w+)\.py:(\d+): .+ \(help: ([\w-]+)\), (mended|left to you)$", done.stdout, re.M
        ):
            lines = told[name].setdefault(label, [])
            lines.extend({int(line)} - set(lines))
            left |= {(name, int(line))} if end == "left to you" else set()
        for (name, _), (old, new) in BY_HAND.items():
            copy = folder / f"{name}.py"
            text = copy.read_text(encoding="utf-8")
            assert text.count(old) == 1
            copy.write_text(text.replace(old, new), encoding="utf-8")
        ran = python(ROOT / "tests/revive/run_programs.py", *copies)
        assert ran.returncode == 0, ran.stderr
        outputs = json.loads(ran.stdout)
    return Revival(told, left, {c.stem: o for c, o in zip(copies, outputs, strict=True)})


def numbers(output: str) -> dict[str, np.ndarray]:
    """Return what was printed, by the words before it."""
    lines = [line.partition(": ") for line in output.splitlines()]
    return {words: np.array(rest.split(), float) for words, _, rest in lines}


def test_the_tool_tells_each_line_and_leaves_only_what_it_cannot_know(revival: Revival) -> None:
    assert revival.told == TOLD
    assert revival.left == set(BY_HAND)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            path.stem, marks=pytest.mark.needs_compiler if path.stem in NEEDS_COMPILER else ()
        )
        for path in PROGRAMS
    ],
)
def test_a_mended_program_prints_what_numpy_says(revival: Revival, name: str) -> None:
    got = numbers(revival.printed[name])
    expected = getattr(references, name)()
    assert [*got] == [*expected]
    for words, wanted in expected.items():
        values, off = wanted if isinstance(wanted, tuple) else (wanted, 0)
        assert np.all(np.abs(got[words] - values) <= np.add(off, ROUNDING)), (words, wanted)
