"""Patch DimShuffle's C code, views of arrays (transposes, added axes): stride 0 isn't length 1.

An array that repeats one number has a step of 0 in memory, as ``numpy.broadcast_to`` makes it.
Theano's view takes any such axis for one of length 1, and reads beyond the array.
Upstream: https://github.com/aesara-devs/aesara/issues/699
"""

from theano.tensor.elemwise import DimShuffle

VERSION = 1
PART = "support_code_apply"
PATCHES = {
    "if (strides[nd_out - 1] == 0)": "if (dimensions[nd_out - 1] == 1)",
    "if (strides[i] == 0)": "if (dimensions[i] == 1)",
}


def patch_dimshuffle() -> None:
    """Apply the patch, for every function that is compiled from now on."""
    view = DimShuffle((False,), ("x", 0))
    parts = {**view.code_sections, PART: patched(view.code_sections[PART])}
    DimShuffle.code_sections = property(lambda _: parts)
    DimShuffle.func_codes = view.func_codes
    DimShuffle.load_c_code = lambda *_: None  # it has been read
    version = DimShuffle.c_code_cache_version
    DimShuffle.c_code_cache_version = lambda self: (VERSION, *version(self))


def patched(code):
    """Have Theano's code ask for lengths instead of steps.

    Parameters
    ----------
    code : str
        What Theano has.

    Returns
    -------
    str
        The code that is right.

    Raises
    ------
    ImportError
        If it isn't the code that we know.
    """
    for wrong, right in PATCHES.items():
        if code.count(wrong) != 1:
            raise ImportError("Theano's views aren't those we know: install theano-pymc==1.1.2.")
        code = code.replace(wrong, right)
    return code
