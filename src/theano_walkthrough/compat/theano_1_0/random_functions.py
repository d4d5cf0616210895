"""Random numbers as `theano.tensor.raw_random` drew them: size first, drawn by NumPy."""

import functools
import operator
from copy import deepcopy
from typing import Any

import numpy as np
import theano
from theano.compile import optdb
from theano.graph.basic import Apply
from theano.graph.op import Op
from theano.graph.opt import local_optimizer
from theano.tensor import (
    ShapeError,
    TensorType,
    as_tensor_variable,
    cast,
    constant,
    get_vector_length,
    integer_dtypes,
    stack,
)
from theano.tensor.opt import in2out
from theano.tensor.random.type import RandomStateType

__all__ = [
    "RandomFunction",
    "binomial",
    "choice",
    "choice_helper",
    "multinomial",
    "multinomial_helper",
    "normal",
    "permutation",
    "permutation_helper",
    "poisson",
    "random_integers",
    "random_integers_helper",
    "random_make_inplace",
    "uniform",
]
LEFT_OVER = 5e-5
"""What NumPy must find missing from probabilities that add up to 1 but for rounding."""


class RandomFunction(Op):  # type: ignore[misc]  # Theano has no types
    """Draw with a method of NumPy's RandomState, or with a function that has such arguments."""

    __props__ = ("fn", "outtype", "inplace", "ndim_added")

    def __init__(self, fn: Any, outtype: Any, inplace: bool = False, ndim_added: int = 0) -> None:
        self.fn, self.outtype, self.inplace, self.ndim_added = fn, outtype, inplace, ndim_added
        if inplace:
            self.destroy_map = {0: [0]}

    def __str__(self) -> str:
        """Return its name, and that of what draws."""
        return f"RandomFunction{{{getattr(self.fn, '__name__', self.fn)}}}"

    def make_node(self, r: Any, shape: Any, *args: Any) -> Any:
        """Return the node: from a random state, a shape, and the distribution's parameters."""
        shape = cast(as_tensor_variable(shape, ndim=1), "int64")
        if not isinstance(r.type, RandomStateType):
            raise TypeError(f"A RandomFunction draws from a RandomState, got {r.type}.")
        return Apply(self, [r, shape, *map(as_tensor_variable, args)], [r.type(), self.outtype()])

    def infer_shape(self, fgraph: Any, node: Any, shapes: Any) -> Any:
        """Return the shape that was asked for, if it says all."""
        shape = node.inputs[1]
        if self.ndim_added or not len(getattr(shape, "data", "unknown")):
            raise ShapeError()
        return [None, [shape[i] for i in range(node.outputs[1].ndim)]]

    def perform(self, node: Any, inputs: Any, output_storage: Any, params: Any = None) -> None:
        """Draw, and check what was drawn."""
        state, shape, *arguments = inputs
        size = tuple(int(length) for length in shape) or None
        dimensions = self.outtype.ndim
        if size and len(size) + self.ndim_added != dimensions:
            raise ValueError(
                f"size must have length {dimensions - self.ndim_added}, as was said when the "
                f"random numbers were asked for, got {size}"
            )
        draw = getattr(np.random.RandomState, self.fn) if isinstance(self.fn, str) else self.fn
        if not self.inplace:
            state = deepcopy(state)
        drawn = np.asarray(draw(state, *arguments, size), dtype=self.outtype.dtype)
        if size is None and drawn.ndim == 0:
            drawn = drawn.reshape((1,) * dimensions)
        kept = drawn.ndim - self.ndim_added
        if drawn.ndim != dimensions or (size and drawn.shape[:kept] != size):
            raise ValueError(f"drew shape {drawn.shape}, which isn't the size {size}")
        output_storage[0][0], output_storage[1][0] = state, drawn

    def grad(self, inputs: Any, output_grads: Any) -> Any:
        """Say that there's no gradient."""
        return [
            theano.gradient.grad_undefined(self, i, symbol, "Random numbers have no gradient.")
            for i, symbol in enumerate(inputs)
        ]

    def R_op(self, inputs: Any, eval_points: Any) -> Any:
        """Say that there's no gradient."""
        return [None for _ in eval_points]


@local_optimizer([RandomFunction])  # type: ignore[untyped-decorator]
def random_make_inplace(fgraph: Any, node: Any) -> Any:
    """Spare the copy of the random state."""
    op = node.op
    if not isinstance(op, RandomFunction) or op.inplace:
        return False
    in_place = RandomFunction(op.fn, op.outtype, inplace=True, ndim_added=op.ndim_added)
    return in_place.make_node(*node.inputs).outputs


optdb.register(
    "random_function_make_inplace",
    in2out(random_make_inplace, ignore_newtrees=True),
    99,
    "fast_run",
    "inplace",
)


def uniform(
    random_state: Any,
    size: Any = None,
    low: Any = 0.0,
    high: Any = 1.0,
    ndim: int | None = None,
    dtype: str | None = None,
) -> Any:
    """Draw from all numbers between two."""
    return _real("uniform", random_state, size, low, high, ndim, dtype)


def normal(
    random_state: Any,
    size: Any = None,
    avg: Any = 0.0,
    std: Any = 1.0,
    ndim: int | None = None,
    dtype: str | None = None,
) -> Any:
    """Draw from a normal distribution with some mean and standard deviation."""
    return _real("normal", random_state, size, avg, std, ndim, dtype)


def binomial(
    random_state: Any,
    size: Any = None,
    n: Any = 1,
    p: Any = 0.5,
    ndim: int | None = None,
    dtype: str = "int64",
    prob: Any = None,
) -> Any:
    """Count the successes of ``n`` trials; their probability was once called ``prob``."""
    n, p = as_tensor_variable(n), as_tensor_variable(p if prob is None else prob)
    ndim, shape, _ = _shape(ndim, size, n, p)
    return RandomFunction("binomial", TensorType(dtype, (False,) * ndim))(random_state, shape, n, p)


def random_integers(
    random_state: Any,
    size: Any = None,
    low: Any = 0,
    high: Any = 1,
    ndim: int | None = None,
    dtype: str = "int64",
) -> Any:
    """Draw whole numbers from one to another, both included."""
    low, high = as_tensor_variable(low), as_tensor_variable(high)
    _, shape, pattern = _shape(ndim, size, low, high)
    draw = RandomFunction(random_integers_helper, TensorType(dtype, pattern))
    return draw(random_state, shape, low, high)


def choice(
    random_state: Any,
    size: Any = None,
    a: Any = 2,
    replace: Any = True,
    p: Any = None,
    ndim: int | None = None,
    dtype: str = "int64",
) -> Any:
    """Draw from a vector, or from the whole numbers below one."""
    replace = constant(replace, dtype="int8") if isinstance(replace, bool) else replace
    p = as_tensor_variable([] if p is None else p)
    _, shape, pattern = _shape(ndim, size)
    draw = RandomFunction(choice_helper, TensorType(dtype, pattern))
    return draw(random_state, shape, as_tensor_variable(a), replace, p)


def poisson(
    random_state: Any,
    size: Any = None,
    lam: Any = 1.0,
    ndim: int | None = None,
    dtype: str = "int64",
) -> Any:
    """Draw from a Poisson distribution."""
    _, shape, pattern = _shape(ndim, size)
    return RandomFunction("poisson", TensorType(dtype, pattern))(
        random_state, shape, as_tensor_variable(lam)
    )


def permutation(
    random_state: Any,
    size: Any = None,
    n: Any = 1,
    ndim: int | None = None,
    dtype: str = "int64",
) -> Any:
    """Draw orders of the whole numbers below ``n``, as many as the size has room for."""
    if size is None or (isinstance(size, tuple) and not size):
        if ndim not in (None, 1):
            raise TypeError(f"One permutation has one dimension, got ndim={ndim}: leave it out.")
        size, ndim = (), None
    _, shape, pattern = _shape(ndim, size)
    kind = TensorType(dtype, (*pattern, False))
    return RandomFunction(permutation_helper, kind, ndim_added=1)(random_state, shape, n)


def multinomial(
    random_state: Any,
    size: Any = None,
    n: Any = 1,
    pvals: Any = (0.5, 0.5),
    ndim: int | None = None,
    dtype: str = "int64",
) -> Any:
    """Count how often each of some outcomes comes in ``n`` trials."""
    n, pvals = as_tensor_variable(n), as_tensor_variable(pvals)
    _, shape, pattern = _shape(ndim, size, n, pvals.T[0].T)
    kind = TensorType(dtype, (*pattern, pvals.broadcastable[-1]))
    return RandomFunction(multinomial_helper, kind, ndim_added=1)(random_state, shape, n, pvals)


def random_integers_helper(random_state: Any, low: Any, high: Any, size: Any) -> Any:
    """Draw one whole number after the other."""
    low, high = _filled(size, low, high)
    drawn = np.empty(low.shape)
    for place in np.ndindex(*low.shape):
        drawn[place] = random_state.randint(low=low[place], high=high[place] + 1)
    return drawn


def choice_helper(random_state: Any, a: Any, replace: Any, p: Any, size: Any) -> Any:
    """Draw with NumPy's `choice`; no probabilities mean equal ones."""
    if a.ndim > 1 or p.ndim != 1:
        raise ValueError(
            f"choice takes a number or a vector, and a vector of probabilities, got "
            f"{a.ndim} and {p.ndim} dimensions"
        )
    return random_state.choice(a, size, bool(replace), p if p.size else None)


def permutation_helper(random_state: Any, n: Any, shape: Any) -> Any:
    """Draw one order after the other."""
    shape = shape or ()
    drawn = np.empty((*shape, int(n)), int)
    for place in np.ndindex(*shape):
        drawn[place] = random_state.permutation(int(n))
    return drawn


def multinomial_helper(random_state: Any, n: Any, pvals: Any, size: Any) -> Any:
    """Draw for one row of probabilities after the other."""
    places = np.empty(pvals.shape[:-1])
    n, _ = _filled(size, n, places)
    pvals = np.broadcast_to(pvals, (*n.shape, pvals.shape[-1]))
    drawn = np.empty(pvals.shape)
    for place in np.ndindex(*n.shape):
        row = pvals[place]
        if (row < 0).any() or row.sum() >= 1 + 1e-5:
            raise ValueError(f"pvals must be probabilities that add up to 1, got {row}")
        if row.sum() > 1 or row[-1] < LEFT_OVER:
            row = row * (1 - LEFT_OVER)
        drawn[place] = random_state.multinomial(n[place], row.astype("float64"))
    return drawn


def _real(
    name: str, random_state: Any, size: Any, first: Any, second: Any, ndim: Any, dtype: Any
) -> Any:
    """Draw with a method of NumPy, as precisely as the parameters and floatX are."""
    first, second = as_tensor_variable(first), as_tensor_variable(second)
    dtype = dtype or theano.scalar.upcast(theano.config.floatX, first.dtype, second.dtype)
    _, shape, pattern = _shape(ndim, size, first, second)
    return RandomFunction(name, TensorType(dtype, pattern))(random_state, shape, first, second)


def _filled(size: Any, *arrays: Any) -> list[Any]:
    """Repeat arrays until they have the size, or each other's."""
    shape = np.broadcast_shapes(*(array.shape for array in arrays)) if size is None else size
    return [np.broadcast_to(array, shape) for array in arrays]


def _shape(ndim: int | None, size: Any, *arguments: Any) -> tuple[int, Any, tuple[bool, ...]]:
    """Return how many dimensions there will be, their lengths, and which have length 1."""
    if size is None:
        if not arguments:
            raise TypeError("These random numbers need a size: a tuple, such as (2, 2).")
        template = functools.reduce(operator.add, arguments)
        return template.ndim, template.shape, template.broadcastable
    if isinstance(size, tuple | list):
        lengths, pattern = _lengths(size, arguments)
        vector = stack(lengths) if lengths else constant([], dtype="int64")
        if ndim not in (None, len(size)):
            raise ValueError(f"ndim must be the length of size, {len(size)}, got {ndim}")
    else:
        vector = as_tensor_variable(size)
        if vector.ndim != 1:
            raise TypeError(f"size must be a tuple or a vector, got {size}")
        pattern = (False,) * (get_vector_length(vector) if ndim is None else ndim)
    if vector.dtype not in integer_dtypes:
        raise TypeError(f"size must hold whole numbers, got {size}")
    most = max((argument.ndim for argument in arguments), default=0)
    if most > len(pattern):
        raise ValueError(f"size must have a length of at least {most}, got {size}")
    return len(pattern), cast(vector, "int64"), pattern


def _lengths(size: Any, arguments: Any) -> tuple[list[Any], tuple[bool, ...]]:
    """Return the lengths and which are 1; for -1 those of the arguments."""
    lengths, pattern = [], []
    for place, length in enumerate(size):
        given = length
        if isinstance(length, int | np.integer) and length < 0:
            given = _length_of(place - len(size), arguments)
        lengths.append(as_tensor_variable(given))
        pattern.append(bool(isinstance(given, int | np.integer) and given == 1))
    return lengths, tuple(pattern)


def _length_of(place: int, arguments: Any) -> Any:
    """Return an axis' length, counted from the right, as the arguments have it."""
    reaching = [argument for argument in arguments if -place <= argument.ndim]
    if not reaching:
        raise ValueError("-1 in size stands for a length of the parameters: none has so many axes.")
    long = [argument for argument in reaching if not argument.broadcastable[place]]
    return long[0].shape[place] if long else 1
