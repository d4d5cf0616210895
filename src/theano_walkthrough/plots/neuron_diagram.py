"""Draw an artificial neuron, and what flows where in a step of its training."""

from theano_walkthrough.plots.diagram import (
    GREY,
    draw_arrow,
    draw_circle,
    draw_words,
    new_diagram,
)
from theano_walkthrough.plots.figure import COLOURS

import numpy as np
from matplotlib.figure import Figure

_BLUE, _RED, _GREEN = COLOURS


def plot_neuron() -> Figure:
    """Draw an artificial neuron with two inputs and a step, and name its parts.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Examples
    --------
    >>> [text.get_text() for text in plot_neuron().axes[0].texts][:6]
    ['x₁', 'x₂', 'b', 'z', '', 'a']
    """
    figure, axes = new_diagram(4.8, 2.45)
    middle, below = 1.05, 0.52
    x1 = draw_circle(axes, (0.32, middle + 0.65), "x₁", colour=_BLUE)
    x2 = draw_circle(axes, (0.32, middle - 0.65), "x₂", colour=_BLUE)
    b = draw_circle(axes, (2.02, 2.14), "b", colour=_RED)
    z = draw_circle(axes, (2.02, middle), "z", colour=_BLUE)
    step = draw_circle(axes, (3.14, middle), "", colour=_GREEN)
    a = draw_circle(axes, (4.26, middle), "a", colour=_GREEN)
    axes.plot(
        3.14 + 0.16 * np.array([-1, 0, 0, 1]),
        middle + 0.12 * np.array([-1, -1, 1, 1]),
        color=_GREEN,
        linewidth=2,
    )
    for start in (x1, x2, b):
        draw_arrow(axes, start, z, colour=_RED)
    draw_arrow(axes, z, step, colour=_BLUE)
    draw_arrow(axes, step, a, colour=_GREEN)
    draw_words(axes, (1.2, middle + 0.56), "w₁", size=12)
    draw_words(axes, (1.2, middle - 0.56), "w₂", size=12)
    draw_words(axes, (0.36, middle), "inputs")
    draw_words(axes, (1.18, middle), "weights")
    draw_words(axes, (2.62, 2.14), "bias")
    draw_words(axes, (2.02, middle - below), "weighted sum")
    draw_words(axes, (3.14, middle - below), "step")
    draw_words(axes, (4.26, middle - below), "activation")
    return figure


def plot_training_step() -> Figure:
    """Draw what flows where in a step of a neuron's training, by the names in the code.

    Solid arrows lead from the inputs to the cost, dashed ones back to what the step changes.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Examples
    --------
    >>> [text.get_text() for text in plot_training_step().axes[0].texts][:6]
    ['x', 'w', 'b', 'a', 'a_hat', 'cost']
    """
    figure, axes = new_diagram(4.8, 2.85)
    top, middle, bottom = 2.53, 1.7, 0.65
    x = draw_circle(axes, (0.35, middle), "x", colour=_BLUE)
    w = draw_circle(axes, (0.95, bottom), "w", colour=_RED)
    b = draw_circle(axes, (2.25, bottom), "b", colour=_RED)
    a = draw_circle(axes, (2.25, middle), "a", colour=_GREEN)
    a_hat = draw_circle(axes, (3.35, top), "a_hat", colour=_GREEN)
    cost = draw_circle(axes, (4.45, middle), "cost", colour=GREY)
    draw_arrow(axes, x, a, colour=_BLUE)
    draw_arrow(axes, a, cost, colour=_GREEN)
    draw_arrow(axes, a_hat, cost, colour=_GREEN)
    for parameter, bend in ((b, -0.3), (w, -0.55)):
        draw_arrow(axes, parameter, a, colour=_RED)
        draw_arrow(axes, cost, parameter, colour=_RED, style="dashed", bend=bend)
    draw_words(axes, (0.4, middle + 0.44), "inputs")
    draw_words(axes, (0.95, bottom - 0.44), "weights")
    draw_words(axes, (1.7, bottom), "bias")
    draw_words(axes, (2.25, middle + 0.44), "activation")
    draw_words(axes, (2.65, top), "targets")
    draw_words(axes, (3.3, 1.06), "db", size=12)
    draw_words(axes, (3.95, 0.52), "dw", size=12)
    return figure
