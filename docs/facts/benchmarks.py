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


def ratio(way: str, other: str) -> float:
    """Return how long one way of training takes, another's time being 1: the rounds' median."""
    seconds = results("training")["seconds"]
    return float(median(a / b for a, b in zip(seconds[way], seconds[other], strict=True)))


def microseconds(way: str) -> float:
    """Return how long a training step takes."""
    training = results("training")
    return 1e6 * float(median(training["seconds"][way])) / int(training["steps"])


def growth(what: str) -> Mapping[int, float]:
    """Return the median seconds for each size."""
    sizes = results("growth")["seconds"][what]
    return {int(size): median(seconds) for size, seconds in sizes.items()}


def building(part: str) -> float:
    """Return the median seconds that a part of building this site takes."""
    return float(median(results("building")["seconds"][part]))
