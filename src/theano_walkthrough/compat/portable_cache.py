"""Find compiled code again, in the next process and on other computers."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from theano.graph.op import Op
from theano.link.c.cmodule import GCC_compiler
from theano.tensor.blas_c import check_force_gemv_init
from theano.tensor.elemwise import DimShuffle


@contextmanager
def any_processor() -> Iterator[None]:
    """Compile for any processor: Theano compiles for the one that it runs on alone.

    Other computers can't run that: https://github.com/Theano/Theano/issues/4783
    To find out which processor it is takes time, too.
    """
    before, GCC_compiler.march_flags = GCC_compiler.march_flags, []
    yield
    GCC_compiler.march_flags = before


@contextmanager
def no_blas_trial() -> Iterator[None]:
    """Leave out a trial of the BLAS library, whose program lacks a parenthesis: it always fails."""
    before = check_force_gemv_init._force_init_beta
    check_force_gemv_init._force_init_beta = False  # as after a trial that fails
    yield
    check_force_gemv_init._force_init_beta = before


@contextmanager
def lasting_versions() -> Iterator[None]:
    """Give compiled code a version by which the next process finds it.

    Theano takes an operation without properties for one without a version, and names views by
    a number that changes from process to process.
    Upstream: https://github.com/aesara-devs/aesara/issues/1097, repaired there in pull request 1108
    """
    kinds = {kind for kind in _kinds_of(Op) if vars(kind).get("__props__") == ()}
    for kind in kinds:
        del kind.__props__  # nothing else asks for it once the class is made
    changing = DimShuffle.c_code_cache_version
    DimShuffle.c_code_cache_version = lambda view: changing(view)[::2]  # the second changes
    yield
    for kind in kinds:
        kind.__props__ = ()
    DimShuffle.c_code_cache_version = changing


def _kinds_of(operation: Any) -> Iterator[Any]:
    """Follow the subclasses."""
    for kind in operation.__subclasses__():
        yield kind
        yield from _kinds_of(kind)
