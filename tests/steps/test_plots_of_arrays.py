"""Cells stand as the numbers do in their arrays, and dashed ones are copies."""

from itertools import combinations
from typing import Any

from theano_walkthrough.plots import plot_arrays, plot_broadcast_sum

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from tests.steps.diagrams import box_of, labelled

MATRIX = [[1, 2, 3], [4, 5, 6]]
STACK = [[[1, 2, 3], [4, 5, 6]], [[7, 8, 9], [10, 11, 12]]]


def rows(cells: list[tuple[str, Any]]) -> list[list[str]]:
    """Return the labels of cells, line by line from the top, each from left to right."""
    heights = sorted({round(box_of(cell).y0, 3) for _, cell in cells}, reverse=True)
    return [
        [
            label
            for label, cell in sorted(cells, key=lambda cell: box_of(cell[1]).x0)
            if round(box_of(cell).y0, 3) == height
        ]
        for height in heights
    ]


def cells(axes: Axes, number: int, count: int) -> list[tuple[str, Any]]:
    """Return the cells of one of several tables with the same number of cells."""
    return labelled(axes, Rectangle)[number * count : (number + 1) * count]


@pytest.mark.parametrize(
    ("name", "array", "shape", "drawn"),
    [
        ("scalar", 7, "()", [["7"]]),
        ("vector", [1, 2, 3], "(3,)", [["1", "2", "3"]]),
        ("row", [[1, 2, 3]], "(1, 3)", [["1", "2", "3"]]),
        ("col", [[1], [2]], "(2, 1)", [["1"], ["2"]]),
        ("matrix", MATRIX, "(2, 3)", [["1", "2", "3"], ["4", "5", "6"]]),
        ("half", [0.5], "(1,)", [["0.5"]]),
    ],
)
def test_an_array_is_a_table_with_its_shape(name: str, array: Any, shape: str, drawn: Any) -> None:
    (axes,) = plot_arrays({name: array}).axes
    assert [text.get_text() for text in axes.texts[:2]] == [name, shape]
    assert rows(labelled(axes, Rectangle)) == drawn
    assert not axes.lines  # an edge without length would be a dot


def test_tables_of_a_stack_stand_one_behind_the_other() -> None:
    (axes,) = plot_arrays({"tensor3": STACK}).axes
    front, back = cells(axes, 0, 6), cells(axes, 1, 6)
    assert rows(front) == [["1", "2", "3"], ["4", "5", "6"]]
    assert rows(back) == [["7", "8", "9"], ["10", "11", "12"]]
    for (_, before), (_, behind) in zip(front, back, strict=True):
        assert (box_of(behind).p0 > box_of(before).p0).all()


def test_no_cell_hides_another_nor_leaves_the_picture() -> None:
    arrays: dict[str, Any] = {"scalar": 1, "vector": [1] * 4, "stack": STACK, "row": [[1]]}
    figure = plot_arrays(arrays)
    (axes,) = figure.axes
    boxes = [box_of(cell) for _, cell in labelled(axes, Rectangle)]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    width, height = figure.get_size_inches()
    assert all(min(box.p0) >= 0 and box.x1 <= width and box.y1 <= height for box in boxes)


@pytest.mark.parametrize(
    ("name", "term", "originals", "copies", "total"),
    [
        ("row", [[10, 20]], "10 20", "10 20", [["11", "22"], ["13", "24"]]),
        ("col", [[10], [20]], "10 20", "10 20", [["11", "12"], ["23", "24"]]),
        ("same", [[10, 20], [30, 40]], "10 20 30 40", "", [["11", "22"], ["33", "44"]]),
    ],
)
def test_a_table_is_stretched_by_dashed_copies(
    name: str, term: Any, originals: str, copies: str, total: Any
) -> None:
    (axes,) = plot_broadcast_sum(np.add, matrix=[[1, 2], [3, 4]], **{name: term}).axes
    assert rows(cells(axes, 0, 4)) == [["1", "2"], ["3", "4"]]
    second = cells(axes, 1, 4)
    solid = [label for label, cell in second if cell.get_linestyle() == "solid"]
    dashed = [label for label, cell in second if cell.get_linestyle() != "solid"]
    assert (solid, dashed) == (originals.split(), copies.split())
    stretched = [[f"{number}" for number in line] for line in np.broadcast_to(term, (2, 2))]
    assert rows(second) == stretched
    assert rows(cells(axes, 2, 4)) == total
    words = [text.get_text() for text in axes.texts if not text.get_text().isdigit()]
    assert words == ["matrix", "+", name, "=", f"matrix + {name}"]


@pytest.mark.parametrize(
    ("draw", "error", "message"),
    [
        (lambda: plot_arrays({}), ValueError, "at least one array, got none"),
        (
            lambda: plot_arrays({"a": []}),
            ValueError,
            r"a must have .* an element, got shape \(0,\)",
        ),
        (lambda: plot_arrays({"a": np.ones([1] * 4)}), ValueError, "a must have at most 3 dim"),
        (lambda: plot_arrays({"a": ["b"]}), TypeError, "a must be real numbers"),
        (lambda: plot_broadcast_sum(np.add, a=[[1]]), ValueError, "two terms, got 1"),
        (lambda: plot_broadcast_sum(np.add, a=[[1]], b=[1]), ValueError, r"b must have .* \(1,\)"),
        (
            lambda: plot_broadcast_sum(np.add, a=[[1, 2]], b=[[1, 2, 3]]),
            ValueError,
            r"a and b must fit each other, got shapes \(1, 2\) and \(1, 3\)",
        ),
        (
            lambda: plot_broadcast_sum(lambda a, b: a, a=[[1]], b=[[1, 2]]),
            ValueError,
            r"the sum must have shape \(1, 2\), got \(1, 1\)",
        ),
    ],
)
def test_what_is_no_array_of_numbers_is_refused(draw: Any, error: Any, message: str) -> None:
    with pytest.raises(error, match=message):
        draw()
    assert not plt.get_fignums()
