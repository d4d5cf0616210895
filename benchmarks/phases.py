"""Run Sphinx, and note for how long it starts, reads and writes.

Sphinx must not be quiet: what it prints tells when it goes on to the next.
"""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from subprocess import PIPE, Popen
from time import perf_counter

BEGINNINGS = {"building [html]": "read", "looking for now-outdated files": "write"}
"""What is printed when a phase begins."""


def phases(lines: Iterable[str]) -> dict[str, float]:
    """Return the seconds of each phase, from lines that come as they are printed."""
    phase, began = "start", perf_counter()
    seconds = {}
    for line in lines:
        for beginning, following in BEGINNINGS.items():
            if line.startswith(beginning):
                seconds[phase] = perf_counter() - began
                phase, began = following, perf_counter()
    seconds[phase] = perf_counter() - began
    return seconds


def main(target: Path, command: list[str]) -> None:
    """Run a command, and add a line to a file."""
    plain = os.environ | {"NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    with Popen(command, stdout=PIPE, env=plain, encoding="utf-8") as process:
        assert process.stdout
        seconds = phases(process.stdout)
    with target.open("a", encoding="utf-8") as file:  # two editions may be built at once
        file.write(json.dumps(seconds) + "\n")
    sys.exit(process.returncode)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
