"""Time what grows: training with examples and starts, the site with editions and what's in it.

The sizes take turns, so that whatever else the computer does disturbs them alike.
The figures go into ``results/growth.json``, from which the site makes plots and a table.
"""

import shutil
import sys
from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from theano_walkthrough.beyond import manual_gradients
from theano_walkthrough.beyond.multistart import (
    draw_weights,
    networks_training_step,
    start_networks,
)
from theano_walkthrough.gates import truth_table
from theano_walkthrough.network import network_training_step, start_network

import numpy as np
from building import fresh_clone
from results import compare, show, write
from sites import PAGES, make, remove

ROUNDS = 5
SITE_ROUNDS = 1
EXAMPLES = (4, 40, 400, 4_000, 40_000)
STARTS = (1, 10, 100, 1_000, 10_000)
EDITIONS = (1, 2, 4, 8)
CHAPTERS = (10, 20, 40)
PAGES_MORE = (50, 100, 200)
CLAIMS = (5_000, 10_000, 20_000)
LIVE_FIGURES = (1_000, 2_000, 4_000)
MOST = 1.5
"""How many times as long a late piece of the site may take as an early one."""
ENOUGH = 0.2
"""Seconds that a step is repeated for, or more."""
COPIED_CHAPTER = "docs/galleries/chapters/3_functions_and_gradients.py"
COPIED_PAGE = "docs/conclusion.md"
OTHER_REGIONS = ("TW", "HK", "SG", "MO", "MY", "AU")
"""Where else Chinese is read: Sphinx treats these editions as it does ours."""

Results = dict[str, dict[int, list[float]]]
Steps = Callable[[int], object]
"""Takes so many steps."""


def time_steps() -> Results:
    """Return the seconds of a step, for each number of examples and of starts."""
    steps: dict[str, dict[int, Steps]] = {
        "examples": {count: theano_steps(count) for count in EXAMPLES},
        "examples in NumPy": {count: numpy_steps(count) for count in EXAMPLES},
        "starts": {count: many_starts_steps(count) for count in STARTS},
    }
    seconds: Results = {what: {size: [] for size in sizes} for what, sizes in steps.items()}
    for _ in range(ROUNDS):
        for what, sizes in steps.items():
            for size, take in sizes.items():
                seconds[what][size].append(time_of(take))
    return seconds


def examples(count: int) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Return the four corners again and again."""
    inputs, targets = truth_table("XNOR")
    return np.tile(inputs, (count // 4, 1)), np.tile(targets, count // 4)


def theano_steps(count: int) -> Steps:
    """Return what takes steps of the chapters' training."""
    step = network_training_step(start_network(seed=0), learning_rate=0.04 / count)
    return partial(repeat, partial(step, *examples(count)))


def numpy_steps(count: int) -> Steps:
    """Return what takes the same steps in NumPy, with gradients by hand."""
    start = [shared.get_value() for shared in vars(start_network(seed=0)).values()]
    return partial(
        manual_gradients.descend,
        manual_gradients.network_step,
        start,
        *examples(count),
        0.04 / count,
    )


def many_starts_steps(count: int) -> Steps:
    """Return what takes steps that train many networks at once."""
    networks = start_networks(draw_weights(range(count)))
    step, _ = networks_training_step(networks, *truth_table("XNOR"))
    return partial(repeat, step)


def repeat(step: Callable[[], object], times: int) -> None:
    """Call a step so often."""
    for _ in range(times):
        step()


def time_of(take: Steps) -> float:
    """Return the seconds of a step, from more and more of them."""
    times = 1
    while True:
        started = perf_counter()
        take(times)
        if (passed := perf_counter() - started) >= ENOUGH:
            return passed / times
        times *= 2


def time_sites() -> Results:
    """Return the seconds of building more editions, and of a site in which there's more."""
    seconds: Results = {"editions": {count: [] for count in EDITIONS}}
    seconds |= {what: {count: [] for count in counts} for what, (counts, _) in GROWING.items()}
    for _ in range(SITE_ROUNDS):
        with fresh_clone() as clone:
            make(clone, "html")
            languages = ["en", "zh_CN", *add_languages(clone)]
            for count in EDITIONS:
                remove(clone, PAGES)
                chosen = " ".join(languages[:count])
                seconds["editions"][count].append(make(clone, "html", f"LANGUAGES={chosen}"))
            for what, (counts, _) in GROWING.items():
                for count in counts:
                    remove_copies(clone)
                    seconds[what][count].append(time_site(clone, what, count))
    return seconds


def time_site(clone: Path, what: str, count: int) -> float:
    """Add so many; return the seconds of building one edition, or, of claims, of checking them."""
    _, add = GROWING[what]
    if what == "claims":
        add(clone, 0)
        make(clone, "doctest")  # where there's a new page, all pages are checked again
        add(clone, count)
        return make(clone, "doctest")
    add(clone, count)
    remove(clone, PAGES)
    return make(clone, "html", "LANGUAGES=en")


def add_languages(clone: Path) -> list[str]:
    """Copy the Chinese translation for other regions, and let the site know them."""
    languages = [f"zh_{region}" for region in OTHER_REGIONS]
    locale = clone / "docs" / "locale"
    with (clone / "docs" / "languages.txt").open("a", encoding="utf-8") as table:
        for language in languages:
            table.write(f"{language}  中文\n")
            shutil.copytree(locale / "zh_CN", locale / language)
    return languages


def remove_copies(clone: Path) -> None:
    """Remove what was added, and the pages made from it."""
    for copy in (clone / "docs").rglob("copy_*"):
        copy.unlink()


def add_chapters(clone: Path, count: int) -> None:
    """Copy a chapter under other names."""
    for number in range(count):
        shutil.copy(clone / COPIED_CHAPTER, clone / f"docs/galleries/beyond/copy_{number}.py")


def add_pages(clone: Path, count: int) -> None:
    """Copy a page without code under other names."""
    text = (clone / COPIED_PAGE).read_text(encoding="utf-8")
    for number in range(count):
        write_page(clone, number, text)


def add_claims(clone: Path, count: int) -> None:
    """Write a page of sentences, each with a claim."""
    sentences = (f"It is {{claim}}`{number} <{number}>`.\n" for number in range(count))
    write_page(clone, 0, "\n".join(["# Claims\n", *sentences]))


def add_live_figures(clone: Path, count: int) -> None:
    """Write a page of live figures, each with the picture that it stands in for."""
    figure = ":::{live-figure} cube\n![Four corners](/_static/favicon.svg)\n:::\n"
    write_page(clone, 0, "\n".join(["# Figures\n", *[figure] * count]))


def write_page(clone: Path, number: int, text: str) -> None:
    """Write a page that no list of contents has."""
    page = clone / f"docs/copy_{number}.md"
    page.write_text(f"---\norphan: true\n---\n\n{text}", encoding="utf-8")


GROWING: dict[str, tuple[tuple[int, ...], Callable[[Path, int], None]]] = {
    "chapters": (CHAPTERS, add_chapters),
    "pages": (PAGES_MORE, add_pages),
    "claims": (CLAIMS, add_claims),
    "live figures": (LIVE_FIGURES, add_live_figures),
}
"""What there's more and more of in the site, how many, and what adds them."""


def late_by_early(seconds: Mapping[int, list[float]]) -> float:
    """Return how many times as long a piece takes among many as among few.

    Parameters
    ----------
    seconds : mapping of int to list of float
        For each of the sizes, in order, the seconds of each round.

    Returns
    -------
    float
        What a piece more takes between the last two sizes, by what it takes between the first two.

    Examples
    --------
    >>> late_by_early({10: [2.0, 3.0, 9.0], 20: [4.0], 40: [12.0]})
    4.0
    """
    sizes = list(seconds)
    each = [
        (median(seconds[larger]) - median(seconds[smaller])) / (larger - smaller)
        for smaller, larger in pairwise(sizes)
    ]
    return each[-1] / each[0]


def main() -> None:
    """Measure, write the results, and show them."""
    seconds = time_steps()
    print("Steps are timed; now sites are built, which takes longer.", file=sys.stderr)
    seconds |= time_sites()
    for what, sizes in seconds.items():
        for size, times in sizes.items():
            show(f"{size} {what}", times)
    ratios = {what: late_by_early(seconds[what]) for what in GROWING}
    write("growth", seconds=seconds, late_by_early=ratios)
    compare({f"{what}: a late by an early one": (ratios[what], MOST) for what in GROWING})


if __name__ == "__main__":
    main()
