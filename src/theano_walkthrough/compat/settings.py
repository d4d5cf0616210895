"""Read the user's settings, add ours where there are none, and look for a compiler."""

import configparser
import logging
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from theano_walkthrough.compat import old_settings

SWITCH = "THEANO_WALKTHROUGH_SPEEDUPS"
REPAIRS = {
    # NumPy no longer says what BLAS it was built with, and Theano's search for one crashes:
    # https://github.com/numpy/numpy/issues/21079, https://github.com/Theano/Theano/issues/6788
    "blas__ldflags": "",
    # GCC fuses multiplications and additions where the processor can, which rounds differently:
    # https://github.com/numpy/numpy/issues/22993
    "gcc__cxxflags": "-ffp-contract=off",
}
SPEEDUPS = {"gcc__cxxflags": "-g0 -O1"}  # compiles faster than Theano's -g -O3
NO_COMPILER = "cxx="
"""Flags, each set only if the user hasn't set it."""


def defaults(speedups: bool) -> dict[str, str]:
    """Return the flags that we set."""
    flags = dict(REPAIRS)
    if speedups:
        for name, value in SPEEDUPS.items():
            flags[name] = f"{value} {flags.get(name, '')}".rstrip()
    return flags


def speedups_wanted() -> bool:
    """Read the switch in the environment."""
    value = os.environ.get(SWITCH) or "on"
    if value not in ("on", "off"):
        raise ImportError(f"{SWITCH} must be on or off, got {value!r}.")
    return value == "on"


@contextmanager
def flags_for_import(speedups: bool) -> Iterator[None]:
    """Add to THEANO_FLAGS what the user hasn't set, until Theano has read it.

    Without a compiler, processes that are started later find in it that there is none.
    """
    before = os.environ.get("THEANO_FLAGS")
    with _clear_errors():
        added = old_settings.modern_flags(before or "")
        settings = user_settings(added)
        after = added = old_settings.flags_without_graphics_card(added, settings)
        compiler = settings.get("cxx", "clang++" if sys.platform == "darwin" else "g++")
        obstacle = why_not_compile(compiler) if compiler else ""
        if obstacle:
            after = added = f"{added},{NO_COMPILER}"
            logging.getLogger("theano_walkthrough").warning(
                "%s, so Theano runs in pure Python, more slowly.", obstacle
            )
        ours = [f"{name}={v}" for name, v in defaults(speedups).items() if name not in settings]
        os.environ["THEANO_FLAGS"] = ",".join([*ours, added])
        try:
            yield
        except BaseException:
            after = before or ""
            raise
        finally:
            os.environ["THEANO_FLAGS"] = after
            if not after and before is None:
                del os.environ["THEANO_FLAGS"]


@contextmanager
def _clear_errors() -> Iterator[None]:
    """Say in one sentence what is wrong with a setting, and forget what of Theano was imported."""
    try:
        yield
    except (ValueError, configparser.Error) as error:
        for name in [name for name in sys.modules if name.partition(".")[0] == "theano"]:
            del sys.modules[name]
        reason = " ".join(str(error).split()).rstrip(".")
        raise ImportError(
            f"Theano can't use a setting of THEANO_FLAGS or .theanorc: {reason}."
        ) from None


def user_settings(flags: str) -> dict[str, str]:
    """Read what the user has set in .theanorc and in THEANO_FLAGS, as Theano would."""
    files = configparser.RawConfigParser()
    names = os.environ.get("THEANORC", "~/.theanorc").split(os.pathsep)
    files.read([Path(name).expanduser() for name in names])
    settings = {}
    for section in files.sections():
        prefix = "" if section == "global" else f"{section}__"
        settings.update({prefix + name: value for name, value in files.items(section)})
    return settings | {name: value for name, _, value in old_settings.split_flags(flags)}


def why_not_compile(compiler: str) -> str:
    """Say what is missing to compile C++ for Python and how to get it; nothing if all is there."""
    mac = sys.platform == "darwin"
    if not works(compiler):
        remedy = "xcode-select --install" if mac else "sudo apt install g++"
        return f"No working C++ compiler {compiler} was found (try: {remedy})"
    headers = Path(sysconfig.get_path("include"))
    if not (headers / "Python.h").exists():
        remedy = "install Python again" if mac else "sudo apt install python3.11-dev"
        return f"Python's header Python.h was not found in {headers} (try: {remedy})"
    return ""


def works(compiler: str) -> bool:
    """Tell whether the compiler is there and starts: on macOS there's a stand-in that doesn't."""
    if not shutil.which(compiler):
        return False
    run = subprocess.run([compiler, "-v"], stdin=subprocess.DEVNULL, capture_output=True)
    return run.returncode == 0
