"""Colours and a figure with its description, which all plots begin with."""

from theano_walkthrough import validation

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

COLOURS = ("#0072b2", "#d55e00", "#008a64")
"""Blue, red and green that colour-blind readers can tell apart, on white and on dark pages."""


def new_figure(description: str, size: tuple[float, float]) -> tuple[Figure, Axes]:
    """Return a figure whose label is its description, and its axes."""
    validation.picture_description(description)
    figure, axes = plt.subplots(figsize=size, layout="constrained")
    figure.set_label(description)
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes
