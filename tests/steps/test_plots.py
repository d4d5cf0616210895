"""The pictures show what they're given, and can be told apart without seeing colours."""

import re
from typing import Any

from theano_walkthrough.plots import (
    COLOURS,
    plot_activations,
    plot_costs,
    plot_curves,
    plot_errors,
)
from theano_walkthrough.plots.surface import SURFACE_COLOURS

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_rgb
from matplotlib.typing import ColorType


def curves(named: Any = None, **more: Any) -> Any:
    """Draw curves over 0, 1 and 2."""
    named = named or {"up": [1, 2, 3]}
    return plot_curves([0, 1, 2], named, x_label="x", y_label="y", **more)


def luminance(colour: ColorType) -> float:
    """Return the relative luminance that WCAG defines."""
    channels = np.array(to_rgb(colour))
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


@pytest.mark.parametrize("page", ["#ffffff", "#14181e"])
@pytest.mark.parametrize("colour", COLOURS)
def test_colours_stand_out_on_both_pages(colour: str, page: str) -> None:
    lighter, darker = sorted([luminance(colour), luminance(page)], reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 3


def test_surfaces_get_lighter_with_their_height() -> None:
    colours = SURFACE_COLOURS(np.linspace(0, 1, 50))
    assert (np.diff([luminance(tuple(colour)) for colour in colours]) > 0).all()


def test_cost_curve_shows_every_cost() -> None:
    costs = [4.0, 2.5, 1.0]
    (axes,) = plot_costs(costs).axes
    (line,) = axes.lines
    assert np.asarray(line.get_xydata()).tolist() == [[0, 4.0], [1, 2.5], [2, 1.0]]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("iteration", "cost")
    assert axes.get_ylim()[0] == 0


def test_costs_below_zero_stay_visible() -> None:
    (axes,) = plot_costs([1, -2]).axes
    assert axes.get_ylim()[0] < -2


def test_guide_lines_are_labelled() -> None:
    (axes,) = plot_costs([4, 1], guide_lines={"guess": 2.77}).axes
    assert axes.lines[1].get_ydata() == [2.77, 2.77]
    assert axes.lines[1].get_linestyle() == "--"
    assert [text.get_text() for text in axes.texts] == ["guess"]


@pytest.mark.parametrize(("costs", "place"), [([4, 3, 1], "right"), ([1, 2, 4], "left")])
def test_guide_lines_have_their_labels_where_there_is_room(costs: list[int], place: str) -> None:
    (axes,) = plot_costs(costs, guide_lines={"guess": 4}).axes
    assert axes.texts[0].get_horizontalalignment() == place


def test_numbers_beside_axes_look_as_in_prose() -> None:
    for figure, number in (
        (plot_costs(range(30_001)), "30\u202f000"),
        (plot_curves([-1, 1], {"up": [1, 2]}, x_label="x", y_label="y"), "−1"),
        (plot_errors([0.1, 1e-12], [1e-3, 1e-10]), "10⁻¹²"),
    ):
        figure.canvas.draw()
        assert number in [tick.get_text() for tick in figure.axes[0].get_xticklabels()]


def test_curves_have_gaps_where_they_are_not_finite() -> None:
    (axes,) = curves({"up": [1, np.inf, 3], "down": [3, 2, 1]}).axes
    up, down = axes.lines
    np.testing.assert_array_equal(up.get_ydata(), [1, np.nan, 3])
    assert up.get_linestyle() != down.get_linestyle()
    assert [text.get_text() for text in axes.figure.legends[0].get_texts()] == ["up", "down"]


def test_bands_lie_where_they_should() -> None:
    (axes,) = curves({"up": [1, 2, 3]}, bands={"up": [[0, 1, 2], [2, 3, 5]]}).axes
    (band,) = axes.collections
    corners = {tuple(corner) for corner in band.get_paths()[0].vertices.tolist()}
    assert corners == {(0, 0), (1, 1), (2, 2), (0, 2), (1, 3), (2, 5)}


@pytest.mark.parametrize(
    ("named", "more", "message"),
    [
        ({"up": [1, 2]}, {}, "up must have shape (3,), got (2,)"),
        ({"up": [1, 2, 3]}, {"bands": {"up": [1, 2, 3]}}, "band of up must have shape (2, 3)"),
        (
            {"up": [1, 2, 3]},
            {"bands": {"down": [[0] * 3] * 2}},
            "must belong to a curve, got 'down'",
        ),
        ({name: [1, 2, 3] for name in "abcd"}, {}, "there must be 1 to 3 curves, got 4"),
    ],
)
def test_curves_that_do_not_fit_are_refused(named: Any, more: Any, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        curves(named, **more)


def test_errors_stand_over_their_step_sizes() -> None:
    (axes,) = plot_errors([0.1, 0.01], [4e-2, 4e-4]).axes
    (line,) = axes.lines
    assert np.asarray(line.get_xydata()).tolist() == [[0.1, 4e-2], [0.01, 4e-4]]
    assert (axes.get_xscale(), axes.get_yscale()) == ("log", "log")
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("step size", "error")


def test_curves_differ_in_more_than_colour() -> None:
    (axes,) = plot_activations({"a": np.tanh, "b": np.sin}).axes
    first, second = axes.lines
    assert np.array_equal(first.get_ydata(), np.tanh(first.get_xdata()))
    assert np.array_equal(second.get_ydata(), np.sin(second.get_xdata()))
    assert first.get_linestyle() != second.get_linestyle()
    assert axes.get_legend_handles_labels()[1] == ["a", "b"]


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (lambda: plot_costs([]), "costs"),
        (lambda: plot_costs([1, float("nan")]), "costs must be finite"),
        (
            lambda: plot_costs([1], guide_lines={"up": float("inf")}),
            "guide line 'up' must be finite",
        ),
        (lambda: plot_errors([1, 2], [1]), "2 errors, got 1"),
        (lambda: plot_errors([1, 2], [1, 0]), "above 0"),
        (lambda: plot_errors([1, -2], [1, 1]), "above 0"),
        (lambda: plot_activations({}), "1 to 3 functions, got 0"),
        (
            lambda: plot_activations(dict.fromkeys("abcd", np.tanh)),
            "1 to 3 functions, got 4",
        ),
        (
            lambda: plot_activations({"half": lambda z: z[::2]}),
            r"activations of half must have shape \(1201,\), got \(601,\)",
        ),
    ],
)
def test_bad_input_is_refused_in_a_sentence(draw: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        draw()
    assert not plt.get_fignums()
