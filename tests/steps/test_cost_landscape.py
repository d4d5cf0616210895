"""The landscape's height is the cost, and the path is the training's."""

from typing import Any

from theano_walkthrough.gates import truth_table
from theano_walkthrough.logistic_neuron import start_neuron, training_step
from theano_walkthrough.plots import plot_cost_landscape
from theano_walkthrough.training import train

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.contour import QuadContourSet
from matplotlib.text import Annotation

INPUTS, TARGETS = truth_table("AND")
PATH = [[0, 1], [0.5, -1], [2, -3]]


def cost(w: float, b: float) -> float:
    """Return what a neuron with two equal weights pays for AND, worked out by hand."""
    z = [b, w + b, w + b, 2 * w + b]
    said_yes = sum(np.logaddexp(0, z[:3]))  # -ln(1 - a) for each target 0
    return float(said_yes + np.logaddexp(0, -z[3]))  # and -ln a for the target 1


def landscape(**changed: Any) -> Any:
    """Draw the landscape of AND."""
    arguments: dict[str, Any] = {"cost": cost, "path": PATH, "marks": [0, 2]}
    return plot_cost_landscape(**arguments | changed)


def test_colours_lie_between_the_costs_that_the_bar_names() -> None:
    axes, bar = landscape().axes
    (areas,) = (found for found in axes.collections if isinstance(found, QuadContourSet))
    bounds = [0, *areas.levels, np.inf]
    assert list(areas.levels) == [1, 3, 10] == bar.get_yticks().tolist()
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    seen = set()
    for w, b in np.random.default_rng(0).uniform((left, bottom), (right, top), (300, 2)):
        (area,) = (n for n, path in enumerate(areas.get_paths()) if path.contains_point((w, b)))
        height = cost(w, b)
        assert bounds[area] * 0.97 < height < bounds[area + 1] * 1.03
        seen.add(area)
    assert len(seen) > 2


def test_a_training_is_drawn_from_its_start_to_its_end() -> None:
    neuron = start_neuron(seed=0)
    step = training_step(neuron)
    path = [[neuron.w.get_value().mean(), neuron.b.get_value()]]
    for _ in range(3_000):
        step(INPUTS, TARGETS)
        path.append([neuron.w.get_value().mean(), neuron.b.get_value()])
    axes = landscape(path=path, marks=[0, 1_000, 3_000]).axes[0]
    trained = start_neuron(seed=0)
    begin = [trained.w.get_value().mean(), trained.b.get_value()]
    train(training_step(trained), INPUTS, TARGETS, iterations=3_000)
    end = [trained.w.get_value().mean(), trained.b.get_value()]
    outline, line, *marks = axes.lines
    drawn = np.asarray(line.get_xydata())
    assert np.array_equal(drawn, outline.get_xydata())
    assert np.allclose(drawn[[0, -1]], [begin, end], rtol=1e-12)
    assert np.allclose([marks[0].get_xydata()[0], marks[2].get_xydata()[0]], [begin, end])
    assert len(drawn) < 150
    gaps = [abs(np.subtract(path, point)).max(axis=1).min() for point in drawn]
    assert max(gaps) == 0  # no point that the training hasn't seen
    assert np.linalg.norm(np.diff(drawn, axis=0), axis=1).max() < 0.15
    labels = {text.get_text(): text.xy for text in axes.texts if isinstance(text, Annotation)}
    assert list(labels) == ["0", "1\u202f000", "3\u202f000"]
    assert np.allclose(list(labels.values()), [begin, path[1_000], end])


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"path": [0, 1]}, r"path must have shape \(n, 2\)"),
        ({"path": [[0, np.nan]]}, "path must be finite"),
        ({"marks": [3]}, "marks must lie from 0 to 2, got 3"),
        ({"marks": [-1]}, "marks must lie from 0 to 2, got -1"),
        ({"cost": lambda w, b: np.nan}, "costs must be finite"),
        ({"cost": lambda w, b: 1.0}, "costs around the path must differ more .* got 1 to 1"),
    ],
)
def test_what_is_no_landscape_is_refused(changed: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        landscape(**changed)
    assert not plt.get_fignums()
