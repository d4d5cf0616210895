"""Time the same training, 30 000 steps of the XNOR network, in several ways.

The ways take turns, so that whatever else the computer does disturbs them alike.
The figures go into ``results/training.json``, from which the site makes its table.
"""

import json
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import IO

from results import BENCH, FOLDER, ROSETTA, compare, show, write

ROUNDS = 15
STEPS = 30_000
WAYS = {
    "numpy": sys.executable,
    "theano": sys.executable,
    "theano_no_c_products": sys.executable,
    "theano_trusted": sys.executable,
    "theano_lean": sys.executable,
    "theano_scan": sys.executable,
    "theano_one_call": sys.executable,
    "pytensor": sys.executable,
    "pytorch": ROSETTA,
    "jax": ROSETTA,
    "jax_scan": ROSETTA,
    "node": sys.executable,
    "chromium": sys.executable,
    "numba": BENCH,
}
"""What is compared, and the Python that runs it."""
EXPECTED_COST = 0.0597608900828
GOALS = {"theano": 0.6, "theano_lean": 0.15, "theano_one_call": 0.06}
"""The most of NumPy's time that a way may take."""


def measure(ways: dict[str, str], rounds: int) -> dict[str, list[float]]:
    """Return the seconds of each training, by the way it was done."""
    seconds: dict[str, list[float]] = {way: [] for way in ways}
    with ExitStack() as ends:  # each peer, when nothing more comes in
        peers = {way: ends.enter_context(start(way, python)) for way, python in ways.items()}
        for _ in range(rounds):
            for way, peer in peers.items():
                seconds[way].append(train(way, peer))
    return seconds


def start(way: str, python: str) -> "subprocess.Popen[str]":
    """Start the process that trains in one way."""
    command = [python, str(FOLDER / "peers" / f"with_{way}.py")]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True)


def train(way: str, peer: "subprocess.Popen[str]") -> float:
    """Have it train once; return the seconds, if it came to the right cost."""
    writing, reading = _pipes(peer)
    print(file=writing, flush=True)
    answer = reading.readline()
    if not answer:
        raise RuntimeError(f"training in {way} failed; run benchmarks/peers/with_{way}.py to see")
    seconds, cost = json.loads(answer)
    if abs(cost - EXPECTED_COST) > 1e-9:
        raise RuntimeError(f"training in {way} ended at cost {cost}, not {EXPECTED_COST}")
    return float(seconds)


def _pipes(peer: "subprocess.Popen[str]") -> tuple[IO[str], IO[str]]:
    assert peer.stdin
    assert peer.stdout
    return peer.stdin, peer.stdout


def main() -> None:
    """Measure and show; write the results if every way was there."""
    ways = {way: python for way, python in WAYS.items() if Path(python).exists()}
    seconds = measure(ways, ROUNDS)
    ratios = {
        way: [a / b for a, b in zip(times, seconds["numpy"], strict=True)]
        for way, times in seconds.items()
    }
    for way, times in seconds.items():
        show(way, ratios[way], "of NumPy's time")
        print(f"{'':32} {STEPS / median(times):10,.0f} steps a second")
    if ways == WAYS:
        write("training", steps=STEPS, seconds=seconds)
    else:
        print("PyTorch and JAX were left out, and no results written: run make test-rosetta first.")
    compare({way: (median(ratios[way]), most) for way, most in GOALS.items()})


if __name__ == "__main__":
    main()
