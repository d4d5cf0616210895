"""Colours and a figure, which all plots begin with."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

COLOURS = ("#0072b2", "#d55e00", "#008a64")
"""Blue, red and green that colour-blind readers can tell apart, on white and on dark pages."""


def new_figure(size: tuple[float, float]) -> tuple[Figure, Axes]:
    """Return a figure of a size in inches, and its axes."""
    figure, axes = plt.subplots(figsize=size, layout="constrained")
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def grouped(value: float, _place: float = 0) -> str:
    """Write a number as 30 000, with spaces that are narrow and don't break."""
    return f"{value:,g}".replace(",", "\u202f").replace("-", "−")
