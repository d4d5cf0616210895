"""Plots of activations, costs, errors and decisions, and diagrams."""

from importlib.util import find_spec

if find_spec("matplotlib") is None:
    raise ModuleNotFoundError(
        "theano_walkthrough.plots needs matplotlib: install theano-walkthrough[chapters]"
    )

from theano_walkthrough.plots.accumulator import plot_accumulator
from theano_walkthrough.plots.arrays import plot_arrays
from theano_walkthrough.plots.broadcasting import plot_broadcast_sum
from theano_walkthrough.plots.cost_landscape import plot_cost_landscape
from theano_walkthrough.plots.curves import (
    plot_activations,
    plot_costs,
    plot_curves,
    plot_errors,
)
from theano_walkthrough.plots.dividing_lines import plot_dividing_lines
from theano_walkthrough.plots.figure import COLOURS
from theano_walkthrough.plots.network_diagram import plot_network
from theano_walkthrough.plots.neuron_diagram import plot_neuron, plot_training_step
from theano_walkthrough.plots.pictures import plot_pictures
from theano_walkthrough.plots.stacking import plot_stack
from theano_walkthrough.plots.surface import plot_decision_surfaces, surface_inputs
from theano_walkthrough.plots.tangent import plot_tangent
from theano_walkthrough.plots.trees import Tree, plot_trees

__all__ = [
    "COLOURS",
    "Tree",
    "plot_accumulator",
    "plot_activations",
    "plot_arrays",
    "plot_broadcast_sum",
    "plot_cost_landscape",
    "plot_costs",
    "plot_curves",
    "plot_decision_surfaces",
    "plot_dividing_lines",
    "plot_errors",
    "plot_network",
    "plot_neuron",
    "plot_pictures",
    "plot_stack",
    "plot_tangent",
    "plot_training_step",
    "plot_trees",
    "surface_inputs",
]
