"""Functions that have lost an argument since Theano 1.0, with that argument."""

import warnings
from typing import Any

import theano
from theano.compile import compilelock
from theano.compile.monitormode import detect_nan as detect_nan_today
from theano.graph import op
from theano.printing import debugprint as debugprint_today
from theano.scan.utils import clone as clone_today
from theano.tensor.basic import as_tensor_variable, stack
from theano.tensor.basic import flatten as flatten_today
from theano.tensor.extra_ops import unravel_index as unravel_index_today

__all__ = [
    "clone",
    "debugprint",
    "detect_nan",
    "dot",
    "flatten",
    "get_debug_values",
    "get_test_value",
    "lock_ctx",
    "missing_test_message",
    "unravel_index",
]
NOT_GIVEN = object()


def flatten(x: Any, ndim: Any = None, outdim: Any = None) -> Any:
    """Make a tensor one with fewer dimensions, whose number was called ``outdim``, too."""
    if ndim is not None and outdim is not None:
        raise ValueError("Give flatten either ndim or outdim, which means the same.")
    return flatten_today(x, outdim if ndim is None else ndim)


def unravel_index(indices: Any, dims: Any, order: str = "C", ndim: Any = None) -> Any:
    """Turn places in a flat array into indices; ``ndim`` says how many there are."""
    if ndim is not None:
        dims = as_tensor_variable(dims)
        dims = stack([dims[i] for i in range(ndim)])
    return unravel_index_today(indices, dims, order)


def clone(
    output: Any,
    replace: Any = None,
    strict: bool = True,
    share_inputs: bool = True,
    copy_inputs: Any = NOT_GIVEN,
) -> Any:
    """Copy a graph with some parts replaced; ``share_inputs`` was called ``copy_inputs``."""
    if copy_inputs is not NOT_GIVEN:
        warnings.warn("clone's copy_inputs is called share_inputs.", stacklevel=2)
        share_inputs = copy_inputs
    return clone_today(output, replace, strict, share_inputs)


def debugprint(*values: Any, print_clients: bool = False, **named: Any) -> Any:
    """Print a graph, which can no longer show what uses each variable."""
    if print_clients:
        raise TypeError("Theano can no longer print clients: leave print_clients out.")
    return debugprint_today(*values, **named)


def detect_nan(*values: Any) -> None:
    """Print a node that gives NaN; called with its place, itself and its thunk."""
    detect_nan_today(*((None, *values) if len(values) == 3 else values))


def dot(l: Any, r: Any) -> Any:  # noqa: E741
    """Return the product of two symbols, of which one at least is a tensor or sparse."""
    for value, method, other in ((l, "__dot__", r), (r, "__rdot__", l)):
        product = getattr(value, method)(other) if hasattr(value, method) else NotImplemented
        if product is not NotImplemented:
            return product
    raise NotImplementedError("theano.dot takes symbols: use numpy.dot for arrays.")


def lock_ctx(lock_dir: Any = None, keep_lock: bool = False) -> Any:
    """Return a context manager that holds the lock of a folder, and releases it in the end."""
    if keep_lock:
        raise TypeError("A lock can no longer be kept: leave keep_lock out.")
    return compilelock.lock_ctx(lock_dir)


def get_test_value(v: Any) -> Any:
    """Return a symbol's test value, or raise AttributeError."""
    try:
        return op.get_test_value(v)
    except op.TestValueError as error:
        raise AttributeError(*error.args) from None


def missing_test_message(msg: str) -> None:
    """Say that a test value is missing, as the setting ``compute_test_value`` has it."""
    try:
        op.missing_test_message(msg)
    except op.TestValueError as error:
        raise AttributeError(*error.args) from None


def get_debug_values(*args: Any) -> list[Any]:
    """Return a list of one item, all test values, or an empty one, if they aren't used."""
    if theano.config.compute_test_value == "off":
        return []
    values = []
    for i, symbol in enumerate(args):
        try:
            values.append(get_test_value(symbol))
        except AttributeError:
            name = getattr(symbol, "name", None)
            missing_test_message(f"Argument {i}{f' ({name})' if name else ''} has no test value.")
            return []
    return values if len(values) == 1 else [tuple(values)]
