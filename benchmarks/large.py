"""Time a step with many examples, as Theano can be set to compile it, and see how exact it is.

Each way is a process of its own, with settings and a folder for compiled code of its own, in
which NumPy is timed beside Theano. The ways take turns.
The figures go into ``results/large.json``, from which the site makes a table.
"""

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

from theano_walkthrough.beyond import manual_gradients
from theano_walkthrough.network import Network, network_training_step, start_network

import numpy as np
import theano
from growth import examples, numpy_steps, repeat, time_of
from results import show, write

ROUNDS = 5
SIZES = (400, 4_000, 40_000)
FAST_MATH = "gcc__cxxflags=-O3 -march=native -ffast-math"
WAYS = {
    "package": "",
    "no_fusion": "optimizer_excluding=fusion",
    "optimised": "gcc__cxxflags=-O3 -march=native",
    "fast_math": FAST_MATH,
    "fast_math_float32": f"{FAST_MATH},floatX=float32",
}
"""What is compared: Theano's settings."""


def measure(way: str) -> dict[str, Any]:
    """Return what a process with a way's settings finds."""
    folder = Path("build", "large", way).resolve()
    environment = {**os.environ, "THEANO_FLAGS": f"base_compiledir='{folder}',{WAYS[way]}"}
    command = [sys.executable, __file__, "once"]
    run = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8")
    if run.returncode:
        raise RuntimeError(f"steps in the way {way} failed: {run.stderr.splitlines()[-1]}")
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def once() -> dict[str, Any]:
    """Time Theano's steps and NumPy's, with the settings of this process."""
    found: dict[str, Any] = {"errors": {}, "seconds": {}, "seconds in NumPy": {}}
    for count in SIZES:
        network = start_network(seed=0)
        for name, parameter in vars(network).items():
            vars(network)[name] = theano.shared(as_set(parameter.get_value()))
        arguments = [as_set(array) for array in examples(count)]
        step = network_training_step(network, learning_rate=1 / count)
        step(*arguments)
        found["errors"][count] = largest_error(network, count)
        found["seconds"][count] = time_of(partial(repeat, partial(step, *arguments)))
        found["seconds in NumPy"][count] = time_of(numpy_steps(count))
    return found


def as_set(numbers: Any) -> Any:
    """Return numbers in the precision that Theano is set to."""
    return np.asarray(numbers, theano.config.floatX)


def largest_error(network: Network, count: int) -> float:
    """Return the largest relative error of the parameters after a step, by NumPy's long double."""
    exact = np.longdouble
    start = [exact(parameter.get_value()) for parameter in vars(start_network(seed=0)).values()]
    step = manual_gradients.network_step(start, *map(exact, examples(count)))
    errors = [
        np.abs(parameter.get_value() / (before - slope / count) - 1).max()
        for parameter, before, slope in zip(
            vars(network).values(), start, step.gradients, strict=True
        )
    ]
    return float(max(errors))


def main() -> None:
    """Measure, write the results, and show them."""
    rounds = [{way: measure(way) for way in WAYS} for _ in range(ROUNDS)]
    results = {
        way: {
            what: {str(n): [found[way][what][str(n)] for found in rounds] for n in SIZES}
            for what in ("seconds", "seconds in NumPy")
        }
        | {"error": max(rounds[0][way]["errors"].values())}
        for way in WAYS
    }
    for way, found in results.items():
        print(f"{way}: largest relative error {found['error']:.2g}")
        for count in map(str, SIZES):
            times = zip(found["seconds"][count], found["seconds in NumPy"][count], strict=True)
            show(f"{count} examples", [a / b for a, b in times], "of NumPy's time")
    write("large", ways=results)


if __name__ == "__main__":
    if sys.argv[1:] == ["once"]:
        print(json.dumps(once()))
    else:
        main()
