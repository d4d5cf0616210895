"""Read diagrams back: what stands in which shape, and which arrow joins what."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, Patch
from matplotlib.path import Path
from matplotlib.transforms import Bbox


def box_of(shape: Patch) -> Bbox:
    """Return the rectangle around a shape, in inches."""
    return shape.get_path().get_extents(shape.get_patch_transform())


def labelled(axes: Axes, kind: type[Patch]) -> list[tuple[str, Any]]:
    """Return the label in each shape of a kind, with the shape, in the order of drawing."""
    shapes = [shape for shape in axes.patches if isinstance(shape, kind)]
    inside = [
        (text.get_text(), shape)
        for shape in shapes
        for text in axes.texts
        if text.get_text() and box_of(shape).contains(*text.get_position())
    ]
    assert len(inside) == len(shapes)
    return inside


def arrows(axes: Axes) -> Counter[tuple[str, str]]:
    """Return which labels the arrows join, from their first to their last point."""
    return Counter(
        (_nearest(axes, start), _nearest(axes, end)) for start, end in _ends_of_arrows(axes)
    )


def _ends_of_arrows(axes: Axes) -> Iterator[tuple[Any, Any]]:
    axes.figure.canvas.draw()
    for arrow in axes.patches:
        if isinstance(arrow, FancyArrowPatch):
            path = arrow.get_path()
            points = np.asarray(path.vertices)[
                path.codes != Path.CLOSEPOLY
            ]  # its point has no meaning
            distances = np.hypot(*(points - points[0]).T)
            yield points[0], points[distances.argmax()]


def _nearest(axes: Axes, point: Any) -> str:
    """Return the label that's nearest to the end of an arrow, which stops before it."""
    texts = [text for text in axes.texts if text.get_text()]
    return min(texts, key=lambda text: np.hypot(*(text.get_position() - point))).get_text()
