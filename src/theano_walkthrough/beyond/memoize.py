"""Keep the results of long computations, until something that they depend on changes."""

import functools
import hashlib
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import ParamSpec, TypeVar

import numpy as np
import scipy
import theano
from filelock import FileLock
from theano.configparser import ConfigParam
from theano.link.c.cmodule import GCC_compiler

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

PACKAGE = Path(__file__).parents[1]
FOLDERS = {"base_compiledir", "compiledir", "compiledir_format", "gpuarray__cache_path"}
"""Settings that say where files are: the same files elsewhere give the same results."""


def memoize(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """Let a function look its result up beside Theano's compiled code before it computes.

    A result is found only if everything is the same to the last bit: the arguments, every file
    of this package, the versions of Python, NumPy, SciPy, Theano and the compiler, and Theano's
    settings.

    Parameters
    ----------
    function : callable
        A function of this package, whose result depends on nothing else.

    Returns
    -------
    callable
        The function with a memory; ``__wrapped__`` is the one without.

    Examples
    --------
    >>> memoize(checks.finite_number)("bias", 1)
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
    name = (function.__module__, function.__qualname__)
    versions = (sys.version, np.__version__, scipy.__version__, theano.__version__)
    surroundings = repr((name, versions, GCC_compiler.version_str(), settings()))
    parts = [surroundings.encode(), pickle.dumps(arguments), *package_files()]
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def settings() -> list[tuple[str, str]]:
    """Return each setting of Theano but those of folders.

    Theano's own digest of settings leaves out the compiler's options, the optimizer's and more.
    To sort out which others may reach a number isn't worth a wrong one: a setting changes
    seldom, and then the only harm is to compute again.
    """
    names = [
        name for name, kind in vars(type(theano.config)).items() if isinstance(kind, ConfigParam)
    ]
    return [(name, repr(getattr(theano.config, name))) for name in sorted({*names} - FOLDERS)]


def package_files() -> Iterator[bytes]:
    """Yield the names and contents of this package's files.

    All of them: some change how Theano computes without being imported by who uses Theano.
    """
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix().encode()
        yield path.read_bytes()


def store(path: Path, content: bytes) -> None:
    """Write a file as a whole or not at all."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    Path(file.name).replace(path)
