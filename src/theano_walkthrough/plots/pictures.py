"""Draw small pictures, point by point."""

from collections.abc import Sequence

from theano_walkthrough import validation
from theano_walkthrough.plots.surface import SURFACE_COLOURS

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

_COLUMNS = 4
_SIDE = 1.1  # inches


def plot_pictures(pictures: ArrayLike, titles: Sequence[str]) -> Figure:
    """Draw pictures, four in a row, each with its title above it.

    Parameters
    ----------
    pictures : array_like, shape (n, height, width)
        The brightness of each point, from the upper left corner on; the lightest colour is
        that of the brightest point of all.
    titles : sequence of str
        A title for each picture.

    Returns
    -------
    matplotlib.figure.Figure
        The picture of them all.

    Raises
    ------
    TypeError
        If a brightness isn't a number.
    ValueError
        If there is no picture or not one title for each, the shape is wrong, or a brightness
        isn't finite.

    Examples
    --------
    >>> figure = plot_pictures([[[0, 1], [0, 1]], [[0, 0], [1, 1]]], ["right", "below"])
    >>> [axes.get_title() for axes in figure.axes]
    ['right', 'below']
    """
    points = validation.number_array("pictures", pictures)
    if points.ndim != 3 or not points.size:
        raise ValueError(f"pictures must have shape (n, height, width), got {points.shape}")
    if len(titles) != len(points):
        raise ValueError(f"there must be {len(points)} titles, got {len(titles)}")
    columns = min(_COLUMNS, len(points))
    rows = -(-len(points) // columns)
    figure = plt.figure(figsize=(_SIDE * columns, (_SIDE + 0.2) * rows), layout="constrained")
    for number, (picture, title) in enumerate(zip(points, titles, strict=True), start=1):
        axes = figure.add_subplot(rows, columns, number)
        # Cells of their own stay sharp, where a browser would smooth a bitmap.
        axes.pcolormesh(
            picture,
            cmap=SURFACE_COLOURS,
            vmin=points.min(),
            vmax=points.max(),
            edgecolors="face",
            linewidth=0.3,
        )
        axes.invert_yaxis()
        axes.set_aspect("equal")
        axes.set_axis_off()
        axes.set_title(title, size=10)
    return figure
