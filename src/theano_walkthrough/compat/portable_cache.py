"""Make Theano's cache of compiled code portable, and its start quicker.

It asks the compiler which processor this is, and compiles for that one alone: code that other
computers can't share, whose numbers differ in the last digit from processor to processor.
It tries out a BLAS library with a program that lacks a parenthesis, so it never compiles.
And it takes an operation without properties for one without a version: such an operation's
code would be compiled anew by each process.
"""

from collections.abc import Iterator
from typing import Any

from theano.graph.op import Op
from theano.link.c.cmodule import GCC_compiler
from theano.tensor.blas_c import check_force_gemv_init


def make_cache_portable() -> None:
    """Compile for any processor, leave the trial out, and find compiled code again."""
    GCC_compiler.march_flags = []
    check_force_gemv_init._force_init_beta = False  # as after a trial that fails
    for operation in _kinds_of(Op):
        if vars(operation).get("__props__") == ():
            del operation.__props__  # nothing else asks for it once the class is made


def _kinds_of(operation: Any) -> Iterator[Any]:
    """Follow the subclasses."""
    for kind in operation.__subclasses__():
        yield kind
        yield from _kinds_of(kind)
