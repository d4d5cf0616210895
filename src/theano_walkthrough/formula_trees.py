"""Read what a compiled function computes, as written and as compiled, as trees to be drawn."""

from typing import Any

from theano_walkthrough.plots.trees import Tree

import theano
from numpy.typing import ArrayLike
from theano.compile.function.types import Function
from theano.compile.mode import Mode
from theano.graph.basic import Constant, io_toposort
from theano.tensor.elemwise import DimShuffle

_SIGNS = {"add": "+", "sub": "−", "mul": "×", "true_div": "÷", "pow": "power", "second": "fill"}


def written_and_compiled(f: Function, *values: ArrayLike) -> dict[str, Tree]:
    """Return the formula of a compiled function twice: as written, and as compiled.

    Parameters
    ----------
    f : theano function
        A compiled function of numbers, with one number as its output.
    *values : float
        A number for each input; each symbol and each operation is noted with its value.

    Returns
    -------
    dict of str to Tree
        The two formulas by their titles. What is used twice stands there twice.

    Raises
    ------
    TypeError
        If it isn't a compiled function.
    ValueError
        If it doesn't compute one number from numbers that it's given.

    Examples
    --------
    >>> x = T.dscalar("x")
    >>> trees = written_and_compiled(theano.function([x], x * x), 3)
    >>> [(tree.label, tree.value, len(tree.inputs)) for tree in trees.values()]
    [('×', '9', 2), ('sqr', '9', 1)]
    """
    if not isinstance(f, Function):
        raise TypeError(f"f must be a compiled Theano function, got {f!r}")
    given, returned = f.maker.inputs, f.maker.outputs
    if len(returned) != 1 or any(entry.shared for entry in given):
        raise ValueError("f must return one number, and use no shared variable")
    written = _tree(returned[0].variable, [entry.variable for entry in given], values)
    graph = f.maker.fgraph
    return {"as written": written, "as compiled": _tree(graph.outputs[0], graph.inputs, values)}


def _tree(formula: Any, symbols: list[Any], values: tuple[ArrayLike, ...]) -> Tree:
    parts = [*symbols, *(part for node in io_toposort(symbols, [formula]) for part in node.outputs)]
    if any(part.ndim for part in parts):
        raise ValueError("f must compute with single numbers only")
    compute = theano.function(symbols, parts, mode=Mode("py", optimizer=None))
    known = dict(zip(parts, compute(*values), strict=True))

    def read(part: Any) -> Tree:
        if isinstance(part, Constant):
            return Tree(f"{part.data:g}")
        value = f"{known[part]:g}"
        if part.owner is None:
            return Tree(str(part), value)
        if isinstance(part.owner.op, DimShuffle):  # to a single number it does nothing
            return read(part.owner.inputs[0])
        return Tree(_name(part.owner.op), value, tuple(map(read, part.owner.inputs)))

    return read(formula)


def _name(op: Any) -> str:
    name = str(op.scalar_op).removeprefix("Composite{(").removesuffix(")}")
    return _SIGNS.get(name, name.replace(" * ", " × "))
