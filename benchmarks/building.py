"""Time what a newcomer and a writer wait for: set-up, builds, and checks of every example.

Everything happens in a fresh clone in a temporary folder.
The figures go into ``results/building.json``.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter

from results import FOLDER, compare, show, write

ROUNDS = 3
GOALS = {
    "environment and first site": 90,
    "doctest again": 12,
    "nothing changed": 5,
    "one chapter changed": 15,
}
"""The most seconds that each may take, on two cores."""
CHAPTER = "docs/galleries/chapters/5_neuron_that_learns.py"
PAGES = ["build/pages", "build/html", "build/doctrees/pages"]
CHAPTERS = ["build/galleries", "docs/chapters", "docs/beyond"]


def measure(clone: Path) -> dict[str, float]:
    """Return the seconds that each part takes, from a fresh clone to a small change."""
    seconds = {"environment": make(clone, ".venv/.ready"), "first site": make(clone, "html")}
    seconds["nothing changed"] = make(clone, "html")
    chapter = clone / CHAPTER
    text = chapter.read_text(encoding="utf-8")
    chapter.write_text(text + "\n# %%\n# One more sentence.\n", encoding="utf-8")
    seconds["one chapter changed"] = make(clone, "html")
    chapter.write_text(text, encoding="utf-8")
    make(clone, "html")
    remove(clone, PAGES)
    seconds["read and write"] = make(clone, "html")
    remove(clone, PAGES)
    seconds["read and write, one edition"] = make(clone, "html", "LANGUAGES=en")
    remove(clone, PAGES + CHAPTERS)
    seconds["execute, read and write"] = make(clone, "html")
    seconds["first doctest"] = make(clone, "doctest")
    seconds["doctest again"] = make(clone, "doctest")
    return seconds


@contextmanager
def fresh_clone() -> Iterator[Path]:
    """Clone this repository for a while."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder, "site")
        subprocess.run(["git", "clone", "--quiet", str(FOLDER.parent), clone], check=True)
        yield clone


def make(clone: Path, *targets: str) -> float:
    """Run make; return how long it took."""
    ours = ("THEANO_FLAGS", "PYTENSOR_FLAGS", "MAKEFLAGS", "MAKELEVEL")  # not for the clone
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    started = perf_counter()
    run = subprocess.run(
        ["make", *targets], cwd=clone, env=environment, capture_output=True, encoding="utf-8"
    )
    if run.returncode:
        raise RuntimeError(f"make {' '.join(targets)} failed: {run.stderr}")
    return perf_counter() - started


def remove(clone: Path, folders: list[str]) -> None:
    """Remove what was built."""
    for folder in folders:
        shutil.rmtree(clone / folder)


def main() -> None:
    """Measure, write the results, and show them."""
    rounds = []
    for _ in range(ROUNDS):
        with fresh_clone() as clone:
            rounds.append(measure(clone))
            print(".", end="", file=sys.stderr, flush=True)
    seconds = {part: [each[part] for each in rounds] for part in rounds[0]}
    for part, times in seconds.items():
        show(part, times)
    write("building", seconds=seconds)
    medians = {part: median(times) for part, times in seconds.items()}
    medians["environment and first site"] = medians["environment"] + medians["first site"]
    compare({part: (medians[part], most) for part, most in GOALS.items()})


if __name__ == "__main__":
    main()
