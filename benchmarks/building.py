"""Time what a newcomer and a writer wait for: set-up, builds, and checks of every example.

Beside this site, its chapters are built as others would.
Everything happens in a fresh clone in a temporary folder, and the ways take turns.
The figures go into ``results/building.json``, from which the site makes its tables and its picture.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from results import FOLDER, compare, show, write
from sites import add_cell, here, make, myst_nb, sphinx_gallery, states

ROUNDS = 3
GOALS = {
    "environment and first site": 70,
    "nothing changed": 1.2,
    "one sentence edited": 3.5,
    "one chapter edited": 3.5,
    "doctest again": 8,
    "doctest after one chapter edited": 3,
}
"""The most seconds that each may take, in both editions, on two cores."""

Seconds = dict[str, float]


def measure(clone: Path, folder: Path) -> tuple[Seconds, dict[str, Seconds]]:
    """Return the seconds of what only this site has, and of all states of each way to build."""
    seconds = {"environment": make(clone, ".venv/.ready")}
    ways = {"both editions": states(here(clone))}
    make(clone, "clean")
    ways["one edition"] = states(here(clone, "LANGUAGES=en"))
    make(clone, "html", "LANGUAGES=en")  # the chapters as they are
    ways["myst_nb"] = states(myst_nb(clone, folder / "myst_nb"))
    ways["sphinx_gallery"] = states(sphinx_gallery(clone, folder / "sphinx_gallery"))
    seconds["first doctest"] = make(clone, "doctest")
    seconds["doctest again"] = make(clone, "doctest")
    add_cell(clone / here(clone).chapter)
    seconds["doctest after one chapter edited"] = make(clone, "doctest")
    return seconds, ways


@contextmanager
def fresh_clone() -> Iterator[Path]:
    """Clone this repository for a while."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder, "site")
        subprocess.run(["git", "clone", "--quiet", str(FOLDER.parent), clone], check=True)
        yield clone


def gathered(rounds: list[Seconds]) -> dict[str, list[float]]:
    """Return what each round has measured, side by side."""
    return {what: [each[what] for each in rounds] for what in rounds[0]}


def main() -> None:
    """Measure, write the results, and show them."""
    rounds = []
    for _ in range(ROUNDS):
        with fresh_clone() as clone:
            rounds.append(measure(clone, clone.parent))
            print(".", end="", file=sys.stderr, flush=True)
    seconds = gathered([ours for ours, _ in rounds])
    sites = {way: gathered([ways[way] for _, ways in rounds]) for way in rounds[0][1]}
    for what, times in seconds.items():
        show(what, times)
    for way, parts in sites.items():
        print(f"\n{way}:")
        for what, times in parts.items():
            show(what, times)
    write("building", seconds=seconds, sites=sites)
    both = sites["both editions"]
    medians = {what: median(times) for what, times in (both | seconds).items()}
    medians["environment and first site"] = medians["environment"] + medians["cold"]
    compare({what: (medians[what], most) for what, most in GOALS.items()})


if __name__ == "__main__":
    main()
