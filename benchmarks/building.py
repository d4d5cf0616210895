"""Time what a newcomer and a writer wait for: set-up, builds, and checks of every example.

Everything happens in a fresh clone in a temporary folder.
The figures go into ``results/building.json``.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from training import FOLDER, environment

RESULTS = FOLDER / "results" / "building.json"
ROUNDS = 3
CHAPTER = "docs/walkthrough/5_neuron_that_learns.py"
PAGES = ["build/pages", "build/html", "build/doctrees/pages"]
CHAPTERS = ["build/chapters", "docs/chapters", "docs/beyond"]


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
    remove(clone, PAGES + CHAPTERS)
    seconds["execute, read and write"] = make(clone, "html")
    seconds["first doctest"] = make(clone, "doctest")
    seconds["doctest again"] = make(clone, "doctest")
    return seconds


def make(clone: Path, target: str) -> float:
    """Run make; return how long it took."""
    started = perf_counter()
    run = subprocess.run(["make", target], cwd=clone, capture_output=True, encoding="utf-8")
    if run.returncode:
        raise RuntimeError(f"make {target} failed: {run.stderr}")
    return perf_counter() - started


def remove(clone: Path, folders: list[str]) -> None:
    """Remove what was built."""
    for folder in folders:
        shutil.rmtree(clone / folder)


def parts(seconds: dict[str, float]) -> dict[str, float]:
    """Split the first site into what happened in it, by what it took without each part."""
    return {
        "compile": seconds["first site"] - seconds["execute, read and write"],
        "execute": seconds["execute, read and write"] - seconds["read and write"],
        "read and write": seconds["read and write"],
    }


def main() -> None:
    """Measure, write the results, and show them."""
    for flags in ("THEANO_FLAGS", "PYTENSOR_FLAGS", "MAKEFLAGS", "MAKELEVEL"):
        os.environ.pop(flags, None)  # they are for this folder, not for the clone
    rounds = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            clone = Path(folder, "site")
            subprocess.run(["git", "clone", "--quiet", str(FOLDER.parent), clone], check=True)
            rounds.append(measure(clone))
            print(".", end="", file=sys.stderr, flush=True)
    seconds = {part: [each[part] for each in rounds] for part in rounds[0]}
    results = {"environment": environment(), "seconds": seconds}
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    medians = {part: median(times) for part, times in seconds.items()}
    for part, time in medians.items():
        print(f"{part:24} {time:6.1f} s ({min(seconds[part]):.1f} to {max(seconds[part]):.1f})")
    print("In the first site:", *(f"{part} {time:.0f} s" for part, time in parts(medians).items()))


if __name__ == "__main__":
    main()
