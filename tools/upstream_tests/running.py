"""Run a file of Theano's tests in processes of its own, until each of its tests has a note."""

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

SCRIPT = Path(__file__).with_name("one_file.py")
LIMIT = 900.0
"""Seconds that one test may take: the longest take minutes on a slow machine."""

# What upstream's own runs set, and no BLAS, as with our package.
FLAGS = "blas__ldflags=,warn__ignore_bug_before=all,on_opt_error=raise,on_shape_error=raise"
PLAIN = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
HOWS: dict[str, dict[str, str]] = {
    "ours": {"THEANO_WALKTHROUGH_SPEEDUPS": "on"},
    "without speed-ups": {"THEANO_WALKTHROUGH_SPEEDUPS": "off"},
    "bare": {},
}


@dataclass(frozen=True)
class Result:
    """How the tests of a file ended."""

    passed: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    failed: frozenset[str] = frozenset()
    running: frozenset[str] = frozenset()
    seconds: int = 0
    finished: bool = False


def read(notes: Path) -> Result:
    """Read the notes of a file; without any, nothing has been run."""
    lines = notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []
    words: dict[str, str] = {}
    seconds = 0.0
    finished = False
    for word, about, *_ in map(json.loads, lines):
        if word == "took":
            seconds += float(about)
        elif word == "finished":
            finished = True
        else:
            words[about] = word
    groups = {
        name: frozenset(test for test, word in words.items() if word == name)
        for name in ("passed", "skipped", "failed", "began")
    }
    running = groups.pop("began")
    return Result(**groups, running=running, seconds=round(seconds), finished=finished)


def run(folder: Path, notes: Path, how: str, tests: list[str], limit: float = LIMIT) -> Result:
    """Run tests of one file in a folder, without those that have notes already.

    A test that takes too long, or whose process crashes, has failed; the others go on after it.
    """
    notes.parent.mkdir(parents=True, exist_ok=True)
    while not (result := read(notes)).finished:
        start = time.monotonic()
        end = run_once(folder, notes, how, tests, limit)
        add(notes, "took", f"{time.monotonic() - start:.1f}")
        result = read(notes)
        if not result.finished:
            for test in result.running or tests[:1]:
                add(notes, "failed", test, end)
            if not result.running:
                add(notes, "finished", "")
    return result


def add(notes: Path, *what: str) -> None:
    """Add one note."""
    with notes.open("a", encoding="utf-8") as file:
        file.write(json.dumps(what) + "\n")


def run_once(folder: Path, notes: Path, how: str, tests: list[str], limit: float) -> str:
    """Run tests in one process, and say how that ended."""
    own = os.environ.get("THEANO_FLAGS", "")
    compiled = shlex.quote(str(folder.parent.resolve() / "compiled"))
    flags = f"{FLAGS},{own},base_compiledir={compiled}"
    environment = {**os.environ, **HOWS[how], **PLAIN, "THEANO_FLAGS": flags}
    command = [sys.executable, str(SCRIPT), str(notes.resolve()), how, *tests]
    with notes.with_suffix(".log").open("ab") as log:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            process_group=0,  # so that compilers end with it
        )
    try:
        return wait(process, notes, limit)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def wait(process: "subprocess.Popen[bytes]", notes: Path, limit: float) -> str:
    """Wait for the end of a process, or until it takes no note for too long."""
    size, since = -1, time.monotonic()
    while process.poll() is None:
        now = notes.stat().st_size if notes.exists() else 0
        if now != size:
            size, since = now, time.monotonic()
        if time.monotonic() - since > limit:
            return f"took longer than {limit:g} seconds"
        time.sleep(0.05)
    return f"its process ended with status {process.returncode}"
