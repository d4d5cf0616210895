"""Draw the cost as the height of a landscape, and the way down of a training run."""

from collections.abc import Callable, Sequence

from theano_walkthrough import validation
from theano_walkthrough.plots.figure import grouped, new_figure
from theano_walkthrough.plots.surface import SURFACE_COLOURS

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import ArrayLike, NDArray

_POINTS = 33  # along each side
_MARGIN = 0.2  # around the path, as a part of its extent
_DARK = "#143d66"  # the lowest colour


def plot_cost_landscape(
    cost: Callable[[float, float], ArrayLike], path: ArrayLike, *, marks: Sequence[int]
) -> Figure:
    """Draw the cost over a weight and a bias, with the path of a training run on it.

    Parameters
    ----------
    cost : callable
        Takes the weight and the bias, and returns the cost, at least 0.
    path : array_like, shape (n, 2)
        Weight and bias before each iteration.
    marks : sequence of int
        The iterations that get a mark with their number.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If something isn't a number.
    ValueError
        If path has another shape, something isn't finite, a mark isn't an iteration, or the
        costs around the path are too much alike.

    Examples
    --------
    >>> figure = plot_cost_landscape(
    ...     lambda w, b: w**2 + b**2, [[2, 2], [1, 1], [0.5, 0.5]], marks=[0, 2]
    ... )
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['0', '2']
    """
    places = validation.input_rows(path, name="path")
    for mark in marks:
        if not 0 <= mark < len(places):
            raise ValueError(f"marks must lie from 0 to {len(places) - 1}, got {mark}")
    w, b = (_around(row) for row in places.T)
    heights = validation.number_row("costs", np.array([cost(x, y) for y in b for x in w]))
    levels = _levels(heights)
    figure, axes = new_figure((4.6, 3.9))
    landscape = axes.contourf(
        w,
        b,
        heights.reshape(_POINTS, _POINTS),
        levels,
        colors=list(SURFACE_COLOURS(np.linspace(0, 1, len(levels) + 1))),
        extend="both",
    )
    figure.colorbar(landscape, label="cost", format="%g")
    _draw_path(axes, places, marks)
    axes.set(xlabel="weight w", ylabel="bias b")
    return figure


def _around(row: NDArray[np.float64]) -> NDArray[np.float64]:
    margin = _MARGIN * np.ptp(row)
    points: NDArray[np.float64] = np.linspace(row.min() - margin, row.max() + margin, _POINTS)
    return points


def _levels(heights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return some of ... 0.1, 0.3, 1, 3, 10 ..., where the landscape changes its colour."""
    levels: NDArray[np.float64] = np.outer(10.0 ** np.arange(-3, 4), (1, 3)).ravel()
    levels = levels[(heights.min() < levels) & (levels < heights.max())]
    if len(levels) < 2:
        raise ValueError(
            "costs around the path must differ more to be drawn as a landscape, "
            f"got {heights.min():g} to {heights.max():g}"
        )
    return levels


def _draw_path(axes: Axes, places: NDArray[np.float64], marks: Sequence[int]) -> None:
    way = np.linalg.norm(np.diff(places, axis=0), axis=1).cumsum()
    some = np.searchsorted(way, np.linspace(0, way[-1], 100))  # the same distance between them
    line = np.concatenate([places[:1], places[some + 1]])
    axes.plot(*line.T, color=_DARK, linewidth=4.5, solid_capstyle="round")
    axes.plot(*line.T, color="white", linewidth=2.2, solid_capstyle="round")
    middle = (places[:, 0].min() + places[:, 0].max()) / 2
    for mark in marks:
        left = places[mark, 0] > middle  # where there is more space
        axes.plot(*places[mark], "o", color="white", markeredgecolor=_DARK, markersize=8)
        axes.annotate(
            grouped(mark),
            places[mark],
            xytext=(-12 if left else 12, 0),
            textcoords="offset points",
            horizontalalignment="right" if left else "left",
            verticalalignment="center",
            color="white",
            bbox={"boxstyle": "round,pad=0.3", "facecolor": _DARK, "edgecolor": _DARK},
        )
