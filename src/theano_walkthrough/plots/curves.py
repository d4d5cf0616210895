"""Draw curves: activation functions, costs, errors and others."""

import math
from collections.abc import Callable, Mapping

from theano_walkthrough import validation
from theano_walkthrough.plots.figure import COLOURS, grouped, new_figure
from theano_walkthrough.plots.guide_lines import draw_guide_lines, guide_heights

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import ArrayLike, NDArray

_LINE_STYLES = ("solid", "dashed", "dotted")
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def plot_activations(
    functions: Mapping[str, Callable[[NDArray[np.float64]], ArrayLike]],
) -> Figure:
    """Draw activation functions over the weighted sum z.

    Parameters
    ----------
    functions : mapping of str to callable
        One to three functions by their names; each takes a vector of z, from -6 to 6, and
        returns the activation for each.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If a function doesn't return numbers.
    ValueError
        If there is no function or more than three, or one doesn't return a number for each z.

    Examples
    --------
    >>> figure = plot_activations({"tanh": np.tanh})
    >>> figure.axes[0].get_xlabel(), figure.axes[0].get_ylabel()
    ('z', 'activation')
    """
    styles = _styles("functions", len(functions))
    z = np.linspace(-6, 6, 1201)
    curves = {
        name: validation.number_row(f"activations of {name}", function(z), len(z))
        for name, function in functions.items()
    }
    figure, axes = new_figure((4.6, 3.0))
    for (name, curve), (colour, style) in zip(curves.items(), styles, strict=True):
        axes.plot(z, curve, color=colour, linestyle=style, linewidth=2, label=name)
    axes.set(xlabel="z", ylabel="activation")
    axes.legend(frameon=False)
    return figure


def plot_costs(costs: ArrayLike, *, guide_lines: Mapping[str, float] | None = None) -> Figure:
    """Draw how the cost changes from iteration to iteration.

    Parameters
    ----------
    costs : array_like, shape (iterations,)
        The cost of each iteration.
    guide_lines : mapping of str to float, optional
        Costs to compare with; each gets a dashed line with its label.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If a cost isn't a number.
    ValueError
        If there is no cost, or one isn't finite.

    Examples
    --------
    >>> figure = plot_costs([3, 2, 1])
    >>> len(figure.axes[0].lines[0].get_xdata())
    3
    """
    row = validation.number_row("costs", costs)
    heights = guide_heights(guide_lines)
    figure, axes = new_figure((4.6, 3.0))
    axes.plot(row, color=COLOURS[0], linewidth=2)
    draw_guide_lines(axes, heights)
    axes.set(xlabel="iteration", ylabel="cost")
    axes.xaxis.set_major_formatter(grouped)
    if row.min() >= 0:
        axes.set_ylim(bottom=0)
    return figure


def plot_curves(
    x: ArrayLike,
    curves: Mapping[str, ArrayLike],
    *,
    x_label: str,
    y_label: str,
    bands: Mapping[str, ArrayLike] | None = None,
    guide_lines: Mapping[str, float] | None = None,
) -> Figure:
    """Draw one to three curves over the same x.

    Parameters
    ----------
    x : array_like, shape (n,)
        Where the curves were computed.
    curves : mapping of str to array_like, shape (n,)
        The heights of each curve by its name; where one isn't finite, the curve has a gap.
    x_label, y_label : str
        What the axes show.
    bands : mapping of str to array_like, shape (2, n), optional
        Lower and upper edge of a band around a curve, by the curve's name.
    guide_lines : mapping of str to float, optional
        Heights to compare with; each gets a dashed line with its label.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If x or a guide line isn't a number.
    ValueError
        If there is no curve or more than three, a shape is wrong, or a band belongs to no curve.

    Examples
    --------
    >>> figure = plot_curves([1, 2, 3], {"square": [1, 4, 9]}, x_label="x", y_label="y")
    >>> figure.axes[0].lines[0].get_ydata()
    array([1., 4., 9.])
    """
    row = validation.number_row("x", x)
    styles = _styles("curves", len(curves))
    heights = {name: _heights(name, curve, row.shape) for name, curve in curves.items()}
    edges = {
        name: _heights(f"band of {name}", band, (2, *row.shape))
        for name, band in (bands or {}).items()
    }
    unknown = sorted(set(edges) - set(heights))
    if unknown:
        raise ValueError(f"a band must belong to a curve, got {unknown[0]!r}")
    lines = guide_heights(guide_lines)
    figure, axes = new_figure((4.6, 3.2))
    for (name, curve), (colour, style) in zip(heights.items(), styles, strict=True):
        axes.plot(row, curve, color=colour, linestyle=style, linewidth=2, label=name)
        if name in edges:
            axes.fill_between(row, *edges[name], color=colour, alpha=0.25, linewidth=0)
    draw_guide_lines(axes, lines)
    axes.set(xlabel=x_label, ylabel=y_label)
    axes.xaxis.set_major_formatter(grouped)
    figure.legend(loc="outside upper center", ncols=len(heights), frameon=False)
    return figure


def plot_errors(step_sizes: ArrayLike, errors: ArrayLike) -> Figure:
    """Draw how an error depends on the size of a step, both on logarithmic scales.

    Parameters
    ----------
    step_sizes : array_like, shape (n,)
        The sizes, each above 0.
    errors : array_like, shape (n,)
        The error for each size, above 0.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If a size or an error isn't a number.
    ValueError
        If there is no size, there isn't one error for each, or one isn't finite or not above 0.

    Examples
    --------
    >>> figure = plot_errors([0.1, 0.01], [1e-2, 1e-4])
    >>> figure.axes[0].get_xlabel(), figure.axes[0].get_xscale()
    ('step size', 'log')
    """
    sizes = validation.number_row("step_sizes", step_sizes)
    heights = validation.number_row("errors", errors)
    if sizes.shape != heights.shape:
        raise ValueError(f"there must be {len(sizes)} errors, got {len(heights)}")
    if min(sizes.min(), heights.min()) <= 0:
        raise ValueError("step_sizes and errors must be above 0 to be drawn on logarithmic scales")
    figure, axes = new_figure((4.6, 3.0))
    axes.loglog(sizes, heights, color=COLOURS[0], linewidth=2, marker="o")
    axes.set(xlabel="step size", ylabel="error")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(_power_of_ten)
    return figure


def _styles(kind: str, count: int) -> list[tuple[str, str]]:
    """Return a colour and a line style for each of a few curves."""
    if not 1 <= count <= len(COLOURS):
        raise ValueError(f"there must be 1 to {len(COLOURS)} {kind}, got {count}")
    return list(zip(COLOURS, _LINE_STYLES, strict=True))[:count]


def _power_of_ten(value: float, _place: float = 0) -> str:
    """Write a tick as 10⁻³, in letters that every font has."""
    return "10" + f"{math.log10(value):.0f}".translate(_SUPERSCRIPTS)


def _heights(name: str, values: ArrayLike, shape: tuple[int, ...]) -> NDArray[np.float64]:
    heights = np.asarray(values, dtype=np.float64)
    if heights.shape != shape:
        raise ValueError(f"{name} must have shape {shape}, got {heights.shape}")
    return np.where(np.isfinite(heights), heights, np.nan)
