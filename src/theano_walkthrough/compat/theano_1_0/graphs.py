"""Walks through graphs, which return lists as in Theano 1.0."""

from collections import deque
from collections.abc import Callable, Collection, Iterable
from typing import Any

__all__ = [
    "ancestors",
    "inputs",
    "ops",
    "orphans",
    "stack_search",
    "variables",
    "variables_and_orphans",
]


def stack_search(
    start: "deque[Any]",
    expand: Callable[[Any], Iterable[Any] | None],
    mode: str = "bfs",
    build_inv: bool = False,
) -> Any:
    """Walk from some nodes to what ``expand`` returns for each, and empty ``start`` by it.

    With ``build_inv`` return also for each node those that led to it.
    """
    if mode not in ("bfs", "dfs"):
        raise ValueError(f"mode must be 'bfs' or 'dfs', got {mode!r}")
    found: dict[int, Any] = {}
    came_from: dict[Any, list[Any]] = {}
    while start:
        node = start.popleft() if mode == "bfs" else start.pop()
        if id(node) in found:
            continue
        found[id(node)] = node
        following = list(expand(node) or ())
        if build_inv:
            for other in following:
                came_from.setdefault(other, []).append(node)
        start.extend(following)
    nodes = list(found.values())
    return (nodes, came_from) if build_inv else nodes


def ancestors(variable_list: Iterable[Any], blockers: Collection[Any] | None = None) -> list[Any]:
    """Return all variables that some depend on, and themselves; don't look behind blockers."""

    def expand(variable: Any) -> Any:
        if variable.owner and (not blockers or variable not in blockers):
            return reversed(variable.owner.inputs)
        return None

    found: list[Any] = stack_search(deque(variable_list), expand, "dfs")
    return found


def inputs(variable_list: Iterable[Any], blockers: Collection[Any] | None = None) -> list[Any]:
    """Return the variables without owner that some depend on."""
    return [v for v in ancestors(variable_list, blockers) if v.owner is None]


def variables_and_orphans(i: Collection[Any], o: Iterable[Any]) -> tuple[list[Any], list[Any]]:
    """Return all variables from inputs to outputs, and those of them that come from neither."""

    def expand(variable: Any) -> Any:
        if variable.owner and variable not in i:
            return reversed([*variable.owner.inputs, *variable.owner.outputs])
        return None

    found = stack_search(deque(o), expand, "dfs")
    return found, [v for v in found if v.owner is None and v not in i]


def variables(i: Collection[Any], o: Iterable[Any]) -> list[Any]:
    """Return all variables from inputs to outputs."""
    return variables_and_orphans(i, o)[0]


def orphans(i: Collection[Any], o: Iterable[Any]) -> list[Any]:
    """Return the variables that outputs depend on and that aren't computed from inputs."""
    return variables_and_orphans(i, o)[1]


def ops(i: Collection[Any], o: Iterable[Any]) -> set[Any]:
    """Return the nodes, applied operations, between inputs and outputs."""
    return {v.owner for v in variables(i, o) if v not in i and v.owner is not None}
