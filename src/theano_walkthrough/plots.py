"""Pictures of activations, costs and decisions.

Every picture needs a description in words, for readers who can't see it.
"""

from collections.abc import Callable, Mapping

from theano_walkthrough import checks

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import ArrayLike, NDArray

COLOURS = ("#2878b5", "#d1681c", "#6f5aa8")
"""Colours of curves. Colour-blind readers can tell them apart, on white and on black."""

_STYLES = ("-", "--", ":")
_SIZE = (6.4, 3.6)


def plot_activations(
    functions: Mapping[str, Callable[[NDArray[np.float64]], ArrayLike]], *, description: str
) -> Figure:
    """Draw activation functions over the weighted sum z.

    Parameters
    ----------
    functions : mapping of str to callable
        For each name a function of an array z that returns an array of the same shape.
    description : str
        The picture in words.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If the description isn't a string.
    ValueError
        If there is no function or too many, or the description is empty.

    Examples
    --------
    >>> figure = plot_activations({"tanh": np.tanh}, description="It rises from -1 to 1.")
    >>> figure.axes[0].get_xlabel()
    'z'
    """
    if not 1 <= len(functions) <= len(COLOURS):
        raise ValueError(f"functions must be 1 to {len(COLOURS)}, got {len(functions)}")
    figure, axes = _new_picture(description)
    z = np.linspace(-6, 6, 1201)
    for (name, function), colour, style in zip(functions.items(), COLOURS, _STYLES, strict=False):
        axes.plot(z, function(z), style, color=colour, label=name)
    axes.set(xlabel="z", ylabel="activation")
    axes.legend(frameon=False)
    return figure


def plot_costs(
    costs: ArrayLike, *, description: str, guide_lines: Mapping[str, float] | None = None
) -> Figure:
    """Draw the cost of each iteration.

    Parameters
    ----------
    costs : array_like, shape (iterations,)
        The cost of each iteration.
    description : str
        The picture in words.
    guide_lines : mapping of str to float, optional
        Costs to mark by a dashed line, each with its label.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If the costs aren't numbers, or the description isn't a string.
    ValueError
        If the costs aren't one row of finite numbers, or the description is empty.

    Examples
    --------
    >>> figure = plot_costs([3, 2, 1], description="The cost falls from 3 to 1.")
    >>> figure.axes[0].lines[0].get_ydata()
    array([3., 2., 1.])
    """
    row = checks.number_row("costs", costs)
    figure, axes = _new_picture(description)
    axes.plot(row, color=COLOURS[0])
    for label, height in (guide_lines or {}).items():
        axes.axhline(height, color=COLOURS[1], linestyle="--", linewidth=1)
        axes.annotate(
            label,
            (1, height),
            xycoords=("axes fraction", "data"),
            xytext=(-4, 4),
            textcoords="offset points",
            horizontalalignment="right",
        )
    axes.set(xlabel="iteration", ylabel="cost")
    axes.set_ylim(bottom=0)
    return figure


def plot_decision_surface(
    predict: Callable[[NDArray[np.float64]], ArrayLike],
    *,
    inputs: ArrayLike,
    targets: ArrayLike,
    description: str,
) -> Figure:
    """Draw what a network answers for any two inputs.

    Parameters
    ----------
    predict : callable
        Takes inputs of shape (n, 2), returns activations of shape (n,), from 0 to 1.
    inputs : array_like, shape (n, 2)
        The examples, drawn as marks.
    targets : array_like, shape (n,)
        Their targets: a circle where it is 1, a square where it is 0.
    description : str
        The picture in words.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If inputs or targets aren't numbers, or the description isn't a string.
    ValueError
        If a shape is wrong, a target lies outside 0 to 1, or the description is empty.

    Examples
    --------
    >>> figure = plot_decision_surface(
    ...     lambda rows: rows.mean(axis=1).clip(0, 1),
    ...     inputs=[[0, 0], [1, 1]],
    ...     targets=[0, 1],
    ...     description="The answer grows from the corner 00 to the corner 11.",
    ... )
    >>> figure.axes[0].get_xlabel()
    '$x_1$'
    """
    rows = checks.input_rows(inputs)
    row = checks.target_row(targets, count=len(rows))
    figure, axes = _new_picture(description)
    ticks = np.linspace(-0.25, 1.25, 151)
    grid = np.stack(np.meshgrid(ticks, ticks), axis=-1)
    surface = np.asarray(predict(grid.reshape(-1, 2))).reshape(grid.shape[:2])
    picture = axes.pcolormesh(
        ticks, ticks, surface, cmap="cividis", vmin=0, vmax=1, shading="gouraud", rasterized=True
    )
    if surface.min() < 0.5 < surface.max():
        axes.contour(ticks, ticks, surface, levels=[0.5], colors="white", linestyles="--")
    for target, marker in ((1, "o"), (0, "s")):
        x1, x2 = rows[row == target].T
        axes.scatter(
            x1, x2, marker=marker, s=110, c="white", edgecolors="#222222", label=str(target)
        )
    axes.set(xlabel="$x_1$", ylabel="$x_2$", aspect="equal", xticks=[0, 1], yticks=[0, 1])
    legend = axes.legend(title="target", loc="center left", bbox_to_anchor=(-0.55, 0.5))
    legend.set_frame_on(False)
    figure.colorbar(picture, label="activation", ticks=[0, 0.5, 1])
    return figure


def _new_picture(description: str) -> tuple[Figure, Axes]:
    if not isinstance(description, str):
        raise TypeError(f"description must be a string, got {description!r}")
    if not description.strip():
        raise ValueError("description must say what the picture shows, got an empty one")
    figure, axes = plt.subplots(figsize=_SIZE, layout="constrained")
    figure.set_label(description)
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes
