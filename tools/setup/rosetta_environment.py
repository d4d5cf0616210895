"""Make .venv-rosetta, the environment of the snippets in JAX and PyTorch.

PyTorch's build without graphics cards isn't in the package index, where the same version
comes with gigabytes that nothing here needs; so it's fetched by version, and all else by hash.
"""

import shutil
import sys
from pathlib import Path

from tools.setup.environment import install_packages, make_environment
from tools.setup.run import DETAILS, CommandFailed, Problem, main, run
from tools.setup.uv import THROWAWAY, find_uv, pip

ENVIRONMENT = Path(".venv-rosetta")
LOCK = Path("tools", "setup", "rosetta-requirements.lock")
READY = ENVIRONMENT / ".ready"
PYTORCH = "torch==2.13.0"


def set_up() -> None:
    """Make the environment from nothing, and mark it ready at the very end."""
    uv, settings = find_uv()
    print(f"Setting up {ENVIRONMENT}, about 1.5 GB ...", flush=True)
    make_environment(uv, settings, ENVIRONMENT)
    install_packages(uv, settings, ENVIRONMENT, LOCK)
    install_pytorch(uv, settings)
    READY.touch()


def install_pytorch(uv: str, settings: dict[str, str]) -> None:
    """Fetch PyTorch from its makers, or from wherever pip is told to look."""
    python = str(ENVIRONMENT / "bin" / "python")
    options = ["--no-deps", "--only-binary", ":all:"]  # what it depends on is in the lock
    command = [uv, "pip", "install", "--python", python, "--torch-backend", "cpu"]
    try:
        run([*command, *options, PYTORCH], **settings)
    except CommandFailed:
        cpu_only = PYTORCH if sys.platform == "darwin" else f"{PYTORCH}+cpu"
        try:
            run([*pip(), "--python", python, "install", *options, cpu_only])
        except CommandFailed:
            raise Problem(
                "PyTorch's build for CPUs couldn't be fetched; check the network and run make "
                f"again ({DETAILS})."
            ) from None
        finally:
            shutil.rmtree(str(THROWAWAY), ignore_errors=True)


if __name__ == "__main__":
    main(set_up)
