"""The logistic neuron, against NumPy with gradients by hand and against finite differences."""

from functools import partial
from random import Random

from theano_walkthrough.beyond import manual_gradients
from theano_walkthrough.beyond.finite_differences import finite_differences
from theano_walkthrough.gates import truth_table
from theano_walkthrough.logistic_neuron import (
    Neuron,
    activation,
    binary_cross_entropy,
    logistic,
    start_neuron,
    training_step,
)

import numpy as np
import pytest
import theano
import theano.tensor as T
from numpy.typing import NDArray
from scipy.special import expit

INPUTS, TARGETS = truth_table("AND")


def values(neuron: Neuron) -> list[NDArray[np.float64]]:
    return [neuron.w.get_value(), neuron.b.get_value()]


def test_start_draws_in_the_order_of_the_article() -> None:
    neuron = start_neuron(seed=3)
    draws = Random(3).random
    assert neuron.w.get_value().tolist() == [draws(), draws()]
    assert neuron.b.get_value() == 1


def test_logistic_and_activation() -> None:
    z = T.dvector("z")
    points = np.array([-30.0, -1.0, 0.0, 1.0, 30.0])
    np.testing.assert_allclose(theano.function([z], logistic(z))(points), expit(points), rtol=1e-14)
    x = T.dmatrix("x")
    neuron = start_neuron(seed=0)
    np.testing.assert_allclose(
        theano.function([x], activation(x, neuron.w, neuron.b))(INPUTS),
        expit(INPUTS @ neuron.w.get_value() + 1),
        rtol=1e-14,
    )


def test_cost_of_guessing_is_ln_2_for_each_example() -> None:
    a, a_hat = T.dvectors("a", "a_hat")
    cost = theano.function([a, a_hat], binary_cross_entropy(a, a_hat))
    assert cost([0.5] * 4, TARGETS) == pytest.approx(4 * np.log(2))
    assert cost([0.9, 0.2], [1, 0]) == pytest.approx(-np.log(0.9) - np.log(0.8))


def test_first_step_is_the_one_computed_by_hand() -> None:
    neuron = start_neuron(seed=0)
    start = values(neuron)
    activations, cost = training_step(neuron, learning_rate=0.01)(INPUTS, TARGETS)
    expected = manual_gradients.neuron_step(start, INPUTS, TARGETS)
    np.testing.assert_allclose(activations, expected.activations, rtol=1e-14)
    assert cost == pytest.approx(expected.cost, rel=1e-14)
    for after, before, gradient in zip(values(neuron), start, expected.gradients, strict=True):
        np.testing.assert_allclose(after, before - 0.01 * gradient, rtol=1e-13)


def test_step_goes_against_the_measured_gradient() -> None:
    neuron = start_neuron(seed=1)
    start = values(neuron)
    training_step(neuron, learning_rate=1.0)(INPUTS, TARGETS)
    cost = partial(manual_gradients.neuron_cost, inputs=INPUTS, targets=TARGETS)
    measured = finite_differences(cost, start)
    for after, before, slope in zip(values(neuron), start, measured, strict=True):
        np.testing.assert_allclose(before - after, slope, rtol=1e-7)
