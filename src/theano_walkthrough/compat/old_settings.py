"""Read settings from the days of Theano 0.8 and 1.0 as they were meant.

A flag's sections were joined by dots, ``blas.ldflags``, and are now by ``blas__ldflags``.
What asked for a graphics card ends the import today, or goes on after a long message.
"""

import importlib.util
import logging
import shlex
from collections.abc import Iterable, Mapping
from fnmatch import fnmatch

GONE = (
    "cublas__*",
    "cuda__enabled",
    "enable_initial_driver_test",
    "lib__cnmem",
    "nvcc__*",
    "pycuda__*",
)
"""Flags for graphics cards that Theano no longer has."""
SEPARATOR = "__"
DEVICES = {"device": "cpu", "init_gpu_device": ""}


def split_flags(flags: str) -> list[tuple[str, str, str]]:
    """Take THEANO_FLAGS apart as Theano does: each is a name, a sign, and a value."""
    splitter = shlex.shlex(flags, posix=True)
    splitter.whitespace, splitter.whitespace_split = ",", True
    return [flag.strip().partition("=") for flag in splitter]


def modern_flags(flags: str) -> str:
    """Name flags as they are named today: ``blas.ldflags`` is ``blas__ldflags``."""
    old = split_flags(flags)
    new = [(name.replace(".", SEPARATOR), sign, value) for name, sign, value in old]
    return flags if new == old else _joined(new)


def flags_without_graphics_card(flags: str, settings: Mapping[str, str]) -> str:
    """Leave out of the flags what asks for a graphics card, there or in .theanorc, and say so."""
    useless = {
        name: value
        for name, value in settings.items()
        if _is_gone(name) or (name in DEVICES and _is_useless(value))
    }
    own = {name for name, _, _ in split_flags(flags)}
    if not useless.keys() & (own | DEVICES.keys()):
        return flags  # as in processes that are started later: what .theanorc has is ignored
    logging.getLogger("theano_walkthrough").warning(
        "Theano can't use a graphics card (GPU) today, so it runs on the processor (CPU) and "
        "leaves out %s.",
        ", ".join(f"{name.replace(SEPARATOR, '.')}={value}" for name, value in useless.items()),
    )
    kept = [flag for flag in split_flags(flags) if flag[0] not in useless]
    return _joined([*kept, *((name, "=", value) for name, value in DEVICES.items())])


def _is_gone(name: str) -> bool:
    return any(fnmatch(name, pattern) for pattern in GONE)


def _is_useless(device: str) -> bool:
    """Tell whether it's a graphics card; the newer names need a package that hardly anybody has."""
    newer = device.startswith(("cuda", "opencl")) and not importlib.util.find_spec("pygpu")
    return device.startswith("gpu") or newer


def _joined(flags: Iterable[tuple[str, str, str]]) -> str:
    """Put THEANO_FLAGS together; a value may hold commas and quotes."""
    return ",".join("'" + "".join(flag).replace("'", "'\"'\"'") + "'" for flag in flags)
