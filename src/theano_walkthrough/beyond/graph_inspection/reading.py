"""Read the graph of a compiled function: as written, and as compiled."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from theano.compile import SharedVariable
from theano.compile.function.types import Function
from theano.graph.basic import io_toposort
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
    updates = graph.update_mapping  # from index of output to index of input
    return Graph(
        inputs=[variable for variable in graph.inputs if not isinstance(variable, SharedVariable)],
        outputs=[new for number, new in enumerate(graph.outputs) if number not in updates],
        updates=[(graph.inputs[old], graph.outputs[new]) for new, old in updates.items()],
        operations=graph.toposort(),  # an operation in place comes after all that read its input
    )


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
    destroyed: dict[int, Sequence[int]] = getattr(node.op, "destroy_map", None) or {}
    return sorted({position for positions in destroyed.values() for position in positions})


def _maker(f: Function) -> Any:
    if not isinstance(f, Function):
        raise TypeError(f"f must be a compiled Theano function, got {f!r}")
    return f.maker
