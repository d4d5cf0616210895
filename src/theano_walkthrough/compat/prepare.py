"""Make ``import theano`` work on Python 3.11 and NumPy 1.26.

Theano-PyMC 1.1.2 is from 2021.
It asks NumPy for names that are gone, Python for modules that are gone, and the
C++ compiler for more than it needs.
:func:`prepare_theano` gives it what it misses, and takes back what others would notice.
Every process that uses Theano has to import the package first, workers too.
"""

import errno
import sys
import tempfile
from contextlib import ExitStack

from theano_walkthrough.compat import settings, speedups
from theano_walkthrough.compat.repairs import REPAIRS

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
    fast = settings.speedups_wanted()
    with settings.flags_for_import(fast), ExitStack() as around:
        for change in (*REPAIRS, *(speedups.WHILE_IMPORTING if fast else ())):
            around.enter_context(change())
        import theano
        import theano.gpuarray  # scan will ask for it, and it for pkg_resources
        import theano.tensor.random.basic  # asks for numpy.int
    check_theano()
    speedups.switch(fast)
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
