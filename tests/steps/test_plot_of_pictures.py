"""Small pictures are drawn point by point, the right way up."""

from typing import Any

from theano_walkthrough.plots import plot_pictures
from theano_walkthrough.plots.surface import SURFACE_COLOURS

import numpy as np
import pytest

BARS = np.array([[[0, 1, 0], [0, 1, 0]], [[0.25, 0.25, 0.25], [0, 0, 0]]])


def test_points_stand_as_in_their_arrays_with_the_brightest_lightest() -> None:
    figure = plot_pictures(BARS, ["upright", "above"])
    for axes, bar, title in zip(figure.axes, BARS, ["upright", "above"], strict=True):
        (mesh,) = axes.collections
        figure.canvas.draw()
        drawn = np.reshape(mesh.get_facecolor(), (2, 3, 4))
        np.testing.assert_allclose(drawn, SURFACE_COLOURS(bar))
        assert axes.get_title() == title
        bottom, top = axes.get_ylim()
        assert (axes.get_xlim(), bottom, top) == ((0, 3), 2, 0)  # the first row is above


def test_four_stand_in_a_row() -> None:
    figure = plot_pictures(np.ones((5, 2, 2)), list("abcde"))
    figure.canvas.draw()
    corners = [axes.get_position() for axes in figure.axes]
    assert len({round(corner.y0, 3) for corner in corners[:4]}) == 1
    assert corners[4].y1 < corners[0].y0
    assert round(corners[4].x0, 3) == round(corners[0].x0, 3)


@pytest.mark.parametrize(
    ("pictures", "titles", "message"),
    [
        ([[0, 1]], ["flat"], r"pictures must have shape \(n, height, width\), got \(1, 2\)"),
        (np.ones((0, 2, 2)), [], r"pictures must have shape \(n, height, width\), got \(0, 2, 2\)"),
        (BARS, ["one"], "there must be 2 titles, got 1"),
        ([[[np.nan]]], ["nan"], "pictures must be finite, got nan"),
    ],
)
def test_other_pictures_are_refused(pictures: Any, titles: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        plot_pictures(pictures, titles)
