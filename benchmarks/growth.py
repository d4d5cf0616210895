"""Time what grows: training with the examples and with the starts, the site with its chapters.

The sizes take turns, so that whatever else the computer does disturbs them alike.
The figures go into ``results/growth.json``, from which the site makes its plots.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from theano_walkthrough import by_hand
from theano_walkthrough.gates import truth_table
from theano_walkthrough.many_starts import draw_weights, networks_training_step, start_networks
from theano_walkthrough.network import network_training_step, start_network

import numpy as np
from building import PAGES, fresh_clone, make, remove
from results import show, write

ROUNDS = 5
SITE_ROUNDS = 2
EXAMPLES = (4, 40, 400, 4_000, 40_000)
STARTS = (1, 10, 100, 1_000, 10_000)
CHAPTERS = (10, 20, 40)
ENOUGH = 0.2
"""Seconds that a step is repeated for."""
COPIED = "docs/walkthrough/3_functions_and_gradients.py"

Results = dict[str, dict[int, list[float]]]


def time_steps() -> Results:
    """Return the seconds of a step, for each number of examples and of starts."""
    steps: dict[str, dict[int, Callable[[], object]]] = {
        "examples": {count: theano_step(count) for count in EXAMPLES},
        "examples in NumPy": {count: numpy_step(count) for count in EXAMPLES},
        "starts": {count: many_starts_step(count) for count in STARTS},
    }
    seconds: Results = {what: {size: [] for size in sizes} for what, sizes in steps.items()}
    for _ in range(ROUNDS):
        for what, sizes in steps.items():
            for size, step in sizes.items():
                seconds[what][size].append(time_of(step))
    return seconds


def examples(count: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the four corners again and again."""
    inputs, targets = truth_table("XNOR")
    return np.tile(inputs, (count // 4, 1)), np.tile(targets, count // 4)


def theano_step(count: int) -> Callable[[], object]:
    """Return a step of the chapters' training."""
    step = network_training_step(start_network(seed=0), learning_rate=0.04 / count)
    return partial(step, *examples(count))


def numpy_step(count: int) -> Callable[[], object]:
    """Return the same step in NumPy, with gradients by hand."""
    parameters = [shared.get_value() for shared in vars(start_network(seed=0)).values()]
    return partial(
        by_hand.descend, by_hand.network_step, parameters, *examples(count), 0.04 / count, 1
    )


def many_starts_step(count: int) -> Callable[[], object]:
    """Return a step that trains many networks at once."""
    networks = start_networks(draw_weights(range(count)))
    step, _ = networks_training_step(networks, *truth_table("XNOR"))
    return step


def time_of(step: Callable[[], object]) -> float:
    """Return the seconds of a step."""
    calls, started = 0, perf_counter()
    while (passed := perf_counter() - started) < ENOUGH:
        step()
        calls += 1
    return passed / calls


def time_sites() -> dict[int, list[float]]:
    """Return the seconds of running, reading and writing a site with so many chapters more."""
    seconds: dict[int, list[float]] = {count: [] for count in CHAPTERS}
    for _ in range(SITE_ROUNDS):
        with fresh_clone() as clone:
            make(clone, "html", "LANGUAGES=en")
            for count in CHAPTERS:
                add_chapters(clone, count)
                remove(clone, PAGES)
                for page in (clone / "docs/beyond").glob("copy_*"):
                    page.unlink()
                seconds[count].append(make(clone, "html", "LANGUAGES=en"))
    return seconds


def add_chapters(clone: Path, count: int) -> None:
    """Write chapters under other names, and list them."""
    folder = clone / "docs" / "explore"
    text = (clone / COPIED).read_text(encoding="utf-8")
    names = [f"copy_{number}" for number in range(count)]
    for name in names:
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    index = folder / "index.rst"
    listed = index.read_text(encoding="utf-8").partition("   copy_")[0].rstrip("\n")
    index.write_text("\n   ".join([listed, *names]) + "\n", encoding="utf-8")


def main() -> None:
    """Measure, write the results, and show them."""
    seconds = time_steps()
    print("Steps are timed; now sites are built, which takes longer.", file=sys.stderr)
    seconds["chapters"] = time_sites()
    for what, sizes in seconds.items():
        for size, times in sizes.items():
            show(f"{size} {what}", times)
    write("growth", seconds=seconds)


if __name__ == "__main__":
    main()
