"""Time what grows: training with examples and starts, the site with its chapters and editions.

The sizes take turns, so that whatever else the computer does disturbs them alike.
The figures go into ``results/growth.json``, from which the site makes its plots.
"""

import shutil
import sys
from collections.abc import Callable
from functools import partial
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
from building import PAGES, fresh_clone, make, remove
from results import compare, show, write

ROUNDS = 5
SITE_ROUNDS = 2
EXAMPLES = (4, 40, 400, 4_000, 40_000)
STARTS = (1, 10, 100, 1_000, 10_000)
CHAPTERS = (10, 20, 40)
EDITIONS = (1, 2, 4, 8)
ENOUGH = 0.2
"""Seconds that a step is repeated for, or more."""
COPIED = "docs/galleries/chapters/3_functions_and_gradients.py"
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
    """Return the seconds of building more editions, and of a site with more chapters."""
    seconds: Results = {
        "editions": {count: [] for count in EDITIONS},
        "chapters": {count: [] for count in CHAPTERS},
    }
    for _ in range(SITE_ROUNDS):
        with fresh_clone() as clone:
            make(clone, "html")
            languages = ["en", "zh_CN", *add_languages(clone)]
            for count in EDITIONS:
                remove(clone, PAGES)
                chosen = " ".join(languages[:count])
                seconds["editions"][count].append(make(clone, "html", f"LANGUAGES={chosen}"))
            for count in CHAPTERS:
                add_chapters(clone, count)
                remove(clone, PAGES)
                for page in (clone / "docs/beyond").glob("copy_*"):
                    page.unlink()
                seconds["chapters"][count].append(make(clone, "html", "LANGUAGES=en"))
    return seconds


def add_languages(clone: Path) -> list[str]:
    """Copy the Chinese translation for other regions, and let the site know them."""
    languages = [f"zh_{region}" for region in OTHER_REGIONS]
    locale = clone / "docs" / "locale"
    with (clone / "docs" / "languages.txt").open("a", encoding="utf-8") as table:
        for language in languages:
            table.write(f"{language}  中文\n")
            shutil.copytree(locale / "zh_CN", locale / language)
    return languages


def add_chapters(clone: Path, count: int) -> None:
    """Copy a chapter under other names."""
    for number in range(count):
        shutil.copy(clone / COPIED, clone / f"docs/galleries/beyond/copy_{number}.py")


def main() -> None:
    """Measure, write the results, and show them."""
    seconds = time_steps()
    print("Steps are timed; now sites are built, which takes longer.", file=sys.stderr)
    seconds |= time_sites()
    for what, sizes in seconds.items():
        for size, times in sizes.items():
            show(f"{size} {what}", times)
    write("growth", seconds=seconds)
    chapters = {size: median(times) for size, times in seconds["chapters"].items()}
    per_chapter = [(chapters[20] - chapters[10]) / 10, (chapters[40] - chapters[20]) / 20]
    compare({"a late chapter, by an early one": (per_chapter[1] / per_chapter[0], 1.5)})


if __name__ == "__main__":
    main()
