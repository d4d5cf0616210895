"""Patch DimShuffle's C code, views of arrays (transposes, added axes): stride 0 isn't length 1.

An array that repeats one number has a step of 0 in memory, as ``numpy.broadcast_to`` makes it.
Theano's view takes any such axis for one of length 1, and reads beyond the array.
Upstream: https://github.com/aesara-devs/aesara/issues/699
"""

from theano_walkthrough.compat.changed_code import changed

from theano.tensor.elemwise import DimShuffle

VERSION = 1
PART = "support_code_apply"
CHANGES = {
    "if (strides[nd_out - 1] == 0)": "if (dimensions[nd_out - 1] == 1)",
    "if (strides[i] == 0)": "if (dimensions[i] == 1)",
}


def patch_dimshuffle() -> None:
    """Apply the patch, for every function that is compiled from now on."""
    view = DimShuffle((False,), ("x", 0))
    parts = {**view.code_sections, PART: changed(view.code_sections[PART], CHANGES)}
    DimShuffle.code_sections = property(lambda _: parts)
    DimShuffle.func_codes = view.func_codes
    DimShuffle.load_c_code = lambda *_: None  # it has been read
    version = DimShuffle.c_code_cache_version
    DimShuffle.c_code_cache_version = lambda self: (VERSION, *version(self))
