"""Lines and surfaces over the two inputs are where neurons have them."""

from typing import Any

from theano_walkthrough.gates import STEP_WEIGHTS, truth_table
from theano_walkthrough.neuron import step_neuron
from theano_walkthrough.plots import plot_decision_surfaces, plot_dividing_lines, surface_inputs

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.contour import QuadContourSet

CORNERS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
XNOR = np.array([1, 0, 0, 1])
AND = ([1, 1], -1.5, [0, 0, 0, 1])
WITH_TWO_INPUTS = ("AND", "OR", "NOR", "NAND")
TILTED = ([1, -2], 0.5)
RISING = surface_inputs()[:, 0].clip(0, 1)
"""A surface that rises with the first input."""


def surface(heights: Any = RISING, inputs: Any = CORNERS, targets: Any = XNOR) -> Any:
    """Draw a decision surface."""
    return plot_decision_surfaces({"rising": heights}, inputs=inputs, targets=targets)


def contours(axes: Axes) -> list[QuadContourSet]:
    """Return lines of one height, and areas between such."""
    return [found for found in axes.collections if isinstance(found, QuadContourSet)]


def points(axes: Axes) -> dict[str, list[list[float]]]:
    """Return where which kind of marker stands."""
    shown, names = axes.get_legend_handles_labels()
    return {
        name: handle.get_offsets().tolist()
        for name, handle in zip(names, shown, strict=True)
        if hasattr(handle, "get_offsets") and len(handle.get_offsets())
    }


@pytest.mark.parametrize(("weights", "bias"), [*map(STEP_WEIGHTS.get, WITH_TWO_INPUTS), TILTED])
def test_the_side_where_a_neuron_answers_1_is_shaded(weights: Any, bias: float) -> None:
    (axes,) = plot_dividing_lines({"gate": (weights, bias, XNOR)}).axes
    shaded, line = contours(axes)
    neuron = step_neuron()
    for point in np.random.default_rng(0).uniform(-0.4, 1.4, (200, 2)):
        inside = any(path.contains_point(point) for path in shaded.get_paths())
        assert inside == neuron(point, weights, bias)
    ends = np.concatenate([path.vertices for path in line.get_paths()])
    assert len(ends) >= 2
    assert np.allclose(ends @ weights + bias, 0)


def test_rings_mark_the_corners_that_a_neuron_gets_wrong() -> None:
    weights, bias = TILTED
    neuron = step_neuron()
    answers = np.array([neuron(corner, weights, bias) for corner in CORNERS])
    targets = {"right": answers, "wrong": XNOR}
    figure = plot_dividing_lines({name: (weights, bias, row) for name, row in targets.items()})
    right, wrong = (points(axes) for axes in figure.axes)
    assert "wrong" not in right
    assert wrong["wrong"] == CORNERS[answers != XNOR].tolist() != []
    names = [text.get_text() for text in figure.legends[0].get_texts()]
    assert names == ["target 1", "target 0", "z ≥ 0: answer 1", "wrong"]


def test_each_neuron_has_a_panel_with_its_targets() -> None:
    gates = {gate: (*STEP_WEIGHTS[gate], truth_table(gate)[1]) for gate in ("AND", "OR", "NOR")}
    figure = plot_dividing_lines(gates)
    assert [axes.get_title() for axes in figure.axes] == ["AND", "OR", "NOR"]
    circles = [points(axes)["target 1"] for axes in figure.axes]
    assert circles == [[[1, 1]], [[0, 1], [1, 0], [1, 1]], [[0, 0]]]


@pytest.mark.parametrize(("count", "rows"), [(1, [1]), (2, [2]), (3, [2, 1]), (6, [2, 2, 2])])
def test_panels_stand_two_in_a_row_and_the_last_in_the_middle(count: int, rows: list[int]) -> None:
    figure = plot_dividing_lines({f"{number}": AND for number in range(count)})
    figure.canvas.draw()
    places = [axes.get_position() for axes in figure.axes]
    lines: dict[float, list[float]] = {}
    for place in places:
        lines.setdefault(round(place.y0, 2), []).append((place.x0 + place.x1) / 2)
    assert [len(middles) for middles in lines.values()] == rows
    widths = {round(np.ptp(middles), 2) for middles in lines.values() if len(middles) == 2}
    assert len(widths) <= 1
    if count == 3:
        (left, right), (alone,) = lines.values()
        assert alone == pytest.approx((left + right) / 2, abs=0.01)


def test_a_surface_has_the_given_heights() -> None:
    axes = surface().axes[0]
    (picture,) = axes.images
    left, right, bottom, top = picture.get_extent()
    assert left == bottom < 0
    assert right == top > 1
    x1 = np.linspace(left, right, picture.get_array().shape[1])
    assert np.allclose(picture.get_array(), x1.clip(0, 1))
    assert picture.get_clim() == (0, 1)
    (border,) = contours(axes)
    assert np.allclose(np.asarray(border.get_paths()[0].vertices)[:, 0], 0.5)


def test_surfaces_share_a_scale_of_colours() -> None:
    names = ("low", "high")
    figure = plot_decision_surfaces(
        {name: RISING / 2 + n / 2 for n, name in enumerate(names)}, inputs=CORNERS, targets=XNOR
    )
    *panels, bar = figure.axes
    assert [axes.get_title() for axes in panels] == list(names)
    assert {axes.images[0].get_clim() for axes in panels} == {(0, 1)} == {bar.get_xlim()}


def test_surfaces_of_a_training_tell_iterations_and_costs() -> None:
    surfaces: dict[str | int, Any] = {1_000: RISING, 0: RISING, "end": RISING}
    shown: dict[str, Any] = {"inputs": CORNERS, "targets": XNOR}
    plain = plot_decision_surfaces(surfaces, **shown).axes[:3]
    titles = ["iteration 1\u202f000", "iteration 0", "end"]
    assert [axes.get_title() for axes in plain] == titles
    costs = np.arange(1_001) + 0.125
    told = plot_decision_surfaces(surfaces, costs=costs, **shown).axes[:3]
    titles = ["iteration 1\u202f000\ncost 1000.12", "iteration 0\ncost 0.12", "end"]
    assert [axes.get_title() for axes in told] == titles


def test_targets_differ_in_shape() -> None:
    figure = surface()
    circles, crosses = figure.axes[0].get_legend_handles_labels()[0]
    assert circles.get_offsets().tolist() == [[0, 0], [1, 1]]
    assert crosses.get_offsets().tolist() == [[0, 1], [1, 0]]
    assert len(circles.get_paths()[0]) != len(crosses.get_paths()[0])
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["target 1", "target 0"]


def test_undecided_surface_has_no_border() -> None:
    assert not contours(surface(np.full(len(RISING), 0.25)).axes[0])


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (lambda: surface(surface_inputs()), r"activations of rising must have shape \(2401,\)"),
        (lambda: surface(surface_inputs()[:, 0]), "from 0 to 1, got -0.25 to 1.25"),
        (lambda: surface(inputs=[0, 1]), r"inputs must have shape \(n, 2\)"),
        (lambda: surface(targets=[1, 0]), "targets must have shape"),
        (lambda: surface(targets=[1, 0, 0.5, 1]), "targets must be 0 or 1"),
        (
            lambda: plot_decision_surfaces({}, inputs=CORNERS, targets=XNOR),
            "at least one panel, got none",
        ),
        (
            lambda: plot_decision_surfaces({3: RISING}, inputs=CORNERS, targets=XNOR, costs=[2, 1]),
            "costs must have one of iteration 3, got 2 costs",
        ),
        (lambda: plot_dividing_lines({}), "at least one panel, got none"),
        (
            lambda: plot_dividing_lines({"NOT": ([-2], 1, [1, 0])}),
            r"weights of NOT must have shape \(2,\), got \(1,\)",
        ),
        (lambda: plot_dividing_lines({"a": ([0, 0], 1, XNOR)}), "weights of a must not both be 0"),
        (lambda: plot_dividing_lines({"a": ([1, 1], np.inf, XNOR)}), "bias of a must be finite"),
        (lambda: plot_dividing_lines({"a": ([1, 1], 1, [1, 0])}), "targets must have shape"),
    ],
)
def test_bad_input_is_refused_in_a_sentence(draw: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        draw()
    assert not plt.get_fignums()
