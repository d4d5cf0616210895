"""The repairs: without them Theano fails, gives wrong results, or complains without need.

Each is a context manager around the import of Theano.
It comes before the import with what the import needs, and after it with what is to last.
Flags that repair stand in `settings`.
"""

import functools
import logging
import sys
import types
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from theano_walkthrough.compat.temporary import added

GONE_FROM_NUMPY = {"bool": bool, "complex": complex, "int": int}
USERS_OF_GONE_NAMES = ("theano.scalar.basic", "theano.scalar.sharedvar", "theano.tensor.basic")


@contextmanager
def numpy_names() -> Iterator[None]:
    """Lend NumPy the names that it removed, then give Theano a NumPy of its own that has them.

    Without `complex`, Theano no longer recognises constants, and says nothing.
    Upstream: https://github.com/aesara-devs/aesara/issues/325
    """
    import numpy

    with added(vars(numpy), GONE_FROM_NUMPY):
        yield
    own = types.ModuleType("numpy")
    vars(own).update(vars(numpy), **GONE_FROM_NUMPY, product=numpy.prod)  # the old one warns
    for name in USERS_OF_GONE_NAMES:
        vars(sys.modules[name])["np"] = own


@contextmanager
def pkg_resources() -> Iterator[None]:
    """Lend a part of setuptools that is gone: scan imports the support of graphics cards.

    Upstream: https://github.com/Theano/Theano/pull/6775
    """
    package = types.ModuleType("pkg_resources")
    vars(package)["DistributionNotFound"] = ImportError
    with added(sys.modules, {"pkg_resources": package}):
        yield


@contextmanager
def quiet_import() -> Iterator[None]:
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


@contextmanager
def scan_in_python() -> Iterator[None]:
    """Keep scan from compiling its loop, whose C code isn't valid for Python 3.11.

    Upstream: https://github.com/aesara-devs/aesara/issues/1446
    """
    yield
    sys.modules["theano.scan.scan_perform_ext"] = None  # type: ignore[assignment]


@contextmanager
def dimshuffle_strides() -> Iterator[None]:
    """Patch views of arrays that repeat a number; see `dimshuffle_fix`."""
    yield
    from theano_walkthrough.compat.dimshuffle_fix import patch_dimshuffle

    patch_dimshuffle()


@contextmanager
def list_indices() -> Iterator[None]:
    """Index with tuples where NumPy no longer takes lists; see `list_indices`."""
    yield
    from theano_walkthrough.compat.list_indices import use_tuples

    use_tuples()


@contextmanager
def batched_dot() -> Iterator[None]:
    """Leave products of batches to NumPy where there's no BLAS; see `batched_dot`."""
    yield
    from theano_walkthrough.compat.batched_dot import leave_to_numpy

    leave_to_numpy()


@contextmanager
def python_convolution() -> Iterator[None]:
    """Let convolution run in Python, too; see `python_convolution`."""
    yield
    from theano_walkthrough.compat.python_convolution import convolve_in_python

    convolve_in_python()


@contextmanager
def python_sigmoid() -> Iterator[None]:
    """Approximate the sigmoid in Python as in C: ``ultra_fast_sigmoid`` took SciPy's exact one."""
    yield
    from theano.tensor.nnet import sigm

    for approximate in (
        sigm.UltraFastScalarSigmoid,
        sigm.ultra_fast_sigmoid,
        sigm.ultra_fast_sigmoid_inplace,
    ):
        if approximate.nfunc_spec != ("scipy.special.expit", 1, 1):
            raise ImportError("Theano's sigmoid isn't what we know: install theano-pymc==1.1.2.")
        approximate.nfunc_spec = None


@contextmanager
def pydotprint() -> Iterator[None]:
    """Have pictures of graphs made of pydot's nodes; a class of Theano's took their name.

    Upstream: https://github.com/aesara-devs/aesara/issues/309
    """
    yield
    from theano import printing

    if "pd" in vars(printing):  # pydot, if it's there
        printing.Node = printing.pd.Node


@contextmanager
def numpy_warnings() -> Iterator[None]:
    """Where nothing is compiled, meet infinite and undefined results as C does: quietly."""
    yield
    import numpy
    import theano
    from theano.compile.function.types import Function

    if theano.config.cxx:
        return
    call = Function.__call__

    @functools.wraps(call)
    def call_quietly(*args: Any, **kwargs: Any) -> Any:
        with numpy.errstate(all="ignore"):
            return call(*args, **kwargs)

    Function.__call__ = call_quietly


REPAIRS: tuple[Callable[[], AbstractContextManager[None]], ...] = (
    numpy_names,
    pkg_resources,
    quiet_import,
    scan_in_python,
    dimshuffle_strides,
    list_indices,
    batched_dot,
    python_convolution,
    python_sigmoid,
    pydotprint,
    numpy_warnings,
)
