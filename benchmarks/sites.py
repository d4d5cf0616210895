"""What an author waits for: this site, and its chapters as others would build them.

Others get what this site offers to readers: sphinx-gallery the scripts, MyST-NB the notebooks.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from results import BENCH, FOLDER

CHAPTER = "5_neuron_that_learns"
PAGES = ["build/pages", "build/html", "build/doctrees/pages"]
CHAPTERS = ["build/galleries", "docs/chapters", "docs/beyond"]
SENTENCE = "One more sentence."
CELL = "print(2 + 2)\n# Out:\n# 4"
SPHINX = ["-m", "sphinx"]
ALL_CORES = ["-j", "auto"]
PHASES = "phases.jsonl"


class Site(NamedTuple):
    """A folder that is built, and what in it holds what."""

    folder: Path
    chapter: str  # the one that is edited
    build: Callable[[bool], float]  # takes whether to note the phases; returns the seconds
    pages: list[str]
    results: list[str]


def states(site: Site) -> dict[str, float]:
    """Build a site, of which nothing is there yet, in the states that an author meets.

    Parameters
    ----------
    site : Site
        How it's built.

    Returns
    -------
    dict of str to float
        The seconds of each build, and of the phases of one that finds all results.
    """
    chapter = site.folder / site.chapter
    text = chapter.read_text(encoding="utf-8")
    seconds = {"cold": site.build(False), "nothing changed": site.build(False)}
    remove(site.folder, site.pages)
    seconds["results kept"] = site.build(True)
    phases = take_phases(site.folder)
    remove(site.folder, site.pages + site.results)
    seconds["compiled before"] = site.build(False)
    add_sentence(chapter)
    seconds["one sentence edited"] = site.build(False)
    add_cell(chapter)
    seconds["one chapter edited"] = site.build(False)
    chapter.write_text(text, encoding="utf-8")
    return {
        **seconds,
        "compile": seconds["cold"] - seconds["compiled before"],
        "execute": seconds["compiled before"] - seconds["results kept"],
        **phases,
        "publish": seconds["results kept"] - sum(phases.values()),
    }


def take_phases(folder: Path) -> dict[str, float]:
    """Return the phases that were noted in a folder; of two editions, those of the longer one."""
    noted = folder / PHASES
    every: list[dict[str, float]] = list(map(json.loads, noted.read_text().splitlines()))
    noted.unlink()
    return max(every, key=lambda phases: sum(phases.values()))


def here(clone: Path, *wanted: str) -> Site:
    """Return this site in the editions that make is asked for."""

    def build(noting: bool) -> float:
        sphinx = noted(clone, Path(".venv/bin/python"), *ALL_CORES, "-W", "--keep-going", "-n")
        return make(clone, "html", *wanted, *([f"SPHINX={' '.join(sphinx)}"] if noting else []))

    return Site(clone, f"docs/galleries/chapters/{CHAPTER}.py", build, PAGES, CHAPTERS)


def sphinx_gallery(clone: Path, folder: Path) -> Site:
    """Copy the scripts that a built clone offers to where sphinx-gallery alone builds them."""
    copy(clone, ".py", "sphinx_gallery", folder, "scripts")
    build = partial(run_sphinx, clone, folder, clone / ".venv/bin/python", ALL_CORES)
    return Site(folder, f"scripts/{CHAPTER}.py", build, ["html"], ["chapters"])


def myst_nb(clone: Path, folder: Path) -> Site:
    """Copy the notebooks that a built clone offers to where MyST-NB builds them."""
    copy(clone, ".ipynb", "myst_nb", folder)
    python = str(clone / ".venv/bin/python")
    command = [python, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    kernel = {"argv": command, "display_name": "Python 3", "language": "python"}
    specification = folder / "_build" / "kernels" / "python3" / "kernel.json"
    specification.parent.mkdir(parents=True)
    specification.write_text(json.dumps(kernel), encoding="utf-8")
    build = partial(run_sphinx, clone, folder, Path(BENCH).absolute(), [])  # -j breaks its cache
    return Site(folder, f"{CHAPTER}.ipynb", build, ["html"], ["results"])


def copy(clone: Path, ending: str, peer: str, folder: Path, inside: str = ".") -> None:
    """Copy a peer's settings, and the chapters that the English edition offers."""
    shutil.copytree(FOLDER / "peers" / peer, folder)
    for source in (clone / "docs/galleries/chapters").glob("*.py"):
        (offered,) = (clone / "build/html/en/_downloads").glob(f"*/{source.stem}{ending}")
        shutil.copy(offered, folder / inside)


def run_sphinx(clone: Path, folder: Path, python: Path, options: list[str], noting: bool) -> float:
    """Build a peer's pages; return how long it took."""
    command = noted(folder, python) if noting else [str(python), *SPHINX]
    command += options
    settings = {
        "THEANO_FLAGS": f"base_compiledir={folder / 'theano'}",
        "JUPYTER_PATH": str(folder / "_build"),
    }
    return run([*command, "-b", "html", "-d", "html/.doctrees", ".", "html"], folder, settings)


def noted(folder: Path, python: Path, *options: str) -> list[str]:
    """Return the command that runs Sphinx, and notes its phases in a folder."""
    script = [sys.executable, str(FOLDER / "phases.py"), str(folder / PHASES)]
    return [*script, str(python), *SPHINX, *options]


def make(clone: Path, *targets: str) -> float:
    """Run make; return how long it took."""
    return run(["make", *targets], clone, {})


def run(command: list[str], folder: Path, settings: dict[str, str]) -> float:
    """Run a command with none of our make's settings; return how long it took."""
    ours = ("THEANO_FLAGS", "PYTENSOR_FLAGS", "MAKEFLAGS", "MAKELEVEL", "MPLBACKEND")
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    started = perf_counter()
    ended = subprocess.run(
        command, cwd=folder, env=environment | settings, capture_output=True, encoding="utf-8"
    )
    if ended.returncode:
        raise RuntimeError(f"{' '.join(command)} failed: {ended.stderr}")
    return perf_counter() - started


def remove(folder: Path, inside: list[str]) -> None:
    """Remove what was built."""
    for name in inside:
        shutil.rmtree(folder / name)


def add_sentence(chapter: Path) -> None:
    """Add prose to the end of a chapter."""
    if chapter.suffix == ".ipynb":
        add_to_notebook(chapter, {"cell_type": "markdown", "source": SENTENCE})
    else:
        add_to_script(chapter, f"# {SENTENCE}\n")


def add_cell(chapter: Path) -> None:
    """Add code to the end of a chapter."""
    if chapter.suffix == ".ipynb":
        code = {"cell_type": "code", "source": CELL}
        cell: dict[str, Any] = code | {"execution_count": None, "outputs": []}
        add_to_notebook(chapter, cell)
    else:
        add_to_script(chapter, f"# {SENTENCE}\n\n{CELL}\n")


def add_to_script(chapter: Path, block: str) -> None:
    """Add a block to a script."""
    with chapter.open("a", encoding="utf-8") as file:
        file.write(f"\n# %%\n{block}")


def add_to_notebook(chapter: Path, cell: dict[str, Any]) -> None:
    """Add a cell to a notebook."""
    notebook = json.loads(chapter.read_text(encoding="utf-8"))
    number = len(notebook["cells"])
    notebook["cells"].append({**cell, "id": f"cell-{number}", "metadata": {}})
    chapter.write_text(json.dumps(notebook), encoding="utf-8")
