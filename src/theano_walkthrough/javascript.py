"""Compile a Theano graph to JavaScript: one line for each number that it computes."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import partial, reduce
from itertools import chain
from typing import Any

import theano_walkthrough  # noqa: F401
from theano_walkthrough.graphs import compiled_graph, list_steps, operation_name

import numpy as np
import theano
from theano import scalar
from theano.compile import SharedVariable
from theano.compile.mode import Mode
from theano.compile.ops import DeepCopyOp, Shape, Shape_i, ViewOp
from theano.graph.basic import Constant
from theano.tensor import basic, elemwise, nnet, opt, subtensor

MODE = Mode(linker="py", optimizer="fast_run").excluding("fusion", "inplace", "BlasOpt")
"""Simplify the graph as usual, but keep its operations small and simple."""

FORMULAS = {
    scalar.Abs: "Math.abs({0})",
    scalar.Add: "{0} + {1}",
    scalar.EQ: "{0} === {1}",
    scalar.Exp: "Math.exp({0})",
    scalar.Expm1: "Math.expm1({0})",
    scalar.GE: "{0} >= {1}",
    scalar.GT: "{0} > {1}",
    scalar.Inv: "1 / {0}",
    scalar.LE: "{0} <= {1}",
    scalar.LT: "{0} < {1}",
    scalar.Log: "Math.log({0})",
    scalar.Log1p: "Math.log1p({0})",
    scalar.Mul: "{0} * {1}",
    scalar.NEQ: "{0} !== {1}",
    scalar.Neg: "-{0}",
    scalar.Pow: "Math.pow({0}, {1})",
    scalar.Sqr: "{0} * {0}",
    scalar.Sqrt: "Math.sqrt({0})",
    scalar.Sub: "{0} - {1}",
    scalar.Switch: "{0} ? {1} : {2}",
    scalar.Tanh: "Math.tanh({0})",
    scalar.TrueDiv: "{0} / {1}",
    nnet.sigm.ScalarSoftplus: "Math.max({0}, 0) + Math.log1p(Math.exp(-Math.abs({0})))",
}
"""How JavaScript writes each operation on numbers."""

RESERVED = (
    "arguments|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|"
    "eval|export|extends|false|finally|for|function|if|implements|import|in|inputs|instanceof|"
    "interface|let|new|null|package|private|protected|public|return|state|static|super|switch|"
    "this|throw|true|try|typeof|var|void|while|with|yield"
)
NAME = rf"(?!({RESERVED}|t\d+)$)[a-z]\w*"
"""What a number may be called; t1, t2 and so on are for those in between."""

MOVES = (
    basic.Alloc,
    basic.Rebroadcast,
    basic.Reshape,
    basic.Split,
    elemwise.DimShuffle,
    subtensor.Subtensor,
    DeepCopyOp,
    Shape,
    Shape_i,
    ViewOp,
)
"""Operations that compute nothing; they only put numbers in another place, or count them."""


class Number:
    """A number that JavaScript knows by a name; what is done with it gets written down."""

    def __init__(self, name: str, tape: "Tape") -> None:
        self.name, self.tape = name, tape

    def __add__(self, other: Any) -> Any:
        """Write down a sum, as NumPy's sums and dot products need it."""
        return self.tape.record(scalar.add, self, other)

    def __mul__(self, other: Any) -> Any:
        """Write down a product."""
        return self.tape.record(scalar.mul, self, other)

    __radd__, __rmul__ = __add__, __mul__  # either order gives the same number


class Tape:
    """The lines written so far, and what each of them has computed."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.known: dict[str, Number] = {}  # from a formula to the number that it gives
        self.layout: dict[str, list[str]] = {"state": [], "inputs": []}

    def read(self, source: str, variable: Any, shape: tuple[int, ...]) -> Any:
        """Read a variable's numbers from ``state`` or ``inputs``."""
        if len(shape) != variable.ndim:
            dimensions = "dimension" if variable.ndim == 1 else "dimensions"
            raise ValueError(
                f"the shape of {variable} must have {variable.ndim} {dimensions}, got {shape}"
            )
        names = _names(variable.name or "", shape)
        known = self.layout[source]
        for name in names:
            if not re.fullmatch(NAME, name) or name in chain(*self.layout.values()):
                raise ValueError(
                    f"each variable needs a name of its own for JavaScript, not {name!r}"
                )
        places = [f"{name} = {source}[{place}]" for place, name in enumerate(names, len(known))]
        self.lines.append(f"const {', '.join(places)};")
        known += names
        numbers = np.array([Number(name, self) for name in names], dtype=object).reshape(shape)
        return _float64(numbers, variable)

    def record(self, op: Any, *arguments: Any) -> Any:
        """Carry out an operation on numbers: at once if all are known, else in a line."""
        if not any(isinstance(argument, Number) for argument in arguments):
            return op.impl(*arguments)
        if isinstance(op, scalar.Identity | scalar.Second):
            return arguments[-1]
        if isinstance(op, nnet.sigm.ScalarSigmoid):  # in small steps, as some may be known
            growth = self.record(scalar.exp, self.record(scalar.neg, *arguments))
            return self.record(scalar.inv, self.record(scalar.add, 1.0, growth))
        if isinstance(op, scalar.Add | scalar.Mul) and len(arguments) != 2:
            return reduce(lambda left, right: self.record(op, left, right), arguments)
        if type(op) not in FORMULAS:
            raise NotImplementedError(f"JavaScript has no formula for {op} yet")
        formula = FORMULAS[type(op)].format(*map(literal, arguments))
        if formula not in self.known:
            self.known[formula] = Number(f"t{len(self.known) + 1}", self)
            self.lines.append(f"const {self.known[formula].name} = {formula};")
        return self.known[formula]

    def compute(self, node: Any, arrays: Sequence[Any]) -> list[Any]:
        """Carry out an operation of the graph on arrays of numbers."""
        op = node.op
        if isinstance(op, elemwise.Elemwise):
            on_each = np.frompyfunc(partial(self.record, op.scalar_op), len(arrays), 1)
            return [on_each(*arrays)]
        if isinstance(op, elemwise.Sum):
            return [np.sum(arrays[0], axis=op.axis)]
        if isinstance(op, basic.Dot):
            return [np.dot(*arrays)]
        if isinstance(op, basic.Join):
            return [np.concatenate(arrays[1:], axis=int(arrays[0]))]
        if isinstance(op, opt.MakeVector):
            return [np.stack(arrays)]
        if isinstance(op, MOVES):
            results: list[list[Any]] = [[None] for _ in node.outputs]
            settings = [node.run_params()] if hasattr(op, "params_type") else []
            op.perform(node, arrays, results, *settings)
            return [result for (result,) in results]
        raise NotImplementedError(f"{operation_name(op)} can't be written in JavaScript yet")


def literal(value: Any) -> str:
    """Write a number so that JavaScript reads the very same one."""
    if isinstance(value, Number):
        return value.name
    if isinstance(value, bool | np.bool_):
        return str(bool(value)).lower()
    text = repr(float(value)).removesuffix(".0")
    return text.replace("inf", "Infinity").replace("nan", "NaN")


def to_javascript(
    state: Sequence[SharedVariable],
    inputs: Mapping[Any, tuple[int, ...]],
    outputs: Mapping[str, Any],
    updates: Sequence[tuple[SharedVariable, Any]] = (),
    *,
    name: str = "step",
) -> str:
    """Write a Theano graph as a JavaScript function.

    Parameters
    ----------
    state : sequence of SharedVariable
        The shared variables, in the order in which their numbers will stand in ``state``.
    inputs : mapping of Variable to tuple of int
        The shape of each input, in the order in which their numbers will stand in ``inputs``.
    outputs : mapping of str to Variable
        What the function returns, by names that a reader will see.
    updates : sequence of (SharedVariable, Variable)
        The new values that the function stores in ``state``, as for ``theano.function``.
    name : str, default "step"
        What the function is called.

    Returns
    -------
    str
        An ES module that exports ``name(state, inputs)``; both take arrays of numbers, and it
        returns one. ``name.layout`` names each number in them.

    Raises
    ------
    NotImplementedError
        If the graph has an operation, or a type of numbers, that can't be written yet.
    ValueError
        If a name can't be used in JavaScript, a shape doesn't fit its input, or the graph has
        a shared variable that isn't in ``state``.

    Examples
    --------
    >>> x = T.dvector("x")
    >>> print(to_javascript([], {x: (2,)}, {"length": T.sqrt((x**2).sum())}, name="measure"))
    export function measure(state, inputs) {
      const x_0 = inputs[0], x_1 = inputs[1];
      // s1 = sqr(x)
      const t1 = x_0 * x_0;
      const t2 = x_1 * x_1;
      // s2 = sum(s1)
      const t3 = t1 + t2;
      // s3 = sqrt(s2)
      const t4 = Math.sqrt(t3);
      return [t4];
    }
    measure.layout = {
      state: [],
      inputs: ["x_0", "x_1"],
      outputs: ["length"],
    };
    <BLANKLINE>
    """
    function = theano.function(
        list(inputs), list(outputs.values()), updates=updates, mode=MODE, on_unused_input="ignore"
    )
    for shared in function.get_shared():
        if shared not in state:
            raise ValueError(f"state must hold every shared variable, but {shared} is missing")
    tape = Tape()
    leaves = {shared: tape.read("state", shared, shared.get_value().shape) for shared in state}
    leaves |= {variable: tape.read("inputs", variable, shape) for variable, shape in inputs.items()}
    compiled = [entry.variable for entry in function.maker.inputs]
    arrays = dict(zip(function.maker.fgraph.inputs, map(leaves.get, compiled), strict=True))
    graph = compiled_graph(function)
    for node, step in zip(graph.operations, list_steps(graph), strict=False):
        tape.lines.append(f"// {step}")
        results = tape.compute(node, [_array(variable, arrays) for variable in node.inputs])
        for variable, result in zip(node.outputs, results, strict=True):
            arrays[variable] = _float64(np.asarray(result), variable)
    news = [(arrays[old], _array(new, arrays)) for old, new in graph.updates]
    for old, new in news:
        tape.lines += [
            f"state[{tape.layout['state'].index(number.name)}] = {literal(value)};"
            for number, value in zip(old.flat, np.broadcast_to(new, old.shape).flat, strict=True)
        ]
    returned = {
        label: _array(variable, arrays)
        for label, variable in zip(outputs, graph.outputs, strict=True)
    }
    values = ", ".join(literal(value) for array in returned.values() for value in array.flat)
    layout = {
        **tape.layout,
        "outputs": [n for label, array in returned.items() for n in _names(label, array.shape)],
    }
    body = "".join(f"  {line}\n" for line in [*tape.lines, f"return [{values}];"])
    properties = "".join(f"  {kind}: {json.dumps(names)},\n" for kind, names in layout.items())
    return (
        f"export function {name}(state, inputs) {{\n{body}}}\n{name}.layout = {{\n{properties}}};\n"
    )


def _array(variable: Any, arrays: dict[Any, Any]) -> Any:
    return np.asarray(variable.data) if isinstance(variable, Constant) else arrays[variable]


def _float64(array: Any, variable: Any) -> Any:
    """Return an array whose numbers are known now, or will be float64 in JavaScript."""
    if not any(isinstance(number, Number) for number in array.flat):
        return array.astype(variable.dtype)
    if variable.dtype not in ("float64", "bool"):
        raise NotImplementedError(f"JavaScript computes in float64, not in {variable.dtype}")
    return array


def _names(name: str, shape: tuple[int, ...]) -> list[str]:
    """Name the numbers of an array: b alone, or w_0 and w_1."""
    return ["_".join([name, *map(str, index)]) for index in np.ndindex(shape)]
