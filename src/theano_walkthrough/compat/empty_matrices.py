"""Let products of matrices have matrices without rows or columns in them.

NumPy gives an empty array steps of length 0 since 1.23, which Theano's C code takes for unfit.
Upstream: https://github.com/aesara-devs/aesara/issues/1220
"""

from theano_walkthrough.compat.changed_code import changed

from theano.tensor.blas import GemmRelated

VERSION = 1
MATRICES = "xyz"
ONE_LONG = {
    f"N{matrix}[{axis}]==1": f"N{matrix}[{axis}]<=1" for matrix in MATRICES for axis in (0, 1)
}
STEPS = {
    f"(N{matrix}[{axis}] > 1)": f"(N{matrix}[{axis}] > 1 && N{matrix}[{1 - axis}] > 0)"
    for matrix in MATRICES
    for axis in (0, 1)
}


def allow_empty() -> None:
    """Change the C code, for every function that is compiled from now on."""
    GemmRelated.encode_strides_in_unit = changed(GemmRelated.encode_strides_in_unit, ONE_LONG)
    GemmRelated.compute_strides = changed(GemmRelated.compute_strides, STEPS)
    version = GemmRelated.build_gemm_version
    GemmRelated.build_gemm_version = lambda self: (VERSION, *version(self))
