"""Leave products of batches of matrices to NumPy where Theano finds no BLAS library.

Their C code asks for a function of BLAS, whereas other operations bring a stand-in for it.
Upstream: https://github.com/pymc-devs/pytensor/issues/307
"""

import theano
from theano.graph.utils import MethodNotDefined
from theano.tensor.blas import BatchedDot


def leave_to_numpy() -> None:
    """Take the C code away, so that the product is computed in Python."""
    c_code = BatchedDot.c_code

    def c_code_with_blas(self, node, name, inputs, outputs, sub):
        if not theano.config.blas__ldflags:
            raise MethodNotDefined("c_code", type(self), "it needs a BLAS library")
        return c_code(self, node, name, inputs, outputs, sub)

    BatchedDot.c_code = c_code_with_blas
