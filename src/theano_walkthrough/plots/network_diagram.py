"""Draw the network of two hidden neurons and an output neuron."""

from theano_walkthrough.plots.diagram import (
    GREY,
    draw_arrow,
    draw_circle,
    draw_words,
    new_diagram,
)
from theano_walkthrough.plots.figure import COLOURS

from matplotlib.figure import Figure

_BLUE, _RED, _GREEN = COLOURS


def plot_network() -> Figure:
    """Draw the network that learns XNOR, with its parameters by their names in the code.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Examples
    --------
    >>> [text.get_text() for text in plot_network().axes[0].texts][:7]
    ['x1', 'x2', 'a1', 'a2', 'a3', 'b1', 'b2']
    """
    figure, axes = new_diagram(4.8, 2.9)
    above, middle, below = 2.5, 1.6, 0.7
    x1 = draw_circle(axes, (0.4, above), "x1", colour=GREY)
    x2 = draw_circle(axes, (0.4, below), "x2", colour=GREY)
    a1 = draw_circle(axes, (2.5, above), "a1", colour=_BLUE)
    a2 = draw_circle(axes, (2.5, below), "a2", colour=_GREEN)
    a3 = draw_circle(axes, (4.4, middle), "a3", colour=_RED)
    b1 = draw_circle(axes, (2.5, middle), "b1", colour=GREY)
    b2 = draw_circle(axes, (4.4, above), "b2", colour=GREY)
    for one, other, neuron, colour in (
        (x1, x2, a1, _BLUE),
        (x1, x2, a2, _GREEN),
        (a1, a2, a3, _RED),
    ):
        draw_arrow(axes, one, neuron, colour=colour)
        draw_arrow(axes, other, neuron, colour=colour)
    for bias, neuron in ((b1, a1), (b1, a2), (b2, a3)):
        draw_arrow(axes, bias, neuron)
    for place, name in (
        ((1.45, above + 0.15), "w1[0]"),
        ((1.08, below + 0.33), "w1[1]"),
        ((1.08, above - 0.33), "w2[0]"),
        ((1.45, below - 0.15), "w2[1]"),
        ((3.55, above - 0.27), "w3[0]"),
        ((3.55, below + 0.27), "w3[1]"),
    ):
        draw_words(axes, place, name)
    for x, words in ((0.4, "inputs"), (2.5, "hidden layer"), (4.2, "output neuron")):
        draw_words(axes, (x, 0.14), words)
    return figure
