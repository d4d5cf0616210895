"""Draw the activation over all pairs of inputs."""

from collections.abc import Mapping

from theano_walkthrough import validation
from theano_walkthrough.plots.figure import grouped
from theano_walkthrough.plots.panels import checked_examples, draw_examples, new_panels

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from numpy.typing import ArrayLike, NDArray

SURFACE_COLOURS = LinearSegmentedColormap.from_list("surface", ["#143d66", "#8da0ad", "#ffd596"])
"""Lightness grows with the height, so that a picture can be read without seeing colours."""

_TICKS = np.linspace(-0.25, 1.25, 49)
_X1, _X2 = np.meshgrid(_TICKS, _TICKS)


def surface_inputs() -> NDArray[np.float64]:
    """Return the pairs of inputs for which a decision surface needs the activation.

    Returns
    -------
    ndarray, shape (2401, 2), float64
        Both inputs from -0.25 to 1.25, each pair in a row.

    Examples
    --------
    >>> surface_inputs().min(axis=0), surface_inputs().max(axis=0)
    (array([-0.25, -0.25]), array([1.25, 1.25]))
    """
    return np.column_stack([_X1.ravel(), _X2.ravel()])


def plot_decision_surfaces(
    surfaces: Mapping[str | int, ArrayLike],
    *,
    inputs: ArrayLike,
    targets: ArrayLike,
    costs: ArrayLike | None = None,
) -> Figure:
    """Draw activations over all pairs of inputs, each in a panel of its own.

    A dashed line marks an activation of one half.
    Examples with a target of 1 are circles, those with a target of 0 are crosses.

    Parameters
    ----------
    surfaces : mapping of str or int to array_like, shape (2401,)
        One or more surfaces by their names or iterations: the activations for
        :func:`surface_inputs`, each from 0 to 1.
    inputs : array_like, shape (examples, 2)
        The examples.
    targets : array_like, shape (examples,)
        Their wanted outputs, each 0 or 1.
    costs : array_like, shape (iterations,), optional
        The cost of each iteration, to be told with the surface of that iteration.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If inputs, targets, activations or costs aren't numbers.
    ValueError
        If there is no surface, a shape is wrong, a target is neither 0 nor 1, an activation
        lies outside 0 to 1, or a cost isn't there.

    Examples
    --------
    >>> figure = plot_decision_surfaces(
    ...     {"mean": surface_inputs().mean(axis=1).clip(0, 1)},
    ...     inputs=[[0, 0], [1, 1]],
    ...     targets=[0, 1],
    ... )
    >>> [text.get_text() for text in figure.legends[0].get_texts()]
    ['target 1', 'target 0']
    """
    examples, wanted = checked_examples(inputs, targets)
    heights = [_checked(name, surface) for name, surface in surfaces.items()]
    figure, panels = new_panels([_title(name, costs) for name in surfaces], 0.9)
    for axes, surface in zip(panels, heights, strict=True):
        picture = axes.imshow(
            surface,
            extent=(_TICKS[0], _TICKS[-1], _TICKS[0], _TICKS[-1]),
            origin="lower",
            interpolation="none",  # a browser smooths it
            cmap=SURFACE_COLOURS,
            vmin=0,
            vmax=1,
        )
        if surface.min() < 0.5 < surface.max():
            axes.contour(_X1, _X2, surface, [0.5], colors="black", linestyles="dashed")
        draw_examples(axes, examples, wanted)
    figure.colorbar(
        picture,
        ax=panels,
        label="activation",
        ticks=[0, 0.5, 1],
        location="bottom",
        shrink=0.6,
        aspect=25,
    )
    figure.legend(
        *panels[0].get_legend_handles_labels(),
        loc="outside upper center",
        ncols=2,
        frameon=False,
    )
    return figure


def _title(name: str | int, costs: ArrayLike | None) -> str:
    if isinstance(name, str):
        return name
    title = f"iteration {grouped(name)}"
    if costs is None:
        return title
    row = validation.number_row("costs", costs)
    if not 0 <= name < len(row):
        raise ValueError(f"costs must have one of iteration {name}, got {len(row)} costs")
    return f"{title}\ncost {row[name]:.2f}"


def _checked(name: str | int, surface: ArrayLike) -> NDArray[np.float64]:
    heights = validation.number_row(f"activations of {name}", surface, _X1.size)
    if heights.min() < 0 or heights.max() > 1:
        raise ValueError(
            f"activations of {name} must lie from 0 to 1, "
            f"got {heights.min():g} to {heights.max():g}"
        )
    return heights.reshape(_X1.shape)
