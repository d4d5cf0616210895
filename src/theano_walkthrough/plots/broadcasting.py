"""Draw a sum of two tables, of which one is stretched to fit the other."""

from collections.abc import Callable, Mapping

from theano_walkthrough import validation
from theano_walkthrough.plots.diagram import new_diagram
from theano_walkthrough.plots.figure import COLOURS
from theano_walkthrough.plots.tables import draw_table

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import ArrayLike, NDArray

_CELL = 0.46  # inches, as are these
_GAP = 0.4
_LABEL = 0.38
_LETTER = 0.1


def plot_broadcast_sum(add: Callable[..., ArrayLike], **terms: ArrayLike) -> Figure:
    """Draw a sum of two tables, of which one is stretched to fit the other.

    Cells with a dashed border are copies.

    Parameters
    ----------
    add : callable
        Takes two tables and returns their sum.
    **terms : array_like, shape (n, k), (1, k) or (n, 1)
        The two tables by their names.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If a term or the sum doesn't hold numbers.
    ValueError
        If there aren't two tables that fit each other, or their sum has another shape.

    Examples
    --------
    >>> figure = plot_broadcast_sum(np.add, matrix=[[1, 2], [3, 4]], row=[[10, 20]])
    >>> [text.get_text() for text in figure.axes[0].texts][-5:]
    ['matrix + row', '11', '22', '13', '24']
    """
    tables = {name: validation.number_array(name, table) for name, table in terms.items()}
    for name, table in tables.items():
        if table.ndim != 2:
            raise ValueError(f"{name} must have shape (n, k), got {table.shape}")
    if len(tables) != 2:
        raise ValueError(f"there must be two terms, got {len(tables)}")
    shape = _common_shape(tables)
    total = validation.number_array("the sum", add(*terms.values()))
    if total.shape != shape:
        raise ValueError(f"the sum must have shape {shape}, got {total.shape}")
    shown = {**tables, " + ".join(tables): total}
    width = max(shape[1] * _CELL, _LETTER * max(map(len, shown)))
    height = shape[0] * _CELL
    figure, axes = new_diagram(3 * width + 2 * _GAP, height + _LABEL)
    for number, ((name, table), colour) in enumerate(zip(shown.items(), COLOURS, strict=True)):
        middle = width / 2 + number * (width + _GAP)
        if number:
            between = middle - (width + _GAP) / 2
            axes.text(between, height / 2, "+="[number - 1], ha="center", va="center", size=15)
        axes.text(middle, height + _LABEL - 0.14, name, ha="center", va="center", size=12)
        draw_table(
            axes,
            np.broadcast_to(table, shape),
            (middle - shape[1] * _CELL / 2, height),
            cell=_CELL,
            colour=colour,
            originals=(table.shape[0], table.shape[1]),
        )
    return figure


def _common_shape(tables: Mapping[str, NDArray[np.float64]]) -> tuple[int, ...]:
    shapes = [table.shape for table in tables.values()]
    try:
        return np.broadcast_shapes(*shapes)
    except ValueError:
        raise ValueError(
            f"{' and '.join(tables)} must fit each other, got shapes {shapes[0]} and {shapes[1]}"
        ) from None
