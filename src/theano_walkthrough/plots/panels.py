"""Panels over the two inputs, two in a row, with the examples in them."""

from collections.abc import Sequence

from theano_walkthrough import validation

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import ArrayLike, NDArray


def new_panels(names: Sequence[str], height: float) -> tuple[Figure, list[Axes]]:
    """Return a figure of panels over the two inputs, and their axes.

    A single panel is larger; the last of an odd number stands in the middle of its row.

    Parameters
    ----------
    names : sequence of str
        The titles of the panels, at least one.
    height : float
        Space for what isn't a panel, such as a legend, in inches.

    Returns
    -------
    matplotlib.figure.Figure
        The figure.
    list of matplotlib.axes.Axes
        An axes for each name.

    Raises
    ------
    ValueError
        If there is no name.
    """
    if not names:
        raise ValueError("there must be at least one panel, got none")
    rows = (len(names) + 1) // 2
    size = (3.6, 2.8) if len(names) == 1 else (4.2, 2.05 * rows)
    figure = plt.figure(figsize=(size[0], size[1] + height), layout="constrained")
    columns = 2 if len(names) == 1 else 4  # of which each panel takes two
    grid = figure.add_gridspec(rows, columns)
    panels = []
    for number, name in enumerate(names):
        row, column = divmod(number, 2)
        is_alone = column == 0 and number == len(names) - 1
        left = columns // 2 - 1 if is_alone else 2 * column
        axes = figure.add_subplot(grid[row, left : left + 2])
        axes.spines[["top", "right"]].set_visible(False)
        axes.set(xticks=[0, 1], yticks=[0, 1], aspect="equal")
        axes.set_title(name, size=11)
        if row == rows - 1:
            axes.set_xlabel("x₁")
        else:
            axes.tick_params(labelbottom=False)
        if column == 0:
            axes.set_ylabel("x₂", rotation=0, va="center")
        else:
            axes.tick_params(labelleft=False)
        panels.append(axes)
    return figure, panels


def checked_examples(
    inputs: ArrayLike, targets: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return examples, two numbers each, and their targets, each 0 or 1."""
    examples = validation.input_rows(inputs)
    wanted = validation.target_row(targets, count=len(examples))
    if not np.isin(wanted, (0, 1)).all():
        raise ValueError(f"targets must be 0 or 1, got {wanted.tolist()}")
    return examples, wanted


def draw_examples(axes: Axes, examples: NDArray[np.float64], targets: NDArray[np.float64]) -> None:
    """Draw examples with a target of 1 as circles, those with a target of 0 as crosses."""
    for target, marker in ((1, "o"), (0, "X")):
        x1, x2 = examples[targets == target].T
        axes.scatter(
            x1,
            x2,
            s=80,
            marker=marker,
            color="white",
            edgecolor="black",
            label=f"target {target}",
            zorder=3,
        )
