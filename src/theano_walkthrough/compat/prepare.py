"""Make ``import theano`` work on Python 3.11 and NumPy 1.26.

Theano-PyMC 1.1.2 is from 2021.
It asks NumPy for names that are gone, Python for modules that are gone, and the
C++ compiler for more than it needs.
:func:`prepare_theano` gives it what it misses, and takes back what others would notice.
Every process that uses Theano has to import the package first, workers too.
"""

import configparser
import errno
import functools
import logging
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import types
import warnings
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from theano_walkthrough.compat.lazy_scipy import lazy_modules

DEFAULTS = {
    "blas__ldflags": "",  # Theano's search for a BLAS library crashes
    "gcc__cxxflags": "-g0 -O1 -ffp-contract=off",  # compiles faster; rounds alike everywhere
}
GONE_FROM_NUMPY = {"bool": bool, "complex": complex, "int": int}
USERS_OF_GONE_NAMES = ("theano.scalar.basic", "theano.scalar.sharedvar", "theano.tensor.basic")
ROOM = 1 << 18  # bytes; what is compiled takes about as much
MARK = "prepared_by_theano_walkthrough"


def prepare_theano() -> None:
    """Import Theano, or say in one sentence why that can't be.

    Does nothing when it has been done before.

    Raises
    ------
    ImportError
        If Python, NumPy, the settings or the folder for compiled code aren't fit for Theano,
        if Theano was imported before this package, or if it doesn't recognise constants.
    """
    if hasattr(sys.modules.get("theano"), MARK):
        return
    check_versions()
    with clear_errors_in_settings():
        set_flags()
        with temporary_shims(), quiet():
            import theano
            import theano.gpuarray  # scan will ask for it, and it for pkg_resources
            import theano.tensor.random.basic  # asks for numpy.int
    install_numpy_shim()
    sys.modules["theano.scan.scan_perform_ext"] = None  # type: ignore[assignment]  # won't compile
    check_theano()
    apply_patches()
    if not theano.config.cxx:
        silence_numpy()
    setattr(theano, MARK, True)


def check_versions() -> None:
    """Refuse a Python or NumPy that Theano can't work with, and a Theano that came first."""
    if sys.version_info[:2] != (3, 11):
        raise ImportError(f"Theano needs Python 3.11, this is {sys.version.split()[0]}.")
    try:
        from numpy import __version__ as version
    except ImportError:
        version = "none"
    if not version.startswith("1.26."):
        raise ImportError(f"Theano needs NumPy 1.26, found {version}: install numpy==1.26.4.")
    if "theano" in sys.modules:
        raise ImportError("Import theano_walkthrough before theano, in a fresh Python process.")


@contextmanager
def clear_errors_in_settings() -> Iterator[None]:
    """Say in one sentence what is wrong with a setting, and leave things as they were."""
    flags = os.environ.get("THEANO_FLAGS")
    try:
        yield
    except (ValueError, configparser.Error) as error:
        if flags is not None:
            os.environ["THEANO_FLAGS"] = flags
        else:
            os.environ.pop("THEANO_FLAGS", None)
        for name in [name for name in sys.modules if name.partition(".")[0] == "theano"]:
            del sys.modules[name]
        reason = " ".join(str(error).split()).rstrip(".")
        raise ImportError(
            f"Theano can't use a setting of THEANO_FLAGS or .theanorc: {reason}."
        ) from None


def set_flags() -> None:
    """Add to THEANO_FLAGS what the user hasn't set, and turn compilation off where it can't be."""
    flags = os.environ.get("THEANO_FLAGS", "")
    settings = user_settings(flags)
    ours = [f"{name}={value}" for name, value in DEFAULTS.items() if name not in settings]
    flags = ",".join([*ours, flags])
    compiler = settings.get("cxx", "clang++" if sys.platform == "darwin" else "g++")
    obstacle = why_not_compile(compiler) if compiler else ""
    if obstacle:
        flags += ",cxx="
        logging.getLogger("theano_walkthrough").warning(
            "%s, so Theano runs in pure Python: more slowly, and without convolution or pooling.",
            obstacle,
        )
    os.environ["THEANO_FLAGS"] = flags


def user_settings(flags: str) -> dict[str, str]:
    """Read what the user has set in .theanorc and in THEANO_FLAGS, as Theano would."""
    files = configparser.RawConfigParser()
    names = os.environ.get("THEANORC", "~/.theanorc").split(os.pathsep)
    files.read([Path(name).expanduser() for name in names])
    settings = {}
    for section in files.sections():
        prefix = "" if section == "global" else f"{section}__"
        settings.update({prefix + name: value for name, value in files.items(section)})
    splitter = shlex.shlex(flags, posix=True)
    splitter.whitespace, splitter.whitespace_split = ",", True
    for flag in splitter:
        name, _, value = flag.strip().partition("=")
        settings[name] = value
    return settings


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


@contextmanager
def temporary_shims() -> Iterator[None]:
    """Add shims for what Theano misses in NumPy and Python, and lazy modules, for a while."""
    import numpy

    package = types.ModuleType("pkg_resources")
    vars(package)["DistributionNotFound"] = ImportError
    modules = {"pkg_resources": package} | lazy_modules()
    with added(vars(numpy), GONE_FROM_NUMPY), added(sys.modules, modules):
        yield


@contextmanager
def added(place: MutableMapping[str, Any], things: Mapping[str, Any]) -> Iterator[None]:
    """Add to a place what it lacks, and take that back afterwards."""
    missing = {name: thing for name, thing in things.items() if name not in place}
    place.update(missing)
    try:
        yield
    finally:
        for name in missing:
            del place[name]


def install_numpy_shim() -> None:
    """Give the parts of Theano that need the names later a NumPy of their own that has them."""
    import numpy

    own = types.ModuleType("numpy")
    vars(own).update(vars(numpy), **GONE_FROM_NUMPY, product=numpy.prod)
    for name in USERS_OF_GONE_NAMES:
        vars(sys.modules[name])["np"] = own


@contextmanager
def quiet() -> Iterator[None]:
    """Silence what Theano says while it's imported: two deprecations, and that BLAS isn't set."""
    logger = logging.getLogger("theano.tensor.blas")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", category=DeprecationWarning, module="theano")
            yield
    finally:
        logger.setLevel(level)


def apply_patches() -> None:
    """Patch what Theano does wrong, and what it does slowly."""
    from theano_walkthrough.compat.c_gemv import register_c_products
    from theano_walkthrough.compat.dimshuffle_fix import patch_dimshuffle
    from theano_walkthrough.compat.portable_cache import make_cache_portable
    from theano_walkthrough.compat.precompiled_header import use_precompiled_headers

    patch_dimshuffle()
    register_c_products()
    use_precompiled_headers()
    make_cache_portable()


def silence_numpy() -> None:
    """Let functions that run in Python meet infinite and undefined results as C does: quietly."""
    import numpy
    from theano.compile.function.types import Function

    call = Function.__call__

    @functools.wraps(call)
    def call_quietly(*args: Any, **kwargs: Any) -> Any:
        with numpy.errstate(all="ignore"):
            return call(*args, **kwargs)

    Function.__call__ = call_quietly


def check_theano() -> None:
    """Refuse a Theano that loses constants silently, or has nowhere to keep compiled code."""
    import theano.tensor

    try:
        recognised = theano.tensor.get_scalar_constant_value(theano.tensor.constant(3.0)) == 3.0
    except theano.tensor.NotScalarConstantError:
        recognised = False
    if not recognised:
        raise ImportError("Theano doesn't recognise the constant 3: install theano-pymc==1.1.2.")
    try:
        if theano.config.cxx:
            for folder in (theano.config.compiledir, None):  # and where compilers work
                with tempfile.TemporaryFile(dir=folder) as file:
                    file.write(bytes(ROOM))
    except (OSError, ValueError) as error:
        remedy = "Set THEANO_FLAGS=base_compiledir=FOLDER, with a folder that you may write in."
        if getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            remedy = "Make room there, and in the folder for temporary files."
        raise ImportError(f"Theano can't keep compiled code: {error} {remedy}") from None
