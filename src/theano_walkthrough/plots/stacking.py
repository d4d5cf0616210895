"""Draw vectors that are set side by side, as the columns of a matrix."""

from theano_walkthrough import validation
from theano_walkthrough.plots.diagram import draw_arrow, draw_words, new_diagram
from theano_walkthrough.plots.figure import COLOURS
from theano_walkthrough.plots.tables import draw_table

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import ArrayLike

_CELL = 0.5  # inches, as are these
_WIDTH = 3.95
_ABOVE = 0.62
_LEFTS = (0.25, 1.1, 2.7, 2.7 + _CELL)  # of both vectors, and of both columns of the matrix
_COLUMN_COLOURS = (COLOURS[0], COLOURS[2])  # those of the hidden neurons in the network's diagram


def plot_stack(a1: ArrayLike, a2: ArrayLike, hidden: ArrayLike) -> Figure:
    """Draw two vectors, and the matrix that has them as its columns.

    Parameters
    ----------
    a1, a2 : array_like, shape (n,)
        The vectors, drawn upright.
    hidden : array_like, shape (n, 2)
        Both of them side by side.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If something isn't a number.
    ValueError
        If a shape is wrong, a number isn't finite, or the columns aren't the vectors.

    Examples
    --------
    >>> figure = plot_stack(a1=[0, 1], a2=[0.5, 0.25], hidden=[[0, 0.5], [1, 0.25]])
    >>> [text.get_text() for text in figure.axes[0].texts if text.get_text().startswith("(")]
    ['(2,)', '(2,)', '(2, 2)']
    """
    matrix = validation.input_rows(hidden, name="hidden")
    first = validation.number_row("a1", a1, len(matrix))
    second = validation.number_row("a2", a2, len(matrix))
    if not np.array_equal(matrix, np.stack([first, second], axis=1)):
        raise ValueError("hidden must have a1 and a2 as its columns")
    top = _CELL * len(matrix)
    figure, axes = new_diagram(_WIDTH, top + _ABOVE)
    columns = [first, second, first, second]
    for column, left, colour in zip(columns, _LEFTS, 2 * _COLUMN_COLOURS, strict=True):
        draw_table(axes, column.round(2)[:, None], (left, top), cell=_CELL, colour=colour)
    for name, array, middle in (
        ("a1", first, _LEFTS[0] + _CELL / 2),
        ("a2", second, _LEFTS[1] + _CELL / 2),
        ("hidden", matrix, _LEFTS[2] + _CELL),
    ):
        draw_words(axes, (middle, top + 0.48), name, size=12)
        draw_words(axes, (middle, top + 0.22), str(array.shape), size=11)
    start, end = _LEFTS[1] + _CELL + 0.1, _LEFTS[2] - 0.1
    draw_arrow(axes, Rectangle((start, top / 2), 0, 0), (end, top / 2))
    draw_words(axes, ((start + end) / 2, top / 2 + 0.18), "T.stack")
    draw_words(axes, ((start + end) / 2, top / 2 - 0.2), "axis=1")
    return figure
