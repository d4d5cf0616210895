"""Draw the straight lines on which step neurons change their answers."""

from collections.abc import Mapping

from theano_walkthrough import validation
from theano_walkthrough.plots.figure import COLOURS
from theano_walkthrough.plots.panels import checked_examples, draw_examples, new_panels

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import ArrayLike, NDArray

_BLUE, _RED, _ = COLOURS
_CORNERS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
_EDGES = (-0.4, 1.4)


def plot_dividing_lines(neurons: Mapping[str, tuple[ArrayLike, float, ArrayLike]]) -> Figure:
    """Draw where step neurons answer 1 and where 0, each in a panel of its own.

    A line divides the two sides; the one with the answer 1 is shaded.
    Corners with a target of 1 are circles, those with a target of 0 are crosses; a ring marks
    those that a neuron gets wrong.

    Parameters
    ----------
    neurons : mapping of str to (weights, bias, targets)
        One or more neurons by their names: two weights, not both 0; the bias; and the targets
        of the corners 00, 01, 10 and 11, each 0 or 1.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If something isn't a number.
    ValueError
        If there is no neuron, a shape is wrong, a number isn't finite, both weights are 0, or a
        target is neither 0 nor 1.

    Examples
    --------
    >>> figure = plot_dividing_lines({"AND": ([1, 1], -1.5, [0, 0, 0, 1])})
    >>> [text.get_text() for text in figure.legends[0].get_texts()]
    ['target 1', 'target 0', 'z ≥ 0: answer 1']
    """
    checked = {name: _checked(name, *neuron) for name, neuron in neurons.items()}
    figure, panels = new_panels(list(checked), 0.5)
    handles: dict[str, Artist] = {}
    for axes, (weights, bias, targets) in zip(panels, checked.values(), strict=True):
        draw_examples(axes, _CORNERS, targets)
        _draw_sides(axes, weights, bias)
        _ring(axes, _CORNERS[(_CORNERS @ weights + bias >= 0) != targets])
        shown, names = axes.get_legend_handles_labels()
        handles |= dict(zip(names, shown, strict=True))
    figure.legend(
        list(handles.values()), list(handles), loc="outside upper center", ncols=2, frameon=False
    )
    return figure


def _checked(
    name: str, weights: ArrayLike, bias: float, targets: ArrayLike
) -> tuple[NDArray[np.float64], float, NDArray[np.float64]]:
    row = validation.number_row(f"weights of {name}", weights, count=2)
    if not row.any():
        raise ValueError(f"weights of {name} must not both be 0: there is no line")
    _, wanted = checked_examples(_CORNERS, targets)
    return row, validation.finite_number(f"bias of {name}", bias), wanted


def _draw_sides(axes: Axes, weights: NDArray[np.float64], bias: float) -> None:
    x1, x2 = np.meshgrid(_EDGES, _EDGES)
    z = weights[0] * x1 + weights[1] * x2 + bias
    axes.contourf(x1, x2, z, [0, np.inf], colors=[_BLUE], alpha=0.25)
    axes.contour(x1, x2, z, [0], colors=[_BLUE], linewidths=2)
    axes.fill_between([], [], color=_BLUE, alpha=0.25, linewidth=0, label="z ≥ 0: answer 1")
    axes.set(xlim=_EDGES, ylim=_EDGES)


def _ring(axes: Axes, corners: NDArray[np.float64]) -> None:
    if len(corners):
        x1, x2 = corners.T
        axes.scatter(x1, x2, s=330, facecolor="none", edgecolor=_RED, linewidth=2.2, label="wrong")
