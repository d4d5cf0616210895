"""Draw a table of numbers, each in its cell."""

from theano_walkthrough.plots.diagram import PALE, Point, draw_words

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import Rectangle
from numpy.typing import NDArray


def draw_table(
    axes: Axes,
    table: NDArray[np.float64],
    corner: Point,
    *,
    cell: float,
    colour: str,
    originals: tuple[int, int] | None = None,
) -> None:
    """Draw a table of numbers.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    table : ndarray, shape (n, k)
        The numbers.
    corner : (float, float)
        The table's upper left corner, in inches.
    cell : float
        How wide and how high a cell is, in inches.
    colour : str
        The colour of the cells.
    originals : (int, int), optional
        How many rows and columns aren't copies; copies have dashed borders.
    """
    left, top = corner
    rows, columns = originals or table.shape
    for (row, column), number in np.ndenumerate(table):
        is_copy = row >= rows or column >= columns
        x, y = left + column * cell, top - (row + 1) * cell
        axes.add_patch(
            Rectangle(
                (x + 0.02, y + 0.02),
                cell - 0.04,
                cell - 0.04,
                facecolor="none" if is_copy else to_rgba(colour, PALE),
                edgecolor=colour,
                linestyle=(0, (2.5, 2)) if is_copy else "solid",
                linewidth=1.1 if is_copy else 1.5,
            )
        )
        draw_words(axes, (x + cell / 2, y + cell / 2), f"{number:g}", size=11)
