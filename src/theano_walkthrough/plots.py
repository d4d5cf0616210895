"""Pictures of activations, costs, errors and decisions.

Each picture carries a description in words, for readers who can't see it.
"""

from collections.abc import Callable, Mapping

from theano_walkthrough import checks

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from numpy.typing import ArrayLike, NDArray

COLOURS = ("#0072b2", "#d55e00", "#008a64")
"""Blue, red and green that colour-blind readers can tell apart, on white and on dark pages."""

_LINE_STYLES = ("solid", "dashed", "dotted")
_SURFACE_COLOURS = LinearSegmentedColormap.from_list(
    "activation", ["#143d66", "#8da0ad", "#ffd596"]
)  # from dark to light, so that it can be read without seeing colours
_SURFACE_MARGIN = 0.25


def plot_activations(
    functions: Mapping[str, Callable[[NDArray[np.float64]], ArrayLike]], *, description: str
) -> Figure:
    """Draw activation functions over the weighted sum z.

    Parameters
    ----------
    functions : mapping of str to callable
        One to three functions by their names; each takes a vector of z, from -6 to 6, and
        returns the activation for each.
    description : str
        The picture in words.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If the description isn't a string, or a function doesn't return numbers.
    ValueError
        If there is no function or more than three, one doesn't return a number for each z,
        or the description is empty.

    Examples
    --------
    >>> figure = plot_activations({"tanh": np.tanh}, description="It rises from -1 to 1.")
    >>> figure.axes[0].get_xlabel(), figure.axes[0].get_ylabel()
    ('z', 'activation')
    """
    styles = _styles("functions", len(functions))
    z = np.linspace(-6, 6, 1201)
    curves = {name: _one_each(name, function(z), len(z)) for name, function in functions.items()}
    figure, axes = _new_picture(description, (4.6, 3.0))
    for (name, curve), (colour, style) in zip(curves.items(), styles, strict=True):
        axes.plot(z, curve, color=colour, linestyle=style, linewidth=2, label=name)
    axes.set(xlabel="z", ylabel="activation")
    axes.legend(frameon=False)
    return figure


def plot_costs(
    costs: ArrayLike, *, description: str, guide_lines: Mapping[str, float] | None = None
) -> Figure:
    """Draw how the cost changes from iteration to iteration.

    Parameters
    ----------
    costs : array_like, shape (iterations,)
        The cost of each iteration.
    description : str
        The picture in words.
    guide_lines : mapping of str to float, optional
        Costs to compare with; each gets a dashed line with its label.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If a cost isn't a number, or the description isn't a string.
    ValueError
        If there is no cost, one isn't finite, or the description is empty.

    Examples
    --------
    >>> figure = plot_costs([3, 2, 1], description="The cost falls from 3 to 1.")
    >>> len(figure.axes[0].lines[0].get_xdata())
    3
    """
    row = checks.number_row("costs", costs)
    heights = _guide_heights(guide_lines)
    figure, axes = _new_picture(description, (4.6, 3.0))
    axes.plot(row, color=COLOURS[0], linewidth=2)
    _draw_guide_lines(axes, heights)
    axes.set(xlabel="iteration", ylabel="cost")
    if row.min() >= 0:
        axes.set_ylim(bottom=0)
    return figure


def plot_curves(
    x: ArrayLike,
    curves: Mapping[str, ArrayLike],
    *,
    x_label: str,
    y_label: str,
    description: str,
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
    description : str
        The picture in words.
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
        If x or a guide line isn't a number, or the description isn't a string.
    ValueError
        If there is no curve or more than three, a shape is wrong, a band belongs to no curve,
        or the description is empty.

    Examples
    --------
    >>> figure = plot_curves(
    ...     [1, 2, 3], {"square": [1, 4, 9]}, x_label="x", y_label="y", description="A parabola."
    ... )
    >>> figure.axes[0].lines[0].get_ydata()
    array([1., 4., 9.])
    """
    row = checks.number_row("x", x)
    styles = _styles("curves", len(curves))
    heights = {name: _heights(name, curve, row.shape) for name, curve in curves.items()}
    edges = {
        name: _heights(f"band of {name}", band, (2, *row.shape))
        for name, band in (bands or {}).items()
    }
    strangers = sorted(set(edges) - set(heights))
    if strangers:
        raise ValueError(f"a band must belong to a curve, got {strangers[0]!r}")
    lines = _guide_heights(guide_lines)
    figure, axes = _new_picture(description, (4.6, 3.2))
    for (name, curve), (colour, style) in zip(heights.items(), styles, strict=True):
        axes.plot(row, curve, color=colour, linestyle=style, linewidth=2, label=name)
        if name in edges:
            axes.fill_between(row, *edges[name], color=colour, alpha=0.25, linewidth=0)
    _draw_guide_lines(axes, lines)
    axes.set(xlabel=x_label, ylabel=y_label)
    figure.legend(loc="outside upper center", ncols=len(heights), frameon=False)
    return figure


def plot_errors(step_sizes: ArrayLike, errors: ArrayLike, *, description: str) -> Figure:
    """Draw how an error depends on the size of a step, both on logarithmic scales.

    Parameters
    ----------
    step_sizes : array_like, shape (n,)
        The sizes, each above 0.
    errors : array_like, shape (n,)
        The error for each size, above 0.
    description : str
        The picture in words.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If a size or an error isn't a number, or the description isn't a string.
    ValueError
        If there is no size, there isn't one error for each, one isn't finite or not above
        0, or the description is empty.

    Examples
    --------
    >>> figure = plot_errors([0.1, 0.01], [1e-2, 1e-4], description="The error shrinks.")
    >>> figure.axes[0].get_xlabel(), figure.axes[0].get_xscale()
    ('step size', 'log')
    """
    sizes = checks.number_row("step_sizes", step_sizes)
    heights = checks.number_row("errors", errors)
    if sizes.shape != heights.shape:
        raise ValueError(f"there must be {len(sizes)} errors, got {len(heights)}")
    if min(sizes.min(), heights.min()) <= 0:
        raise ValueError("step_sizes and errors must be above 0 to be drawn on logarithmic scales")
    figure, axes = _new_picture(description, (4.6, 3.0))
    axes.loglog(sizes, heights, color=COLOURS[0], linewidth=2, marker="o")
    axes.set(xlabel="step size", ylabel="error")
    return figure


def plot_decision_surface(
    predict: Callable[[NDArray[np.float64]], ArrayLike],
    *,
    inputs: ArrayLike,
    targets: ArrayLike,
    description: str,
) -> Figure:
    """Draw the activation over all pairs of inputs, with the examples on top.

    A dashed line marks an activation of one half.
    Examples with a target of 1 are circles, those with a target of 0 are crosses.

    Parameters
    ----------
    predict : callable
        Takes inputs of shape (n, 2) and returns their activations, shape (n,), from 0 to 1.
    inputs : array_like, shape (examples, 2)
        The examples.
    targets : array_like, shape (examples,)
        Their wanted outputs, each 0 or 1.
    description : str
        The picture in words.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If inputs, targets or activations aren't numbers, or the description isn't a string.
    ValueError
        If a shape is wrong, a target is neither 0 nor 1, an activation lies outside 0 to 1,
        or the description is empty.

    Examples
    --------
    >>> figure = plot_decision_surface(
    ...     lambda inputs: inputs.mean(axis=1).clip(0, 1),
    ...     inputs=[[0, 0], [1, 1]],
    ...     targets=[0, 1],
    ...     description="The activation grows from the corner 00 to the corner 11.",
    ... )
    >>> [text.get_text() for text in figure.legends[0].get_texts()]
    ['target 1', 'target 0']
    """
    examples = checks.input_rows(inputs)
    wanted = checks.target_row(targets, count=len(examples))
    if not np.isin(wanted, (0, 1)).all():
        raise ValueError(f"targets must be 0 or 1, got {wanted.tolist()}")
    ticks = np.linspace(-_SURFACE_MARGIN, 1 + _SURFACE_MARGIN, 151)
    x1, x2 = np.meshgrid(ticks, ticks)
    answers = _one_each("predict", predict(np.column_stack([x1.ravel(), x2.ravel()])), x1.size)
    if answers.min() < 0 or answers.max() > 1:
        raise ValueError(
            f"activations must lie from 0 to 1, got {answers.min():g} to {answers.max():g}"
        )
    surface = answers.reshape(x1.shape)

    figure, axes = _new_picture(description, (4.3, 3.8))
    picture = axes.imshow(
        surface,
        extent=(ticks[0], ticks[-1], ticks[0], ticks[-1]),
        origin="lower",
        interpolation="bilinear",
        cmap=_SURFACE_COLOURS,
        vmin=0,
        vmax=1,
    )
    bar = figure.colorbar(picture, label="activation", ticks=[0, 0.5, 1])
    if answers.min() < 0.5 < answers.max():
        bar.add_lines(axes.contour(x1, x2, surface, [0.5], colors="black", linestyles="dashed"))
    for target, marker in ((1, "o"), (0, "X")):
        chosen = examples[wanted == target]
        axes.scatter(
            chosen[:, 0],
            chosen[:, 1],
            s=110,
            marker=marker,
            color="white",
            edgecolor="black",
            label=f"target {target}",
        )
    axes.set(xlabel="$x_1$", ylabel="$x_2$", xticks=[0, 1], yticks=[0, 1])
    figure.legend(loc="outside upper center", ncols=2, frameon=False)
    return figure


def _new_picture(description: str, size: tuple[float, float]) -> tuple[Figure, Axes]:
    checks.picture_description(description)
    figure, axes = plt.subplots(figsize=size, layout="constrained")
    figure.set_label(description)
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def _styles(kind: str, count: int) -> list[tuple[str, str]]:
    """Return a colour and a line style for each of a few curves."""
    if not 1 <= count <= len(COLOURS):
        raise ValueError(f"there must be 1 to {len(COLOURS)} {kind}, got {count}")
    return list(zip(COLOURS, _LINE_STYLES, strict=True))[:count]


def _guide_heights(guide_lines: Mapping[str, float] | None) -> dict[str, float]:
    return {
        label: checks.finite_number(f"guide line {label!r}", height)
        for label, height in (guide_lines or {}).items()
    }


def _draw_guide_lines(axes: Axes, heights: Mapping[str, float]) -> None:
    for label, height in heights.items():
        axes.axhline(height, color="black", linestyle="dashed", linewidth=1)
        axes.annotate(
            label,
            (1, height),
            xycoords=axes.get_yaxis_transform(),
            xytext=(0, 3),
            textcoords="offset points",
            horizontalalignment="right",
        )


def _heights(name: str, values: ArrayLike, shape: tuple[int, ...]) -> NDArray[np.float64]:
    heights = np.asarray(values, dtype=np.float64)
    if heights.shape != shape:
        raise ValueError(f"{name} must have shape {shape}, got {heights.shape}")
    return np.where(np.isfinite(heights), heights, np.nan)


def _one_each(name: str, activations: ArrayLike, count: int) -> NDArray[np.float64]:
    row = checks.number_row(f"activations of {name}", activations)
    if len(row) != count:
        raise ValueError(f"{name} must return {count} activations, got {len(row)}")
    return row
