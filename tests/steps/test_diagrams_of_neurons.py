"""Arrows lead where Theano's numbers go, and bear the names of the code."""

from collections import Counter
from typing import Any

from theano_walkthrough.network import Network, layers, start_network
from theano_walkthrough.plots import plot_network, plot_neuron, plot_stack, plot_training_step

import matplotlib.pyplot as plt
import numpy as np
import pytest
import theano
import theano.tensor as T
from matplotlib.patches import Circle, FancyArrowPatch, Rectangle
from scipy.special import logit

from tests.steps.diagrams import arrows, box_of, labelled

WEIGHTS_OF_ARROWS = {
    "w1[0]": ("x1", "a1"),
    "w1[1]": ("x2", "a1"),
    "w2[0]": ("x1", "a2"),
    "w2[1]": ("x2", "a2"),
    "w3[0]": ("a1", "a3"),
    "w3[1]": ("a2", "a3"),
}
BIASES_OF_ARROWS = [("b1", "a1"), ("b1", "a2"), ("b2", "a3")]


def values(network: Network) -> dict[str, Any]:
    """Return what stands in each circle of the network, by Theano, for one pair of inputs."""
    x = T.matrix("x")
    a1, a2, _, a3 = layers(x, network)
    inputs = np.array([[0.3, 0.7]])
    answers = theano.function([x], [a1, a2, a3])(inputs)
    return dict(zip(["x1", "x2", "a1", "a2", "a3"], [*inputs.T, *answers], strict=True))


def nearest_arrow(axes: Any, label: str) -> tuple[str, str]:
    """Return what the arrow joins whose middle part is nearest to a label."""
    (place,) = (text.get_position() for text in axes.texts if text.get_text() == label)
    middles = {
        name: box_of(circle).get_points().mean(axis=0) for name, circle in labelled(axes, Circle)
    }

    def distance(ends: tuple[str, str]) -> float:
        start, end = (middles[name] for name in ends)
        points = start + np.linspace(1 / 4, 2 / 3)[:, None] * (end - start)
        return float(np.hypot(*(points - place).T).min())

    return min(arrows(axes), key=distance)


def test_the_networks_arrows_are_those_of_its_weights_and_biases() -> None:
    (axes,) = plot_network().axes
    assert arrows(axes) == Counter([*WEIGHTS_OF_ARROWS.values(), *BIASES_OF_ARROWS])
    found = {label: nearest_arrow(axes, label) for label in WEIGHTS_OF_ARROWS}
    assert found == WEIGHTS_OF_ARROWS


@pytest.mark.parametrize(("weight", "ends"), WEIGHTS_OF_ARROWS.items())
def test_a_weight_multiplies_where_its_arrow_begins(weight: str, ends: tuple[str, str]) -> None:
    network = start_network(seed=0)
    before = values(network)
    changed = vars(network)[weight[:2]]
    changed.set_value(changed.get_value() + np.eye(2)[int(weight[3])])
    source, neuron = ends
    raised = logit(values(network)[neuron]) - logit(before[neuron])
    assert np.allclose(raised, before[source])


@pytest.mark.parametrize(("bias", "neuron"), BIASES_OF_ARROWS)
def test_a_bias_is_added_where_its_arrow_ends(bias: str, neuron: str) -> None:
    network = start_network(seed=0)
    before = values(network)
    changed = vars(network)[bias]
    changed.set_value(changed.get_value() + 1)
    assert np.allclose(logit(values(network)[neuron]) - logit(before[neuron]), 1)


def test_a_neuron_adds_up_then_steps() -> None:
    (axes,) = plot_neuron().axes
    assert arrows(axes) == Counter(
        [("x₁", "z"), ("x₂", "z"), ("b", "z"), ("z", "step"), ("step", "a")]
    )
    (step,) = axes.lines
    assert len(np.unique(step.get_ydata())) == 2


def test_a_step_goes_forward_to_the_cost_and_back_to_the_parameters() -> None:
    (axes,) = plot_training_step().axes
    forward = [("x", "a"), ("w", "a"), ("b", "a"), ("a", "cost"), ("a_hat", "cost")]
    backward = [("cost", "w"), ("cost", "b")]
    assert arrows(axes) == Counter([*forward, *backward])
    dashed = [
        arrow
        for arrow in axes.patches
        if isinstance(arrow, FancyArrowPatch) and arrow.get_linestyle() != "solid"
    ]
    assert len(dashed) == len(backward)


def test_vectors_become_the_columns_of_the_matrix() -> None:
    a1, a2 = [0.125, 0.25, 0.5], [1, 2, 3]
    (axes,) = plot_stack(a1, a2, np.column_stack([a1, a2])).axes
    cells = labelled(axes, Rectangle)
    columns: dict[float, list[tuple[str, str]]] = {}
    for label, cell in sorted(cells, key=lambda found: -box_of(found[1]).y0):
        columns.setdefault(round(box_of(cell).x0, 3), []).append((label, str(cell.get_edgecolor())))
    upright1, upright2, left, right = (columns[place] for place in sorted(columns))
    assert [label for label, _ in upright1] == ["0.12", "0.25", "0.5"]
    assert [label for label, _ in upright2] == ["1", "2", "3"]
    assert (left, right) == (upright1, upright2)
    shapes = [text.get_text() for text in axes.texts if text.get_text().startswith("(")]
    assert shapes == ["(3,)", "(3,)", "(3, 2)"]


@pytest.mark.parametrize(
    ("a1", "a2", "hidden", "message"),
    [
        ([1, 2], [3], [[1, 3], [2, 4]], r"a2 must have shape \(2,\), got \(1,\)"),
        ([1, 2], [3, 4], [[1, 2], [3, 4]], "hidden must have a1 and a2 as its columns"),
        ([1, 2], [3, 4], [1, 2], r"hidden must have shape \(n, 2\)"),
    ],
)
def test_what_is_no_stack_is_refused(a1: Any, a2: Any, hidden: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        plot_stack(a1, a2, hidden)
    assert not plt.get_fignums()
