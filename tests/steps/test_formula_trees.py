"""Trees show the formula that was written, and the one that runs, with the numbers in them."""

from collections import Counter
from typing import Any

from theano_walkthrough.formula_trees import written_and_compiled
from theano_walkthrough.gradients import cube_gradient
from theano_walkthrough.overview import repeated_sum
from theano_walkthrough.plots import Tree, plot_trees

import matplotlib.pyplot as plt
import numpy as np
import pytest
import theano
import theano.tensor as T
from matplotlib.patches import Circle, FancyBboxPatch

from tests.steps.diagrams import arrows, labelled

X, Y = ("x = 1",), ("y = 2",)
SUM = {
    "as written": ("+ = 6", ("+ = 3", X, Y), ("+ = 3", X, Y)),
    "as compiled": ("+ = 6", X, Y, X, Y),
}
"""(1 + 2) + (1 + 2)"""

AT_4 = ("x = 4",)
CUBE = {
    "as written": (
        "× = 48",
        ("× = 3", ("fill = 1", ("power = 64", AT_4, ("3",)), ("1",)), ("3",)),
        ("power = 16", AT_4, ("− = 2", ("3",), ("1",))),
    ),
    "as compiled": ("i0 × sqr(i1) = 48", ("3",), AT_4),
}
"""(1 · 3) · 4²"""


def nested(tree: Tree) -> tuple[Any, ...]:
    """Return a tree as it's written above."""
    top = f"{tree.label} = {tree.value}" if tree.value else tree.label
    return (top, *map(nested, tree.inputs))


def test_trees_are_the_formulas_with_their_numbers() -> None:
    for f, values, formulas in (
        (repeated_sum()[1], (1, 2), SUM),
        (cube_gradient()[1], (4,), CUBE),
    ):
        trees = written_and_compiled(f, *values)
        assert {title: nested(tree) for title, tree in trees.items()} == formulas


def test_each_input_is_joined_to_what_it_goes_into() -> None:
    trees = written_and_compiled(repeated_sum()[1], 1, 2)
    for title, top in (("as written", {("+", "+"): 2}), ("as compiled", {})):
        (axes,) = plot_trees({title: trees[title]}).axes
        assert [text.get_text() for text in axes.texts].count("+") == 1 + len(top) * 2
        assert arrows(axes) == Counter({("x", "+"): 2, ("y", "+"): 2, ("+", "6"): 1} | top)
    plt.close("all")


def test_first_input_stands_left_and_inputs_stand_below() -> None:
    (axes,) = plot_trees({"x - 3": Tree("−", "1", (Tree("x", "4"), Tree("3")))}).axes
    places = {text.get_text(): text.get_position() for text in axes.texts}
    assert places["x"][0] < places["−"][0] < places["3"][0]
    assert places["x"][1] == places["3"][1] < places["−"][1] < places["1"][1]
    plt.close("all")


def test_symbols_operations_and_constants_differ_in_shape() -> None:
    (axes,) = plot_trees({"x - 3": Tree("−", "1", (Tree("x", "4"), Tree("3")))}).axes
    assert [label for label, _ in labelled(axes, FancyBboxPatch)] == ["−"]
    assert {label: circle.get_visible() for label, circle in labelled(axes, Circle)} == {
        "x": True,
        "3": False,
    }
    plt.close("all")


def refused() -> list[tuple[Any, type[Exception], str]]:
    x, v = T.dscalar("x"), T.dvector("v")
    s = theano.shared(np.float64(2))
    return [
        (print, TypeError, "f must be a compiled Theano function, got <built-in function print>"),
        (theano.function([x], [x, x + 1]), ValueError, "f must return one number"),
        (theano.function([x], x * s), ValueError, "use no shared variable"),
        (theano.function([v], v.sum()), ValueError, "with single numbers only"),
    ]


@pytest.mark.parametrize(("f", "error", "message"), refused())
def test_what_is_no_formula_of_numbers_is_refused(f: Any, error: Any, message: str) -> None:
    with pytest.raises(error, match=message):
        written_and_compiled(f, 1)


def test_no_tree_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one tree, got none"):
        plot_trees({})
