"""Make Theano-PyMC 1.1.2 work on Python 3.11 and NumPy 1.26.

Theano was last released in 2021. Since then NumPy removed names that it uses, and Python's
packaging tools changed. Importing ``theano_walkthrough`` lends Theano what it misses, while
it is being imported, and takes everything back afterwards: the NumPy that other code sees
stays as it is.
"""

import configparser
import logging
import os
import shutil
import sys
import sysconfig
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

PYTHON = (3, 11)
NUMPY = (1, 26)

DEFAULT_FLAGS = "blas__ldflags=,gcc__cxxflags=-g0 -O1"
"""Theano looks for a BLAS library through a part of NumPy that is gone, so it is told to use
none. Generated code compiles faster without debugging information, and runs as fast."""

REMOVED_NAMES = {"bool": bool, "complex": complex, "int": int}
"""What NumPy once called by names of its own, and Theano still does."""

_logger = logging.getLogger("theano_walkthrough")


def prepare() -> None:
    """Import Theano, with everything that it expects.

    Raises
    ------
    ImportError
        If Python or NumPy have the wrong version, if Theano has been imported before, or
        if it doesn't work as it should.

    Examples
    --------
    >>> prepare()  # importing the package has done it already; once more does no harm
    """
    if getattr(sys.modules.get("theano"), "_prepared_by_walkthrough", False):
        return
    _check_versions()
    if "theano" in sys.modules:
        raise ImportError("theano was imported first; import theano_walkthrough before theano")
    flags = [DEFAULT_FLAGS, os.environ.get("THEANO_FLAGS", "")]
    problem = None if _user_chose_compiler() else _compiler_problem()
    if problem:
        flags.insert(1, "cxx=")
    os.environ["THEANO_FLAGS"] = ",".join(filter(None, flags))  # of two values the last wins
    with _lent_names(), _lent_modules(), _quiet():
        _import_theano()
    _check_constants()
    if problem:
        _logger.warning("Theano runs in pure Python, correctly but slowly, because %s.", problem)


def _check_versions() -> None:
    if sys.version_info[:2] != PYTHON:
        raise ImportError(
            f"theano_walkthrough needs Python 3.11, this is Python {sys.version.split()[0]}"
        )
    try:
        import numpy
    except ModuleNotFoundError:
        raise ImportError("theano_walkthrough needs NumPy 1.26, and there is none") from None
    if tuple(numpy.__version__.split(".")[:2]) != tuple(map(str, NUMPY)):
        raise ImportError(f"theano_walkthrough needs NumPy 1.26, this is NumPy {numpy.__version__}")


def _user_chose_compiler() -> bool:
    """Whether THEANO_FLAGS or a .theanorc name a compiler, or none on purpose."""
    flags = os.environ.get("THEANO_FLAGS", "").split(",")
    if any(flag.strip().startswith("cxx=") for flag in flags):
        return True
    settings = configparser.RawConfigParser(strict=False)
    files = os.environ.get("THEANORC", "~/.theanorc").split(os.pathsep)
    settings.read([Path(file).expanduser() for file in files])
    return settings.has_option("global", "cxx")


def _compiler_problem() -> str | None:
    """Return why Theano can't compile C here, with the remedy, or None."""
    compiler = "clang++" if sys.platform == "darwin" else "g++"
    if shutil.which(compiler) is None:
        return f"the C++ compiler {compiler} wasn't found (on Debian and Ubuntu: apt install g++)"
    if not Path(sysconfig.get_path("include"), "Python.h").is_file():
        return "Python's headers are missing (on Debian and Ubuntu: apt install python3-dev)"
    return None


@contextmanager
def _lent_names() -> Iterator[None]:
    """Give NumPy back the names that it removed, for a while."""
    import numpy

    missing = REMOVED_NAMES.keys() - vars(numpy).keys()  # hasattr would warn
    vars(numpy).update({name: REMOVED_NAMES[name] for name in missing})
    try:
        yield
    finally:
        for name in missing:
            delattr(numpy, name)


@contextmanager
def _lent_modules() -> Iterator[None]:
    """Stand in for a packaging module that Theano imports and doesn't need."""
    stand_in = find_spec("pkg_resources") is None
    if stand_in:
        module: Any = ModuleType("pkg_resources")
        module.DistributionNotFound = ImportError
        sys.modules["pkg_resources"] = module
    # Theano's C code for loops doesn't compile on Python 3.11; None makes it use Python.
    sys.modules["theano.scan.scan_perform_ext"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if stand_in:
            del sys.modules["pkg_resources"]


@contextmanager
def _quiet() -> Iterator[None]:
    """Silence what Theano's import is known to say, and nothing else."""
    blas = logging.getLogger("theano.tensor.blas")
    level = blas.level
    blas.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            for message in (r"\s*`?numpy\.distutils", ".*distutils", "Use shutil.which"):
                warnings.filterwarnings("ignore", message, DeprecationWarning)
            warnings.filterwarnings("ignore", "unclosed file", ResourceWarning)
            yield
    finally:
        blas.setLevel(level)


class _NumPyOfOld(ModuleType):
    """NumPy with the removed names, for the modules of Theano that use them later."""

    def __init__(self) -> None:
        import numpy

        super().__init__("numpy")
        vars(self).update(REMOVED_NAMES, product=numpy.prod, _numpy=numpy)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._numpy, name)


def _import_theano() -> None:
    import theano
    import theano.gpuarray.linalg
    import theano.scalar.basic
    import theano.tensor.basic
    import theano.tensor.random.basic

    numpy_of_old = _NumPyOfOld()
    for module in (theano.scalar.basic, theano.tensor.basic, theano.tensor.random.basic):
        module.np = numpy_of_old
    theano._prepared_by_walkthrough = True


def _check_constants() -> None:
    """Make sure that Theano recognises a constant: without it, it silently optimises less."""
    import theano.tensor

    if theano.tensor.get_scalar_constant_value(theano.tensor.constant(3.0)) != 3.0:
        raise ImportError("Theano doesn't recognise the constant 3.0 and can't be trusted here")
