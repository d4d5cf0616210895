"""Pictures, read back from Matplotlib's objects."""

from collections.abc import Iterator

from theano_walkthrough.plots import (
    COLOURS,
    plot_activations,
    plot_costs,
    plot_decision_surface,
)

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_rgb

CORNERS = [[0, 0], [0, 1], [1, 0], [1, 1]]


@pytest.fixture(autouse=True)
def _close_figures() -> Iterator[None]:
    yield
    plt.close("all")


def test_costs_and_guide_lines() -> None:
    figure = plot_costs([3, 1, 2], description="Down and up.", guide_lines={"guess": 2.77})
    (axes,) = figure.axes
    costs, guide = axes.lines
    assert costs.get_xydata().tolist() == [[0, 3], [1, 1], [2, 2]]
    assert list(guide.get_ydata()) == [2.77, 2.77]
    assert [text.get_text() for text in axes.texts] == ["guess"]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("iteration", "cost")
    assert axes.get_ylim()[0] == 0
    assert figure.get_label() == "Down and up."


def test_activations_differ_in_colour_and_in_style() -> None:
    figure = plot_activations({"a": np.tanh, "b": np.abs}, description="Two curves.")
    first, second = figure.axes[0].lines
    np.testing.assert_allclose(first.get_ydata(), np.tanh(first.get_xdata()))
    assert first.get_color() != second.get_color()
    assert first.get_linestyle() != second.get_linestyle()
    assert [text.get_text() for text in figure.axes[0].get_legend().get_texts()] == ["a", "b"]


def test_surface_asks_for_what_it_draws() -> None:
    asked = []

    def predict(rows: np.ndarray) -> np.ndarray:
        asked.append(rows)
        return rows[:, 0].clip(0, 1)

    figure = plot_decision_surface(
        predict, inputs=CORNERS, targets=[1, 0, 0, 1], description="Left no, right yes."
    )
    (rows,) = asked
    axes = figure.axes[0]
    mesh = axes.collections[0]
    np.testing.assert_allclose(mesh.get_array().ravel(), rows[:, 0].clip(0, 1))
    circles, squares = (c.get_offsets().tolist() for c in axes.collections[-2:])
    assert circles == [[0, 0], [1, 1]]
    assert squares == [[0, 1], [1, 0]]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("$x_1$", "$x_2$")


def luminance(colour: str) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return float(np.dot(parts, [0.2126, 0.7152, 0.0722]))


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("background", ["#ffffff", "#14181e"])
def test_curves_stand_out_on_light_and_on_dark_pages(colour: str, background: str) -> None:
    darker, lighter = sorted([luminance(colour), luminance(background)])
    assert (lighter + 0.05) / (darker + 0.05) >= 3  # WCAG 2.1, 1.4.11


@pytest.mark.parametrize(
    ("description", "error"), [("", ValueError), (" ", ValueError), (1, TypeError)]
)
def test_a_picture_needs_a_description(description: object, error: type[Exception]) -> None:
    with pytest.raises(error, match="^description must"):
        plot_costs([1, 2], description=description)
    assert plt.get_fignums() == []


def test_bad_input_is_refused_before_a_figure_is_opened() -> None:
    with pytest.raises(ValueError, match=r"costs must have shape \(n,\), got \(1, 2\)"):
        plot_costs([[1, 2]], description="x")
    with pytest.raises(ValueError, match="functions must be 1 to 3, got 0"):
        plot_activations({}, description="x")
    with pytest.raises(ValueError, match="targets must lie from 0 to 1, got 2.0"):
        plot_decision_surface(len, inputs=[[0, 0]], targets=[2], description="x")
    assert plt.get_fignums() == []
