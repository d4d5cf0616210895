"""Run commands quietly: what they print goes to a log."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Callable, Optional

LOG = Path("build", "setup.log")  # relative, like every path here: scripts run in the repository
DETAILS = f"details: {LOG}"

# Settings of other environments, which must not leak into ours, and pip's that forbid --target.
FOREIGN = ("CONDA_PREFIX", "PYTHONHOME", "PYTHONPATH", "UV_SYSTEM_PYTHON", "VIRTUAL_ENV")
PIP = {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}


class Problem(Exception):
    """What is missing and what to do about it, in one sentence."""


class CommandFailed(Exception):
    """What a failed command printed."""


def run(command: Sequence[str], text: Optional[str] = None, **settings: str) -> str:
    """Run a command and return what it printed, which is also kept in the log."""
    environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    environment.update(PIP, **settings)
    done = subprocess.run(
        command,
        input=b"" if text is None else text.encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
    )
    with LOG.open("ab") as log:
        log.write(b"$ " + os.fsencode(" ".join(command)) + b"\n" + done.stdout + b"\n")
    output = done.stdout.decode("utf-8", "replace")
    if done.returncode != 0:
        raise CommandFailed(output)
    return output


def main(work: Callable[[], None]) -> None:
    """Do the work in the repository's folder; end in one sentence if something is missing."""
    os.chdir(Path(__file__).resolve().parents[2])
    try:
        LOG.parent.mkdir(exist_ok=True)
        LOG.write_bytes(b"")
        work()
    except Problem as problem:
        sys.exit(str(problem))
    except OSError as problem:
        sys.exit(f"Set-up failed: {problem.strerror}: {problem.filename}.")
    except KeyboardInterrupt:
        sys.exit("Set-up was interrupted; run make again to finish it.")
