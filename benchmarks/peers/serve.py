"""Train each time that a line comes in, and answer with the seconds and the last cost."""

import json
import sys
from collections.abc import Callable
from time import perf_counter

ITERATIONS = 30_000
START = [
    *(0.8444218515250481, 0.7579544029403025, 0.420571580830845, 0.25891675029296335),
    *(0.5112747213686085, 0.4049341374504143, 1.0, 1.0),
]
"""The network's parameters with seed 0: w1, w2, w3, b1 and b2."""
INPUTS = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
TARGETS = [1.0, 0.0, 0.0, 1.0]


def serve(prepare: Callable[[], Callable[[], float]]) -> None:
    """Answer each line; prepare() isn't timed and returns what is."""
    for _ in sys.stdin:
        train = prepare()
        begun = perf_counter()
        cost = train()
        print(json.dumps([perf_counter() - begun, cost]), flush=True)
