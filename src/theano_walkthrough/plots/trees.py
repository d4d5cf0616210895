"""Draw formulas as trees: what is computed at the top, what goes into it below."""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import NamedTuple

from theano_walkthrough.plots.diagram import (
    BOX,
    draw_arrow,
    draw_box,
    draw_circle,
    new_diagram,
)
from theano_walkthrough.plots.figure import COLOURS

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

_COLUMN, _LEVEL = 0.47, 0.75  # inches
_LETTER = 0.105  # inches for a letter in any font


class Tree(NamedTuple):
    """A formula: an operation and what goes into it, or a symbol, or a constant.

    Parameters
    ----------
    label : str
        An operation's sign or name, a symbol's name, or a constant.
    value : str, default ""
        Its value, which is written beside it; a constant has none.
    inputs : tuple of Tree, default ()
        What goes into an operation, the first input first.
    """

    label: str
    value: str = ""
    inputs: "tuple[Tree, ...]" = ()


def plot_trees(trees: Mapping[str, Tree]) -> Figure:
    """Draw formulas side by side as trees.

    Operations are boxes, symbols circles, and constants bare numbers.
    What goes into an operation stands below it, its first input at the left.

    Parameters
    ----------
    trees : mapping of str to Tree
        One or more formulas by their titles.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    ValueError
        If there is no formula.

    Examples
    --------
    >>> double = Tree("+", "6", (Tree("x", "3"), Tree("x", "3")))
    >>> figure = plot_trees({"x + x": double})
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['x + x', 'x', '3', 'x', '3', '+', '6']
    """
    if not trees:
        raise ValueError("there must be at least one tree, got none")
    widths = [_width(title, tree) for title, tree in trees.items()]
    height = _LEVEL * max(map(_depth, trees.values())) + 1.65
    figure, axes = new_diagram(sum(widths), height)
    left = 0.0
    for (title, tree), width in zip(trees.items(), widths, strict=True):
        axes.text(left + width / 2, height - 0.15, title, ha="center", va="center", size=12)
        first = left + (width - _COLUMN * (_leaves(tree) - 1)) / 2
        columns = (first + _COLUMN * number for number in count())
        top = _draw(axes, tree, height - 1.15, columns)
        peak = top.y + BOX / 2 + 0.3
        draw_arrow(axes, top.border, (top.x, peak))
        axes.text(top.x, peak + 0.02, tree.value, ha="center", va="bottom", size=12)
        left += width
    return figure


class _Node(NamedTuple):
    x: float
    y: float
    border: Patch  # where arrows end


def _draw(axes: Axes, tree: Tree, y: float, columns: Iterator[float]) -> _Node:
    """Draw a tree, its leaves in the next free columns, and return its topmost node."""
    if not tree.inputs:
        return _draw_leaf(axes, tree, next(columns), y)
    inputs = [_draw(axes, part, y - _LEVEL, columns) for part in tree.inputs]
    x = (inputs[0].x + inputs[-1].x) / 2
    box = draw_box(axes, (x, y), tree.label, colour=COLOURS[1], width=_label_width(tree.label))
    for part, below in zip(tree.inputs, inputs, strict=True):
        draw_arrow(axes, below.border, box)
        if part.inputs:  # its value stands beside the arrow, on the outer side
            side, offset = ("right", -0.13) if below.x < x else ("left", 0.13)
            height = below.y + BOX / 2 + 0.04
            axes.text(below.x + offset, height, part.value, ha=side, va="bottom", size=11)
    return _Node(x, y, box)


def _draw_leaf(axes: Axes, leaf: Tree, x: float, y: float) -> _Node:
    """Draw a symbol with its value below it, or a constant, around which there is no circle."""
    radius = BOX / 2 if leaf.value else 0.75 * BOX / 2
    circle = draw_circle(axes, (x, y), leaf.label, colour=COLOURS[0], radius=radius)
    circle.set_visible(bool(leaf.value))
    axes.text(x, y - BOX / 2 - 0.05, leaf.value, ha="center", va="top", size=11)
    return _Node(x, y, circle)


def _label_width(label: str) -> float:
    return max(BOX, _LETTER * len(label) + 0.16)


def _leaves(tree: Tree) -> int:
    return sum(map(_leaves, tree.inputs)) or 1


def _depth(tree: Tree) -> int:
    return 1 + max(map(_depth, tree.inputs), default=-1)


def _width(title: str, tree: Tree) -> float:
    words = max(_label_width(title), _label_width(tree.label) + 0.1)
    return max(_COLUMN * _leaves(tree), words) + 0.15
