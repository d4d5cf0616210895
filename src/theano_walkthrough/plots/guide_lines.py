"""Draw heights to compare a curve with."""

from collections.abc import Mapping, Sequence

from theano_walkthrough import validation

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D


def guide_heights(guide_lines: Mapping[str, float] | None) -> dict[str, float]:
    """Return the heights by their labels, once they are known to be numbers."""
    return {
        label: validation.finite_number(f"guide line {label!r}", height)
        for label, height in (guide_lines or {}).items()
    }


def draw_guide_lines(axes: Axes, heights: Mapping[str, float]) -> None:
    """Draw a dashed line at each height, with its label where the curves leave more room."""
    curves = list(axes.lines)
    for label, height in heights.items():
        axes.axhline(height, color="black", linestyle="dashed", linewidth=1)
        on_the_left = _room(curves, height, left=True) > _room(curves, height, left=False)
        axes.annotate(
            label,
            (0 if on_the_left else 1, height),
            xycoords=axes.get_yaxis_transform(),
            xytext=(4 if on_the_left else 0, 3),
            textcoords="offset points",
            horizontalalignment="left" if on_the_left else "right",
        )


def _room(curves: Sequence[Line2D], height: float, *, left: bool) -> float:
    """Return how far the curves stay from a height in their first or last fifth."""
    rows = [np.asarray(curve.get_ydata(), np.float64) for curve in curves]
    fifths = [np.array_split(row, min(5, len(row)))[0 if left else -1] for row in rows]
    distances = np.abs(np.hstack(fifths) - height)
    return float(distances[np.isfinite(distances)].min(initial=np.inf))
