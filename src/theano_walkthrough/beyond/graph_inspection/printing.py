"""Print a graph as a list of steps."""

import re
from typing import Any

from theano_walkthrough.beyond.graph_inspection.reading import Graph, is_composite, overwritten

import numpy as np
from theano.graph.basic import Constant


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


def _formula(op: Any, arguments: list[str]) -> str:
    if not is_composite(op):
        return f"{operation_name(op)}({', '.join(arguments)})"
    return re.sub(r"\bi(\d+)\b", lambda match: arguments[int(match[1])], operation_name(op))
