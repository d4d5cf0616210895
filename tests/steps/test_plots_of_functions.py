"""Calls answer from the old value, and a tangent touches its curve."""

from collections import Counter
from typing import Any

from theano_walkthrough.functions import accumulator
from theano_walkthrough.plots import plot_accumulator, plot_tangent

import numpy as np
import pytest
from matplotlib.patches import FancyBboxPatch

from tests.steps.diagrams import arrows, box_of


def test_each_call_answers_from_the_old_number_and_leads_to_the_new() -> None:
    f, sh = accumulator()
    sh.set_value(2)
    (axes,) = plot_accumulator(f, sh.get_value, [3, 4]).axes
    assert sh.get_value() == 9
    # 2² = 4, then 2 + 3 = 5; 5² = 25, then 5 + 4 = 9
    assert arrows(axes) == Counter([("2", "4"), ("2", "5"), ("5", "25"), ("5", "9")])
    words = [text.get_text() for text in axes.texts if not text.get_text().isdigit()]
    call = ["f(3)", "① sh²", "② + 3", "f(4)", "① sh²", "② + 4"]
    assert words == ["stored", "returned", *call]


def test_a_call_frames_what_it_reads_and_what_it_returns() -> None:
    f, sh = accumulator()
    (axes,) = plot_accumulator(f, sh.get_value, [3, 4]).axes
    boxes = [shape for shape in axes.patches if isinstance(shape, FancyBboxPatch)]
    frames = [box_of(box) for box in boxes if box_of(box).width > 1]
    framed = [
        [
            text.get_text()
            for text in axes.texts
            if frame.contains(*text.get_position()) and text.get_text().isdigit()
        ]
        for frame in frames
    ]
    assert framed == [["0", "0"], ["3", "9"]]


@pytest.mark.parametrize("place", [-1.0, 0.5, 2.0])
def test_the_tangent_touches_the_curve_and_has_its_slope(place: float) -> None:
    figure: Any = plot_tangent(np.cos, lambda x: -np.sin(x), at=place, between=(-3, 3))
    (axes,) = figure.axes
    curve, tangent, steps, point = axes.lines
    assert np.allclose(curve.get_ydata(), np.cos(curve.get_xdata()))
    assert tangent.get_xy1() == pytest.approx((place, np.cos(place)))
    measured = (np.cos(place + 1e-5) - np.cos(place - 1e-5)) / 2e-5
    assert tangent.get_slope() == pytest.approx(measured)
    assert np.ravel(point.get_xydata()) == pytest.approx((place, np.cos(place)))
    (_, start), corner, (x, y) = steps.get_xydata()
    assert corner.tolist() == pytest.approx([place + 1, start])
    assert (x, y - start) == pytest.approx((place + 1, measured))
    words = [text.get_text() for text in axes.texts]
    assert words[0] == "1"
    assert float(words[1]) == pytest.approx(measured, rel=1e-4)
    assert words[2] == f"slope {words[1]}"


def test_the_curve_keeps_its_colour_and_the_tangent_is_dashed() -> None:
    curve, tangent, *_ = plot_tangent(np.cos, np.sin, at=1).axes[0].lines
    assert curve.get_linestyle() == "-"
    assert tangent.get_linestyle() == "--"


@pytest.mark.parametrize(
    ("inputs", "error", "message"),
    [([], ValueError, "inputs must have shape"), (["1"], TypeError, "inputs must be real")],
)
def test_calls_without_numbers_are_refused(inputs: Any, error: Any, message: str) -> None:
    with pytest.raises(error, match=message):
        plot_accumulator(abs, lambda: 0, inputs)


@pytest.mark.parametrize(
    ("curve", "slope", "at", "error", "message"),
    [
        (np.cos, np.sin, 7, ValueError, "at must lie from 0 to 6, got 7"),
        (np.cos, np.sin, "x", TypeError, "at must be a number"),
        (np.sum, np.sin, 1, ValueError, "the curve must have shape"),
        (np.cos, lambda x: "up", 1, TypeError, "the slope must be a number"),
    ],
)
def test_what_is_no_curve_is_refused(
    curve: Any, slope: Any, at: Any, error: Any, message: str
) -> None:
    with pytest.raises(error, match=message):
        plot_tangent(curve, slope, at=at)
