"""The functions of live figures in Node, against Theano's own."""

from itertools import product

from theano_walkthrough.beyond.live_functions import FUNCTIONS
from theano_walkthrough.beyond.nodejs import run_javascript
from theano_walkthrough.gradients import cube_gradient
from theano_walkthrough.neuron import step_neuron

import numpy as np


def computed(module: str, call: str, inputs: list[list[float]]) -> np.ndarray:
    """Return what a function of a module gives for each row of inputs."""
    return np.array(
        run_javascript(
            f"{FUNCTIONS[module]()}\n"
            f"console.log(JSON.stringify({inputs}.map((row) => {call}([], row))));"
        )
    )


def test_the_cubes_slope_is_theanos() -> None:
    places = np.linspace(-4.5, 4.5, 91)
    values = computed("cube", "cube", [[x] for x in places.tolist()])
    _, slope = cube_gradient()
    np.testing.assert_allclose(values[:, 0], places**3, rtol=1e-15)
    np.testing.assert_allclose(values[:, 1], [slope(x) for x in places], rtol=1e-15)


def test_the_neuron_decides_as_theanos_does() -> None:
    numbers = (-2.0, -0.3, 0.0, 1.0, 1.5)
    rows = [list(row) for row in product((0.0, 1.0), (0.0, 1.0), numbers, numbers, numbers)]
    values = computed("step_neuron", "neuron", rows)
    neuron = step_neuron()
    expected = [neuron(row[:2], row[2:4], row[4]) for row in rows]
    np.testing.assert_array_equal(values[:, 1], expected)
    assert 0 < sum(expected) < len(expected)
