"""Keep the results of long computations, until something that they depend on changes."""

import functools
import hashlib
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import ParamSpec, TypeVar

import numpy as np
import theano
from filelock import FileLock

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

PACKAGE = __name__.partition(".")[0]


def remembered(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """Let a function look its result up beside Theano's compiled code before it computes.

    A result is found only if everything is the same to the last bit: the arguments, the code
    of the function's module and of each module of this package that it uses, the versions of
    Python, NumPy and Theano, and Theano's settings.

    Parameters
    ----------
    function : callable
        A function of a module, whose result depends on nothing else.

    Returns
    -------
    callable
        The function with a memory; ``__wrapped__`` is the one without.

    Examples
    --------
    >>> remembered(checks.finite_number)("bias", 1)
    1.0
    """

    @functools.wraps(function)
    def look_up(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        path = folder() / digest(function, args, kwargs)
        with alone(path):
            if path.is_file():
                found: Result = pickle.loads(path.read_bytes())
                return found
            result = function(*args, **kwargs)
            with suppress(OSError):  # who can't write here computes again
                store(path, pickle.dumps(result))
            return result

    return look_up


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Have other processes that want the same result wait for it, where that can be had."""
    lock = FileLock(f"{path}.lock")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def folder() -> Path:
    """Return where results are kept."""
    return Path(theano.config.base_compiledir, "results")


def digest(function: Callable[..., object], *arguments: object) -> str:
    """Return a name for a result, made from all that it depends on."""
    config = theano.config
    settings = (config.get_config_hash(), config.mode, config.linker, config.cxx)
    versions = (sys.version, np.__version__, theano.__version__)
    key = pickle.dumps((function.__qualname__, arguments, settings, versions))
    parts = [key, *(source(name) for name in sorted(used_modules(function.__module__)))]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def used_modules(name: str) -> set[str]:
    """Follow what a module has imported from this package, from module to module."""
    found = {name}
    waiting = [name]
    while waiting:
        for value in vars(sys.modules[waiting.pop()]).values():
            attribute = "__name__" if isinstance(value, ModuleType) else "__module__"
            other = str(getattr(value, attribute, ""))
            if other.startswith(f"{PACKAGE}.") and other not in found:
                found.add(other)
                waiting.append(other)
    return found


def source(module: str) -> bytes:
    """Return a module's code."""
    return Path(str(sys.modules[module].__file__)).read_bytes()


def store(path: Path, content: bytes) -> None:
    """Write a file as a whole or not at all."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    Path(file.name).replace(path)
