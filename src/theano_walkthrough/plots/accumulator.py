"""Draw calls of a function that remembers: what each returns, and what it stores."""

from collections.abc import Callable, Sequence

from theano_walkthrough import validation
from theano_walkthrough.plots.diagram import BOX, GREY, draw_arrow, draw_box, new_diagram
from theano_walkthrough.plots.figure import COLOURS

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch
from numpy.typing import ArrayLike

_, _RED, _GREEN = COLOURS
_COLUMN = 1.15  # inches, as are these
_WORDS = 1.2  # from the words at the left to the first box's middle
_RETURNED, _STORED, _HEIGHT = 0.29, 1.25, 1.95


def plot_accumulator(
    f: Callable[[float], ArrayLike], stored: Callable[[], ArrayLike], inputs: Sequence[float]
) -> Figure:
    """Draw calls of a function that squares a stored number, then adds its input to it.

    Parameters
    ----------
    f : callable
        Takes an input, returns the square of the stored number, and changes it.
    stored : callable
        Returns the stored number.
    inputs : sequence of float, shape (calls,)
        The input of each call.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If an input isn't a number.
    ValueError
        If there is no input, or one isn't finite.

    Examples
    --------
    >>> f, sh = accumulator()
    >>> figure = plot_accumulator(f, sh.get_value, [5])
    >>> [text.get_text() for text in figure.axes[0].texts]
    ['stored', 'returned', '0', 'f(5)', '0', '① sh²', '5', '② + 5']
    """
    numbers = validation.number_row("inputs", inputs)
    width = _WORDS + _COLUMN * len(numbers) + BOX / 2 + 0.05
    figure, axes = new_diagram(width, _HEIGHT)
    for word, height in (("stored", _STORED), ("returned", _RETURNED)):
        axes.text(0, height, word, va="center", size=11)
    x = _WORDS
    old = draw_box(axes, (x, _STORED), _digits(stored()), colour=_GREEN)
    for given, number in zip(inputs, numbers, strict=True):
        _draw_frame(axes, x)
        middle = x + _COLUMN / 2 - 0.06
        axes.text(x + 0.25, _HEIGHT - 0.18, f"f({number:g})", ha="center", va="center", size=12)
        answer = draw_box(axes, (x, _RETURNED), _digits(f(given)), colour=_RED)
        draw_arrow(axes, old, answer)
        axes.text(x + 0.08, (_STORED + _RETURNED) / 2, "① sh²", va="center", size=11)
        new = draw_box(axes, (x + _COLUMN, _STORED), _digits(stored()), colour=_GREEN)
        draw_arrow(axes, old, new)
        axes.text(middle, _STORED + 0.17, f"② + {number:g}", ha="center", va="center", size=11)
        x, old = x + _COLUMN, new
    return figure


def _draw_frame(axes: Axes, x: float) -> None:
    axes.add_patch(
        FancyBboxPatch(
            (x - 0.28, 0),
            _COLUMN - 0.08,
            _HEIGHT,
            "round,pad=0,rounding_size=0.1",
            facecolor=to_rgba(GREY, 0.12),
            linewidth=0,
        )
    )


def _digits(number: ArrayLike) -> str:
    return f"{np.asarray(number).item():g}"
