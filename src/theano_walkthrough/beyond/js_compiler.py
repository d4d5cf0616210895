"""Compile a Theano graph to JavaScript: one line for each number that it computes."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from theano_walkthrough.beyond.graph_inspection import compiled_graph, list_steps, operation_name
from theano_walkthrough.beyond.js_tracing import Number, Tape, literal

import numpy as np
import theano
from theano import scalar
from theano.compile import SharedVariable
from theano.compile.mode import Mode
from theano.compile.ops import DeepCopyOp, Shape, Shape_i, ViewOp
from theano.graph.basic import Constant
from theano.ifelse import IfElse
from theano.tensor import basic, elemwise, opt, subtensor

MODE = Mode(linker="py", optimizer="fast_run").excluding("fusion", "inplace", "BlasOpt")
"""Simplify the graph as usual, but keep its operations small and simple."""

MOVES = (
    basic.Alloc,
    basic.Rebroadcast,
    basic.Reshape,
    basic.ScalarFromTensor,
    basic.Split,
    basic.TensorFromScalar,
    elemwise.DimShuffle,
    subtensor.Subtensor,
    DeepCopyOp,
    Shape,
    Shape_i,
    ViewOp,
)
"""Operations that compute nothing; they move, copy or count elements."""

RESERVED = (
    "arguments|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|"
    "eval|export|extends|false|finally|for|function|if|implements|import|in|inputs|instanceof|"
    "interface|let|new|null|package|private|protected|public|return|state|static|super|switch|"
    "this|throw|true|try|typeof|var|void|while|with|yield"
)
NAME = rf"(?!({RESERVED}|t\d+)$)[a-z]\w*"
"""Names that variables may have; t1, t2 and so on are for intermediate results."""


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
    """
    function = theano.function(
        list(inputs), list(outputs.values()), updates=updates, mode=MODE, on_unused_input="ignore"
    )
    for shared in function.get_shared():
        if shared not in state:
            raise ValueError(f"state must hold every shared variable, but {shared} is missing")
    tape = Tape()
    arrays: dict[Any, Any] = {}
    layout: dict[str, list[str]] = {"state": [], "inputs": [], "outputs": []}
    shapes = {"state": {v: v.get_value(borrow=True).shape for v in state}, "inputs": inputs}
    for source, variables in shapes.items():
        for variable, shape in variables.items():
            arrays[variable] = _read(variable, shape, source, layout, tape)

    graph = compiled_graph(function)
    for copy, entry in zip(function.maker.fgraph.inputs, function.maker.inputs, strict=True):
        arrays[copy] = arrays[entry.variable]
    for node, step in zip(graph.operations, list_steps(graph), strict=False):
        tape.lines.append(f"// {step}")
        results = compute(node, [_array(variable, arrays) for variable in node.inputs], tape)
        for variable, result in zip(node.outputs, results, strict=True):
            array = np.asarray(result)
            # A choice computes nothing: whole numbers among the answers stay what they are.
            chosen = isinstance(node.op, IfElse)
            arrays[variable] = array if chosen else _constant_or_float64(array, variable)

    for old, new in graph.updates:
        for number, value in zip(arrays[old].flat, _array(new, arrays).flat, strict=True):
            tape.lines.append(f"state[{layout['state'].index(number.name)}] = {literal(value)};")
    returned: list[str] = []
    for label, variable in zip(outputs, graph.outputs, strict=True):
        array = _array(variable, arrays)
        layout["outputs"] += _names(label, array.shape)
        returned += map(literal, array.flat)
    body = "".join(f"  {line}\n" for line in [*tape.lines, f"return [{', '.join(returned)}];"])
    properties = "".join(f"  {kind}: {json.dumps(names)},\n" for kind, names in layout.items())
    return (
        f"export function {name}(state, inputs) {{\n{body}}}\n{name}.layout = {{\n{properties}}};"
    )


def compute(node: Any, arrays: Sequence[Any], tape: Tape) -> list[Any]:
    """Carry out one operation of a graph on arrays of numbers.

    Parameters
    ----------
    node : Apply
        The operation and its inputs.
    arrays : sequence of ndarray
        The values of its inputs: constants, or numbers that stand for variables.
    tape : Tape
        Where operations on variables are recorded.

    Returns
    -------
    list of ndarray
        The values of its outputs.

    Raises
    ------
    NotImplementedError
        If it's an operation that can't be written yet.

    Examples
    --------
    >>> tape = Tape()
    >>> w = np.array([Number("w_0", tape), Number("w_1", tape)])
    >>> _ = compute(T.dvector().sum().owner, [w], tape)
    >>> tape.lines
    ['const t1 = w_0 + w_1;']
    """
    op = node.op
    if isinstance(op, elemwise.Elemwise):
        on_each = np.frompyfunc(partial(tape.emit, op.scalar_op), len(arrays), 1)
        return [on_each(*arrays)]
    if isinstance(op, IfElse):
        if op.n_outs > 1:
            raise NotImplementedError("an ifelse with several results can't be written yet")
        on_each = np.frompyfunc(partial(tape.emit, scalar.switch), 3, 1)
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


def _read(
    variable: Any, shape: tuple[int, ...], source: str, layout: dict[str, list[str]], tape: Tape
) -> Any:
    """Return the numbers of a variable, which are read from ``state`` or ``inputs``."""
    if len(shape) != variable.ndim:
        dimensions = "dimension" if variable.ndim == 1 else "dimensions"
        raise ValueError(
            f"the shape of {variable} must have {variable.ndim} {dimensions}, got {shape}"
        )
    names = _names(variable.name or "", shape)
    for name in names:
        if not re.fullmatch(NAME, name) or name in layout["state"] + layout["inputs"]:
            raise ValueError(f"each variable needs a name of its own for JavaScript, not {name!r}")
    for row in np.reshape(names, (-1, *shape[-1:])):
        places = enumerate(np.atleast_1d(row), start=len(layout[source]))
        reading = ", ".join(f"{name} = {source}[{place}]" for place, name in places)
        tape.lines.append(f"const {reading};")
        layout[source] += map(str, np.atleast_1d(row))
    numbers = np.array([Number(name, tape) for name in names], dtype=object)
    return _constant_or_float64(numbers.reshape(shape), variable)


def _array(variable: Any, arrays: dict[Any, Any]) -> Any:
    return np.asarray(variable.data) if isinstance(variable, Constant) else arrays[variable]


def _constant_or_float64(array: Any, variable: Any) -> Any:
    """Return an array of constants, or of variables, which are float64 in JavaScript."""
    if not any(isinstance(number, Number) for number in array.flat):
        return array.astype(variable.dtype)
    if variable.dtype not in ("float64", "bool"):
        raise NotImplementedError(f"JavaScript computes in float64, not in {variable.dtype}")
    return array


def _names(name: str, shape: tuple[int, ...]) -> list[str]:
    """Name the numbers of an array: b alone, or w_0 and w_1."""
    return ["_".join([name, *map(str, index)]) for index in np.ndindex(shape)]
