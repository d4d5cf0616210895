"""Draw graphs, so that they can be told apart by shape and line as well as by colour."""

import base64
import html
import itertools
import re
import tempfile
import webbrowser
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import wrap
from typing import Any, NamedTuple

from theano_walkthrough.beyond.graph_inspection import (
    Graph,
    is_composite,
    leaf_name,
    list_steps,
    operation_name,
    output_names,
    overwritten,
)
from theano_walkthrough.beyond.graphviz import draw
from theano_walkthrough.plots import COLOURS

import matplotlib
import pydot
from matplotlib.backends.registry import BackendFilter, backend_registry
from theano.compile import SharedVariable
from theano.graph.basic import Constant

_BLUE, _RED, _GREEN = COLOURS
_SHAPES: dict[str, dict[str, Any]] = {
    "input": {"shape": "ellipse", "color": _BLUE},
    "shared variable": {"shape": "cylinder", "color": _GREEN},
    "constant": {"shape": "plaintext"},
    "operation": {"shape": "box"},
    "composite": {"shape": "box", "peripheries": "2"},
    "output": {"shape": "hexagon", "color": _RED},
    "update": {"shape": "cylinder", "color": _GREEN, "style": "dashed"},
}
# Graphviz knows its widths, and it's the widest of the usual fonts: in another, labels fit, too.
_FONT = "Verdana"
_FORMULA_WIDTH = 32  # letters in a line


class _Page(NamedTuple):
    ink: str
    background: str


_LIGHT_PAGE = _Page("#222832", "#ffffff")
_DARK_PAGE = _Page("#ced6dd", "#14181e")


@dataclass(frozen=True)
class GraphPicture:
    """A graph, drawn; notebooks show it when it's a cell's last line.

    Parameters
    ----------
    light, dark : str
        The picture as SVG, for light and for dark pages.
    steps : tuple of str
        Everything that the picture shows, one line for each step.
    """

    light: str = field(repr=False)
    dark: str = field(repr=False)
    steps: tuple[str, ...]

    def _repr_html_(self) -> str:
        # In an <img>, notebooks show it before they have been run, too, and say it in words.
        data = base64.b64encode(self.light.encode()).decode()
        words = html.escape("; ".join(self.steps))
        return f'<img alt="{words}" src="data:image/svg+xml;base64,{data}">'

    def save(self, path: str | Path) -> None:
        """Write the light picture to a file.

        Parameters
        ----------
        path : str or Path
            A file whose name ends in ``.svg``.

        Raises
        ------
        ValueError
            If the name doesn't end in ``.svg``.
        """
        if Path(path).suffix != ".svg":
            raise ValueError(f"path must end in .svg, got {str(path)!r}")
        Path(path).write_text(self.light, encoding="utf-8")


def draw_graph(graph: Graph) -> GraphPicture:
    """Draw a graph from the inputs at its top to the outputs at its bottom.

    Inputs are ellipses, shared variables cylinders, constants have no border, operations are
    boxes, outputs hexagons, and new values of shared variables dashed cylinders.
    A double border marks a Composite, a thick one an operation that works in place.

    Parameters
    ----------
    graph : Graph
        The graph.

    Returns
    -------
    GraphPicture
        The picture.

    Raises
    ------
    TypeError
        If it isn't a graph.

    Examples
    --------
    >>> x = T.dscalar("x")
    >>> graph = written_graph(theano.function([x], x + 1))
    >>> draw_graph(graph).steps
    ('s1 = add(x, 1)', 'output = s1')
    """
    if not isinstance(graph, Graph):
        raise TypeError(f"graph must be a Graph, got {graph!r}")
    steps = tuple(list_steps(graph))
    return GraphPicture(
        light=_render(_dot(graph, _LIGHT_PAGE), steps),
        dark=_render(_dot(graph, _DARK_PAGE), steps),
        steps=steps,
    )


def show_graphs(*pictures: GraphPicture) -> None:
    """Open pictures in a web browser, if this computer has a screen that Matplotlib can use.

    Notebooks show each picture where it's drawn, so nothing opens there.

    Parameters
    ----------
    *pictures : GraphPicture
        The pictures, shown one below the other.

    Examples
    --------
    >>> show_graphs()
    """
    screens: list[str] = backend_registry.list_builtin(BackendFilter.INTERACTIVE)  # type: ignore[no-untyped-call]
    if not pictures or matplotlib.get_backend().lower() not in screens:
        return
    page = Path(tempfile.mkdtemp()) / "graphs.html"
    parts = "".join(f"<p>{picture.light}</p>\n" for picture in pictures)
    page.write_text(
        f'<!DOCTYPE html>\n<meta charset="utf-8">\n<title>Graphs</title>\n{parts}',
        encoding="utf-8",
    )
    webbrowser.open(page.as_uri())


def _dot(graph: Graph, page: _Page) -> pydot.Dot:
    dot = pydot.Dot("graph", bgcolor=page.background, pad="0.2", nodesep="0.2", ranksep="0.35")
    text = {"fontname": _FONT, "fontcolor": page.ink, "color": page.ink}
    dot.set_node_defaults(**text, fontsize="14", height="0.4", margin="0.14,0.06")
    dot.set_edge_defaults(**text, fontsize="11", arrowsize="0.7")
    names = _Names(dot)
    for number, node in enumerate(graph.operations, start=1):
        _add_operation(dot, names, node, number)
    for name, variable in zip(output_names(graph), graph.outputs, strict=True):
        end = names.new()
        dot.add_node(_node(end, name, "output"))
        dot.add_edge(pydot.Edge(names.of(variable), end))
    for shared, new in graph.updates:
        end = names.new()
        dot.add_node(_node(end, f"new {leaf_name(shared)}", "update"))
        dot.add_edge(pydot.Edge(names.of(new), end, style="dashed"))
    return dot


def _add_operation(dot: pydot.Dot, names: "_Names", node: Any, number: int) -> None:
    here = names.new()
    names.known.update(dict.fromkeys(node.outputs, here))
    composite = is_composite(node.op)
    lines = wrap(f"s{number}: {operation_name(node.op)}", _FORMULA_WIDTH)
    box = _node(here, "\n".join(lines), "composite" if composite else "operation")
    destroyed = overwritten(node)
    if destroyed:
        box.set("penwidth", "3")
    dot.add_node(box)
    for position, variable in enumerate(node.inputs):
        arrow = pydot.Edge(names.of(variable), here)
        if len(node.inputs) > 1 and operation_name(node.op) not in ("add", "mul"):
            arrow.set("label", f" i{position} ")
        if variable.owner and len(variable.owner.outputs) > 1:
            arrow.set("label", f" [{variable.index}] ")
        if position in destroyed:
            arrow.set("penwidth", "3")
        dot.add_edge(arrow)


class _Names:
    """Names for the nodes of a picture, numbered in the order of drawing."""

    def __init__(self, dot: pydot.Dot) -> None:
        self.dot = dot
        self.top = pydot.Subgraph("top", rank="source")  # so that a reader begins with the inputs
        dot.add_subgraph(self.top)
        self.known: dict[Any, str] = {}
        self.numbers = itertools.count()

    def new(self) -> str:
        return f"n{next(self.numbers)}"

    def of(self, variable: Any) -> str:
        """Return a variable's node, and draw it if it's met for the first time."""
        if variable in self.known:
            return self.known[variable]
        name = self.new()
        if isinstance(variable, Constant):  # one for each use, so that arrows stay short
            self.dot.add_node(_node(name, leaf_name(variable), "constant"))
            return name
        self.known[variable] = name
        kind = "shared variable" if isinstance(variable, SharedVariable) else "input"
        self.top.add_node(_node(name, leaf_name(variable), kind))
        return name


def _node(name: str, label: str, kind: str) -> pydot.Node:
    escaped = label.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
    return pydot.Node(name, label=f'"{escaped}"', **_SHAPES[kind])


def _render(dot: pydot.Dot, steps: Sequence[str]) -> str:
    svg = draw(dot.to_string())
    svg = svg[svg.index("<svg") :]
    # Names of nodes: browsers would show them, and nothing needs them.
    svg = re.sub(r"<title>.*?</title>\n?|<!--.*?-->\n?| id=\"[^\"]*\"", "", svg)
    svg = svg.replace(f'font-family="{_FONT}"', f'font-family="{_FONT},sans-serif"')
    label = html.escape("; ".join(steps))  # the picture in words, for screen readers
    return svg.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)
