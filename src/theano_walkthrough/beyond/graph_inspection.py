"""Look into a compiled function: its graph as written, and what the compiler made of it."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import theano_walkthrough  # noqa: F401

import numpy as np
from theano.compile import SharedVariable
from theano.compile.function.types import Function
from theano.graph.basic import Constant, io_toposort
from theano.scalar import Composite


class Graph(NamedTuple):
    """What a function computes: variables, joined by the operations between them.

    Parameters
    ----------
    inputs : list of Variable
        What a caller hands over.
    outputs : list of Variable
        What a caller gets back.
    updates : list of (SharedVariable, Variable)
        Each shared variable that changes, and its new value.
    operations : list of Apply
        The operations with their inputs and outputs, in an order in which they can be computed.
    """

    inputs: list[Any]
    outputs: list[Any]
    updates: list[tuple[Any, Any]]
    operations: list[Any]


class GraphCount(NamedTuple):
    """What there is in a graph, in numbers.

    Parameters
    ----------
    operations : int
        All operations; a Composite is one.
    duplicates : int
        Operations that repeat another one with the same inputs.
    composites : int
        Operations that were made by joining several.
    fused : int
        Small operations inside those.
    in_place : int
        Operations that overwrite one of their inputs.
    """

    operations: int
    duplicates: int
    composites: int
    fused: int
    in_place: int


def written_graph(f: Function) -> Graph:
    """Return the graph of a compiled function before the compiler changed it.

    Parameters
    ----------
    f : theano function
        A compiled function.

    Returns
    -------
    Graph
        Its variables as they were written or derived.

    Raises
    ------
    TypeError
        If it isn't a compiled function.

    Examples
    --------
    >>> x = T.dscalar("x")
    >>> f = theano.function([x], x * (x / x))
    >>> list_steps(written_graph(f))
    ['s1 = true_div(x, x)', 's2 = mul(x, s1)', 'output = s2']
    """
    maker = _maker(f)
    inputs = [entry.variable for entry in maker.inputs if not entry.shared]
    outputs = [entry.variable for entry in maker.outputs]
    updates = [(entry.variable, entry.update) for entry in maker.inputs if entry.update]
    results = [*outputs, *(new for _, new in updates)]
    return Graph(inputs, outputs, updates, operations=list(io_toposort(inputs, results)))


def compiled_graph(f: Function) -> Graph:
    """Return the graph that a compiled function really runs.

    Parameters
    ----------
    f : theano function
        A compiled function.

    Returns
    -------
    Graph
        Its variables after optimisation.

    Raises
    ------
    TypeError
        If it isn't a compiled function.

    Examples
    --------
    >>> x = T.dscalar("x")
    >>> f = theano.function([x], x * x)
    >>> list_steps(compiled_graph(f))
    ['s1 = sqr(x)', 'output = s1']
    """
    maker = _maker(f)
    graph = maker.fgraph
    updates = graph.update_mapping  # from an output's number to an input's
    return Graph(
        inputs=[variable for variable in graph.inputs if not isinstance(variable, SharedVariable)],
        outputs=[new for number, new in enumerate(graph.outputs) if number not in updates],
        updates=[(graph.inputs[old], graph.outputs[new]) for new, old in updates.items()],
        operations=graph.toposort(),  # nothing is overwritten that a later one needs
    )


def count_operations(graph: Graph) -> GraphCount:
    """Count what's in a graph.

    Parameters
    ----------
    graph : Graph
        The graph.

    Returns
    -------
    GraphCount
        The numbers.

    Examples
    --------
    >>> x = T.dscalar("x")
    >>> f = theano.function([x], T.exp(-x) + T.exp(-x))
    >>> count_operations(written_graph(f))
    GraphCount(operations=5, duplicates=2, composites=0, fused=0, in_place=0)
    >>> count_operations(compiled_graph(f))
    GraphCount(operations=1, duplicates=0, composites=1, fused=3, in_place=0)
    """
    nodes = graph.operations
    composites = [node.op.scalar_op for node in nodes if is_composite(node.op)]
    return GraphCount(
        operations=len(nodes),
        duplicates=_duplicates(nodes),
        composites=len(composites),
        fused=sum(len(composite.fgraph.apply_nodes) for composite in composites),
        in_place=sum(bool(overwritten(node)) for node in nodes),
    )


def list_steps(graph: Graph) -> list[str]:
    """Write a graph as a list of steps, in an order in which they can be computed.

    Parameters
    ----------
    graph : Graph
        The graph.

    Returns
    -------
    list of str
        One line for each operation, then one for each output and update.

    Examples
    --------
    >>> _, f = cube_gradient()
    >>> for line in list_steps(written_graph(f)):
    ...     print(line)
    s1 = dimshuffle{}(1)
    s2 = sub(3, s1)
    s3 = pow(x, s2)
    s4 = pow(x, 3)
    s5 = fill(s4, 1)
    s6 = mul(s5, 3)
    s7 = mul(s6, s3)
    output = s7
    """
    names: dict[Any, str] = {}
    lines = []
    for number, node in enumerate(graph.operations, start=1):
        many = len(node.outputs) > 1
        for position, variable in enumerate(node.outputs):
            names[variable] = f"s{number}[{position}]" if many else f"s{number}"
        arguments = [names.get(variable) or leaf_name(variable) for variable in node.inputs]
        line = f"s{number} = {_formula(node.op, arguments)}"
        if overwritten(node):
            line += f"  (in place of {', '.join(arguments[i] for i in overwritten(node))})"
        lines.append(line)
    for name, variable in zip(output_names(graph), graph.outputs, strict=True):
        lines.append(f"{name} = {names.get(variable) or leaf_name(variable)}")
    for shared, new in graph.updates:
        lines.append(f"new {leaf_name(shared)} = {names.get(new) or leaf_name(new)}")
    return lines


def operation_name(op: Any) -> str:
    """Return a short name for an operation.

    Parameters
    ----------
    op : Op
        Theano's operation.

    Returns
    -------
    str
        Its name without Theano's technical details; the formula, if it's a Composite.

    Examples
    --------
    >>> x = T.dmatrix("x")
    >>> [operation_name(variable.owner.op) for variable in (x.T, T.exp(x), T.dot(x, x))]
    ['transpose', 'exp', 'dot']
    """
    if is_composite(op):
        return re.sub("Composite{(.*)}", r"\1", str(op.scalar_op)).replace("scalar_", "")
    kind = type(op).__name__
    if kind == "DimShuffle":
        order = ",".join(map(str, op.new_order))
        return "transpose" if order == "1,0" else f"dimshuffle{{{order}}}"
    if kind == "Shape_i":
        return f"shape[{op.i}]"
    if kind == "Elemwise":
        kind = type(op.scalar_op).__name__.removeprefix("Scalar")
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind).lower()
    return {"second": "fill", "scipy_ger": "ger"}.get(words, words)


def leaf_name(variable: Any) -> str:
    """Return the name of an input or shared variable, or the value of a constant.

    Parameters
    ----------
    variable : Variable
        A variable that no operation computes.

    Returns
    -------
    str
        What to write in its place.

    Examples
    --------
    >>> leaf_name(T.dscalar("x")), leaf_name(T.constant(0.5)), leaf_name(T.constant([1, 2]))
    ('x', '0.5', '[1, 2]')
    """
    if not isinstance(variable, Constant):
        return str(variable)
    value = np.asarray(variable.data)
    return f"{value.item():g}" if value.size == 1 else str(value.tolist())


def output_names(graph: Graph) -> list[str]:
    """Return a name for each output.

    Parameters
    ----------
    graph : Graph
        The graph.

    Returns
    -------
    list of str
        ``output``, or ``output 1``, ``output 2`` and so on if there are several.

    Examples
    --------
    >>> x = T.dscalar("x")
    >>> output_names(written_graph(theano.function([x], [x**2, x**3])))
    ['output 1', 'output 2']
    """
    if len(graph.outputs) == 1:
        return ["output"]
    return [f"output {number}" for number, _ in enumerate(graph.outputs, start=1)]


def is_composite(op: Any) -> bool:
    """Tell whether an operation was made by joining several.

    Parameters
    ----------
    op : Op
        Theano's operation.

    Returns
    -------
    bool
        Whether it's a Composite.

    Examples
    --------
    >>> is_composite(T.exp)
    False
    """
    return isinstance(getattr(op, "scalar_op", None), Composite)


def overwritten(node: Any) -> list[int]:
    """Tell which of its inputs an operation overwrites with its result.

    Parameters
    ----------
    node : Apply
        An operation with its inputs.

    Returns
    -------
    list of int
        Their positions, the first being 0; empty if it works on new memory.

    Examples
    --------
    >>> x = T.dscalar("x")
    >>> overwritten(T.exp(x).owner)
    []
    """
    spoiled: dict[int, Sequence[int]] = getattr(node.op, "destroy_map", None) or {}
    return sorted({position for positions in spoiled.values() for position in positions})


def _maker(f: Function) -> Any:
    if not isinstance(f, Function):
        raise TypeError(f"f must be a compiled Theano function, got {f!r}")
    return f.maker


def _duplicates(nodes: list[Any]) -> int:
    """Count the operations that a compiler saves by computing equal things once."""
    first: dict[Any, Any] = {}  # for each kind of operation and inputs, the one met first
    same: dict[Any, Any] = {}  # for each variable, the equal one that was met first
    for node in nodes:
        arguments = tuple(
            variable.signature() if isinstance(variable, Constant) else same.get(variable, variable)
            for variable in node.inputs
        )
        original = first.setdefault((node.op, arguments), node)
        same.update(zip(node.outputs, original.outputs, strict=True))
    return len(nodes) - len(first)


def _formula(op: Any, arguments: list[str]) -> str:
    if not is_composite(op):
        return f"{operation_name(op)}({', '.join(arguments)})"
    return re.sub(r"\bi(\d+)\b", lambda match: arguments[int(match[1])], operation_name(op))
