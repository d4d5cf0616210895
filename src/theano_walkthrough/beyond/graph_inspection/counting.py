"""Count the operations of a graph."""

from typing import Any, NamedTuple

from theano_walkthrough.beyond.graph_inspection.reading import Graph, is_composite, overwritten

from theano.graph.basic import Constant


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
