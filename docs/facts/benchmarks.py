"""What ``make bench`` has measured."""

import json
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Any

RESULTS = Path(__file__).parents[2] / "benchmarks" / "results"


def results(name: str) -> Any:
    """Return what one of the benchmarks has written."""
    return json.loads((RESULTS / f"{name}.json").read_text(encoding="utf-8"))


def ratio(way: str, other: str, benchmark: str = "training") -> float:
    """Return how long one way of training takes, another's time being 1: the rounds' median."""
    seconds = results(benchmark)["seconds"]
    return float(median(a / b for a, b in zip(seconds[way], seconds[other], strict=True)))


def steps() -> int:
    """Return how many steps each way of training was timed for."""
    return int(results("training")["steps"])


def ways() -> list[str]:
    """Return the ways of training, the fastest first."""
    seconds = results("training")["seconds"]
    return sorted(seconds, key=lambda way: float(median(seconds[way])))


def microseconds(way: str) -> float:
    """Return how long a training step takes."""
    return 1e6 * float(median(results("training")["seconds"][way])) / steps()


def growth(what: str) -> Mapping[int, float]:
    """Return the median seconds for each size."""
    sizes = results("growth")["seconds"][what]
    return {int(size): median(seconds) for size, seconds in sizes.items()}


def times_as_long(what: str, size: int, other: int) -> float:
    """Return how many times as long one size takes as another."""
    seconds = growth(what)
    return seconds[size] / seconds[other]


def examples_for_half() -> float:
    """Return with how many examples their numbers take half of a step: it grows in a line."""
    seconds = growth("examples")
    for_one = (seconds[400] - seconds[4]) / (400 - 4)
    for_none = seconds[4] - 4 * for_one
    return for_none / for_one


def as_set(way: str, count: int) -> float:
    """Return how long a step takes with a way's settings, NumPy's time being 1: the median."""
    found, size = results("large")["ways"][way], str(count)
    both = zip(found["seconds"][size], found["seconds in NumPy"][size], strict=True)
    return float(median(a / b for a, b in both))


def error(way: str) -> float:
    """Return the largest relative error of the parameters after a step with a way's settings."""
    return float(results("large")["ways"][way]["error"])


def site(way: str, what: str) -> float:
    """Return the median seconds of a way to build the chapters, in a state, or of a part."""
    return float(median(results("building")["sites"][way][what]))
