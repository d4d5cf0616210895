"""Index with tuples what Theano indexes with lists, in Python: the largest entries, and pooling.

NumPy takes a list for an array of positions since 1.23.
Upstream: https://github.com/Theano/Theano/issues/6695
"""

from importlib import import_module

from theano_walkthrough.compat.changed_code import change_function

from theano.tensor.signal import pool

LIST = "yk[[region_slices[i][r[i]] for i in range(nd)]]"
TUPLE = "yk[tuple(region_slices[i][r[i]] for i in range(nd))]"
SLICES = "idx[axis] = slice(-k, None) if k > 0 else slice(-k)\n"
CHANGES = {
    pool.Pool: {LIST: TUPLE},
    pool.AveragePoolGrad: {"gxk[region_slice]": "gxk[tuple(region_slice)]"},
    pool.MaxPoolRop: {f" {LIST}": f" {TUPLE}", f"e{LIST}": f"e{TUPLE}"},
}


def use_tuples() -> None:
    """Change the code, for every function that is compiled from now on."""
    sort = import_module("theano.tensor.sort")  # the name is also a function's
    change_function(sort, "_topk_py_impl", {SLICES: f"{SLICES}    idx = tuple(idx)\n"})
    for operation, changes in CHANGES.items():
        change_function(operation, "perform", changes)
