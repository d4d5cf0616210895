"""Cache the results of long computations on disk, until something they depend on changes."""

import functools
import hashlib
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import ParamSpec, TypeVar

from theano_walkthrough import speedups_are_on

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
"""Settings that hold paths: they aren't part of the cache key."""


def memoize(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """Cache a function's results on disk, in Theano's cache folder.

    The cache key covers the arguments, every file of this package, the versions of Python,
    NumPy, SciPy, Theano and the compiler, Theano's settings, and whether this package's speed-ups
    are on, all to the last bit.

    Parameters
    ----------
    function : callable
        A function of this package, whose result depends on nothing else.

    Returns
    -------
    callable
        The function with a cache; ``__wrapped__`` is the one without.

    Examples
    --------
    >>> memoize(validation.finite_number)("bias", 1)
    1.0
    """

    @functools.wraps(function)
    def cached_call(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        path = cache_folder() / cache_key(function, args, kwargs)
        with file_lock(path):
            if path.is_file():
                cached: Result = pickle.loads(path.read_bytes())
                return cached
            result = function(*args, **kwargs)
            with suppress(OSError):  # cache folder not writable
                write_atomically(path, pickle.dumps(result))
            return result

    return cached_call


@contextmanager
def file_lock(path: Path) -> Iterator[None]:
    """Hold a lock, so that no other process computes the same result at the same time.

    Where the cache folder isn't writable there is no lock, and each process computes.
    """
    lock = FileLock(f"{path}.lock")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def cache_folder() -> Path:
    """Return the folder of cached results."""
    return Path(theano.config.base_compiledir, "results")


def cache_key(function: Callable[..., object], *arguments: object) -> str:
    """Return a hash of all that a result depends on."""
    name = (function.__module__, function.__qualname__)
    versions = (sys.version, np.__version__, scipy.__version__, theano.__version__)
    compiling = (GCC_compiler.version_str(), settings(), speedups_are_on())
    environment = repr((name, versions, compiling))
    parts = [environment.encode(), pickle.dumps(arguments), *package_files()]
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def settings() -> list[tuple[str, str]]:
    """Return all of Theano's settings except paths.

    Theano's own hash of its settings leaves out some that change results, such as compiler
    flags. One setting too many in the key costs a computation; one too few, a wrong result.
    """
    names = [
        name for name, kind in vars(type(theano.config)).items() if isinstance(kind, ConfigParam)
    ]
    return [(name, repr(getattr(theano.config, name))) for name in sorted({*names} - FOLDERS)]


def package_files() -> Iterator[bytes]:
    """Yield the names and contents of this package's files.

    All of them: patches in ``compat`` change results, but no module with results imports them.
    """
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix().encode()
        yield path.read_bytes()


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file so that other processes never see a part of it."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    Path(file.name).replace(path)
