"""Pictures of formulas, arrays, calls, curves, costs and decisions."""

from importlib.util import find_spec

if find_spec("matplotlib") is None:
    raise ModuleNotFoundError(
        "theano_walkthrough.plots needs matplotlib: install theano-walkthrough[chapters]"
    )

from theano_walkthrough.plots.accumulator import plot_accumulator
from theano_walkthrough.plots.arrays import plot_arrays
from theano_walkthrough.plots.broadcasting import plot_broadcast_sum
from theano_walkthrough.plots.curves import (
    plot_activations,
    plot_costs,
    plot_curves,
    plot_errors,
)
from theano_walkthrough.plots.figure import COLOURS
from theano_walkthrough.plots.surface import plot_decision_surface
from theano_walkthrough.plots.tangent import plot_tangent
from theano_walkthrough.plots.trees import Tree, plot_trees

__all__ = [
    "COLOURS",
    "Tree",
    "plot_accumulator",
    "plot_activations",
    "plot_arrays",
    "plot_broadcast_sum",
    "plot_costs",
    "plot_curves",
    "plot_decision_surface",
    "plot_errors",
    "plot_tangent",
    "plot_trees",
]
