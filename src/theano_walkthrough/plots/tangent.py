"""Draw a curve with its tangent at one place."""

from collections.abc import Callable

from theano_walkthrough import validation
from theano_walkthrough.plots.diagram import GREY
from theano_walkthrough.plots.figure import COLOURS, new_figure

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import ArrayLike, NDArray


def plot_tangent(
    curve: Callable[[NDArray[np.float64]], ArrayLike],
    slope: Callable[[float], ArrayLike],
    *,
    at: float,
    between: tuple[float, float] = (0, 6),
) -> Figure:
    """Draw a curve, and its tangent at one place with how far it rises there.

    Parameters
    ----------
    curve : callable
        Takes a vector of x, returns y for each.
    slope : callable
        Takes one x, returns the curve's slope there.
    at : float
        The place of the tangent.
    between : (float, float), default (0, 6)
        The smallest and the largest x.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If the place or a result isn't a number.
    ValueError
        If it lies outside, or the curve doesn't return a number for each x.

    Examples
    --------
    >>> figure = plot_tangent(lambda x: x**2, lambda x: 2 * x, at=3)
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['1', '6', 'slope 6']
    """
    left, right = between
    place = validation.finite_number("at", at)
    if not left <= place <= right:
        raise ValueError(f"at must lie from {left:g} to {right:g}, got {place:g}")
    x = np.linspace(left, right, 201)
    y = validation.number_row("the curve", curve(x), len(x))
    height = validation.number_row("the curve", curve(np.array([place])), 1)[0]
    rise = validation.finite_number("the slope", np.asarray(slope(place)).item())
    figure, axes = new_figure((4.6, 3.4))
    axes.plot(x, y, color=COLOURS[0], linewidth=2.2)
    axes.set(xlabel="x", ylabel="y", xlim=(left, right), ylim=axes.get_ylim())
    axes.axline((place, height), slope=rise, color=COLOURS[1], linewidth=1.8, linestyle="dashed")
    axes.plot([place, place + 1, place + 1], [height, height, height + rise], color=GREY, lw=1.4)
    axes.plot(place, height, color=COLOURS[1], marker="o", markersize=8)
    for label, point, offset, side in (
        ("1", (place + 0.5, height), (0, -9), "center"),
        (f"{rise:g}", (place + 1, height + rise / 2), (6, 0), "left"),
        (f"slope {rise:g}", (place, height), (-10, 12), "right"),
    ):
        axes.annotate(
            label, point, offset, textcoords="offset points", ha=side, va="center", size=12
        )
    return figure
