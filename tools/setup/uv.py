"""Find uv, which fetches Python and packages, or fetch uv itself with pip."""

import os
import re
import shutil
import sys
from pathlib import Path

from tools.setup.run import DETAILS, CommandFailed, Problem, run

OLDEST = (0, 8, 0)
FOLDER = Path(".uv")
THROWAWAY = FOLDER / "pip"
LOCK = Path("tools", "setup", "uv-requirements.lock")

# In an environment, Python's own pip is meant: an environment made by uv has none.
PYTHON = getattr(sys, "_base_executable", None) or sys.executable


def find_uv() -> tuple[str, dict[str, str]]:
    """Return a uv's path and the settings that it needs."""
    found = shutil.which("uv")
    if found and version(found) >= OLDEST:
        return found, {}
    fetched = str(FOLDER / "bin" / "uv")
    if version(fetched) < OLDEST:
        fetch()
    # All that a fetched uv keeps stays in this folder.
    kept = {"UV_CACHE_DIR": FOLDER / "cache", "UV_PYTHON_INSTALL_DIR": FOLDER / "python"}
    settings = {name: os.environ.get(name, str(path.resolve())) for name, path in kept.items()}
    return fetched, settings


def version(uv: str) -> tuple[int, ...]:
    """Return a uv's version; (0,) stands for a uv that isn't there or doesn't work."""
    try:
        numbers = re.match(r"uv (\d+)\.(\d+)\.(\d+)", run([uv, "--version"]))
    except (CommandFailed, OSError):
        return (0,)
    return tuple(map(int, numbers.groups())) if numbers else (0,)


def fetch() -> None:
    """Install the uv of the lock into its folder."""
    print("Fetching uv ...", flush=True)
    shutil.rmtree(str(FOLDER), ignore_errors=True)
    options = ["--no-cache-dir", "--disable-pip-version-check", "--only-binary", ":all:"]
    options += ["--target", str(FOLDER), "--require-hashes", "--requirement", str(LOCK)]
    try:
        run([*pip(), "install", *options])
    except CommandFailed as failure:
        if "DO NOT MATCH THE HASHES" in str(failure):
            raise Problem(
                f"The uv that was downloaded doesn't have a hash of {LOCK}, so it wasn't "
                f"installed; try another network or package mirror ({DETAILS})."
            ) from None
        raise Problem(
            f"uv couldn't be fetched; check the network and run make again ({DETAILS})."
        ) from None
    finally:
        shutil.rmtree(str(THROWAWAY), ignore_errors=True)


def pip() -> list[str]:
    """Return the command of Python's pip, or of a throwaway environment's."""
    try:
        run([PYTHON, "-m", "pip", "--version"])
    except CommandFailed:
        try:
            run([PYTHON, "-m", "venv", str(THROWAWAY)])
        except CommandFailed:
            raise Problem(
                "Neither uv nor pip was found to fetch packages with; install one (on Debian "
                "and Ubuntu: apt install python3-venv) and run make again."
            ) from None
        return [str(THROWAWAY / "bin" / "python"), "-m", "pip"]
    return [PYTHON, "-m", "pip"]
