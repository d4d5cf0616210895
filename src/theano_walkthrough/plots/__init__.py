"""Plots of activations, costs, errors and decisions."""

from importlib.util import find_spec

if find_spec("matplotlib") is None:
    raise ModuleNotFoundError(
        "theano_walkthrough.plots needs matplotlib: install theano-walkthrough[chapters]"
    )

from theano_walkthrough.plots.curves import (
    plot_activations,
    plot_costs,
    plot_curves,
    plot_errors,
)
from theano_walkthrough.plots.figure import COLOURS
from theano_walkthrough.plots.surface import plot_decision_surface

__all__ = [
    "COLOURS",
    "plot_activations",
    "plot_costs",
    "plot_curves",
    "plot_decision_surface",
    "plot_errors",
]
