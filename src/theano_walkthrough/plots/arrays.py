"""Draw arrays as tables of cells, and stacks of tables."""

from collections.abc import Mapping

from theano_walkthrough import validation
from theano_walkthrough.plots.diagram import GREY, Point, new_diagram
from theano_walkthrough.plots.figure import COLOURS
from theano_walkthrough.plots.tables import draw_table

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import ArrayLike, NDArray

_COLUMNS = 3
_CELL = 0.36  # inches, as are these
_NARROWEST = 1.1
_LABELS = 0.6
_GAP = 0.3
_MARGIN = 0.05
_BEHIND = (0.45, 0.14)  # how far a table stands to the right of the one before it, and above


def plot_arrays(arrays: Mapping[str, ArrayLike]) -> Figure:
    """Draw arrays as tables of cells, each with its name and its shape above it.

    The tables of a stack stand one behind the other, the first in front.

    Parameters
    ----------
    arrays : mapping of str to array_like
        One or more arrays of at most three dimensions by their names.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If an array doesn't hold numbers.
    ValueError
        If there is no array, or one is empty or has more than three dimensions.

    Examples
    --------
    >>> figure = plot_arrays({"col": [[1], [2]]})
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['col', '(2, 1)', '1', '2']
    """
    if not arrays:
        raise ValueError("there must be at least one array, got none")
    stacks = [_stack(name, array) for name, array in arrays.items()]
    sizes = np.array([_size(stack) for stack in stacks])
    widths = [max(_NARROWEST, *sizes[n::_COLUMNS, 0]) for n in range(min(_COLUMNS, len(sizes)))]
    heights = [
        sizes[n : n + _COLUMNS, 1].max() + _LABELS + _GAP for n in range(0, len(sizes), _COLUMNS)
    ]
    width = sum(widths) + _GAP * (len(widths) - 1)
    figure, axes = new_diagram(width + 2 * _MARGIN, sum(heights) - _GAP + _MARGIN)
    for number, (name, array) in enumerate(arrays.items()):
        row, column = divmod(number, _COLUMNS)
        middle = _MARGIN + sum(widths[:column]) + widths[column] / 2 + _GAP * column
        top = sum(heights[row:]) - _GAP + _MARGIN
        axes.text(middle, top - 0.15, name, ha="center", va="center", size=12)
        axes.text(middle, top - 0.38, str(np.shape(array)), ha="center", va="center", size=10)
        left = middle - sizes[number, 0] / 2
        _draw_stack(axes, stacks[number], (left, top - _LABELS))
    return figure


def _stack(name: str, array: ArrayLike) -> NDArray[np.float64]:
    """Return an array as a stack of tables."""
    numbers = validation.number_array(name, array)
    if numbers.ndim > 3 or not numbers.size:
        raise ValueError(
            f"{name} must have at most 3 dimensions and an element, got shape {numbers.shape}"
        )
    return np.array(numbers, ndmin=3)


def _size(stack: NDArray[np.float64]) -> Point:
    tables, rows, columns = stack.shape
    right, up = _BEHIND
    return (
        _CELL * columns + right * (tables - 1),
        _CELL * rows * tables + up * (tables - 1),
    )


def _draw_stack(axes: Axes, stack: NDArray[np.float64], corner: Point) -> None:
    """Draw a stack of tables into a rectangle with this upper left corner."""
    width, height = _CELL * stack.shape[2], _CELL * stack.shape[1]
    right, up = _BEHIND[0], _BEHIND[1] + height
    behind = len(stack) - 1
    left, top = corner[0], corner[1] - behind * up  # of the table in front
    corners = [(left, top), (left + width, top - height)] if behind else []
    for x, y in corners:
        axes.plot([x, x + behind * right], [y, y + behind * up], color=GREY, linewidth=1)
    for number, table in enumerate(stack):
        place = (left + number * right, top + number * up)
        draw_table(axes, table, place, cell=_CELL, colour=COLOURS[0])
