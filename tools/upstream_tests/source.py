"""Fetch all of Theano-PyMC's own tests: its package brings only a few of them."""

import os
import shutil
import subprocess
from pathlib import Path

REPOSITORY = "https://github.com/aesara-devs/aesara"
"""What became of Theano-PyMC's repository."""

COMMIT = "ebaad559d6ea4a49fa87123adf50c9aa847ce27a"
"""Release 1.1.2; git refuses anything that hasn't this hash."""

PARTS = ["tests", "conftest.py"]
QUIET = os.environ | {"GIT_TERMINAL_PROMPT": "0"}  # it must not ask who somebody is


class Unreachable(Exception):
    """What is missing and what to do about it, in one sentence."""


def fetch(folder: Path, repository: str) -> None:
    """Check the tests out into a folder, from the repository or a clone of it; once is enough."""
    if folder.exists():
        return
    if Path(repository).is_dir():  # git will look from another folder
        repository = str(Path(repository).resolve())
    half = folder.with_name(f"{folder.name}.half")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    try:
        for command in (
            ["init"],
            ["fetch", "--depth", "1", "--", repository, COMMIT],
            ["checkout", COMMIT, "--", *PARTS],
        ):
            git = ["git", "-C", str(half), "-c", "init.defaultBranch=main", *command]
            subprocess.run(git, env=QUIET, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        shutil.rmtree(half)
        raise Unreachable(
            f"Theano's tests couldn't be fetched from {repository} with git; check the network, "
            "or name a clone of that repository: make test-theano CLONE=FOLDER."
        ) from None
    half.rename(folder)
