"""The XNOR network, against NumPy with backpropagation by hand and finite differences."""

from functools import partial
from random import Random

from theano_walkthrough.beyond import manual_gradients
from theano_walkthrough.beyond.finite_differences import finite_differences
from theano_walkthrough.gates import truth_table
from theano_walkthrough.network import Network, layers, network_training_step, start_network
from theano_walkthrough.training import train

import numpy as np
import pytest
import theano
import theano.tensor as T
from numpy.typing import NDArray
from scipy.special import expit

INPUTS, TARGETS = truth_table("XNOR")


def values(network: Network) -> list[NDArray[np.float64]]:
    return [
        parameter.get_value()
        for parameter in (network.w1, network.w2, network.w3, network.b1, network.b2)
    ]


def test_start_draws_in_the_order_of_the_article() -> None:
    draws = Random(5).random
    w1, w2, w3, b1, b2 = values(start_network(5))
    assert [*w1, *w2, *w3] == [draws() for _ in range(6)]
    assert b1 == b2 == 1


def test_layers_and_their_shapes() -> None:
    network = start_network(seed=0)
    x = T.dmatrix("x")
    a1, a2, hidden, a3 = theano.function([x], list(layers(x, network)))(INPUTS)
    assert [a1.shape, a2.shape, hidden.shape, a3.shape] == [(4,), (4,), (4, 2), (4,)]
    w1, w2, w3, b1, b2 = values(network)
    np.testing.assert_allclose(a1, expit(INPUTS @ w1 + b1), rtol=1e-14)
    np.testing.assert_allclose(a2, expit(INPUTS @ w2 + b1), rtol=1e-14)
    np.testing.assert_array_equal(hidden, np.column_stack([a1, a2]))
    np.testing.assert_allclose(a3, expit(hidden @ w3 + b2), rtol=1e-14)


def test_first_step_is_the_one_computed_by_hand() -> None:
    network = start_network(seed=0)
    start = values(network)
    activations, cost = network_training_step(network, learning_rate=0.01)(INPUTS, TARGETS)
    expected = manual_gradients.network_step(start, INPUTS, TARGETS)
    np.testing.assert_allclose(activations, expected.activations, rtol=1e-14)
    assert cost == pytest.approx(expected.cost, rel=1e-14)
    for after, before, gradient in zip(values(network), start, expected.gradients, strict=True):
        np.testing.assert_allclose(after, before - 0.01 * gradient, rtol=1e-13)


def test_step_goes_against_the_measured_gradient() -> None:
    network = start_network(seed=1)
    start = values(network)
    network_training_step(network, learning_rate=1.0)(INPUTS, TARGETS)
    cost = partial(manual_gradients.network_cost, inputs=INPUTS, targets=TARGETS)
    measured = finite_differences(cost, start)
    for after, before, slope in zip(values(network), start, measured, strict=True):
        np.testing.assert_allclose(before - after, slope, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize(
    ("seed", "outputs", "cost_at_10_000", "final_cost"),
    [
        (0, [0.98, 0.01, 0.01, 0.98], 1.108, 0.0598),
        (1, [0.98, 0.02, 0.02, 0.98], 2.173, 0.0709),
        (2, [0.98, 0.01, 0.01, 0.98], 0.906, 0.0580),
        (3, [0.98, 0.01, 0.01, 0.98], 1.163, 0.0602),
        (4, [0.98, 0.02, 0.02, 0.98], 2.673, 0.0864),
        (15, [0.98, 0.02, 0.50, 0.49], 1.777, 1.4329),
        (22, [0.98, 0.34, 0.34, 0.33], 2.319, 1.9549),
    ],
)
def test_xnor_from_the_seeds_of_the_inventory(
    seed: int, outputs: list[float], cost_at_10_000: float, final_cost: float
) -> None:
    run = train(network_training_step(start_network(seed)), INPUTS, TARGETS)
    assert run.activations.round(2).tolist() == outputs
    assert run.costs[9_999] == pytest.approx(cost_at_10_000, abs=5e-4)
    assert run.costs[-1] == pytest.approx(final_cost, abs=5e-5)


def test_whole_training_equals_numpy() -> None:
    network = start_network(seed=0)
    parameters, activations, costs = manual_gradients.descend(
        manual_gradients.network_step, values(network), INPUTS, TARGETS
    )
    run = train(network_training_step(network), INPUTS, TARGETS)
    np.testing.assert_allclose(run.costs, costs, rtol=1e-8)
    np.testing.assert_allclose(run.activations, activations, rtol=1e-8)
    for ours, theirs in zip(values(network), parameters, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-8)


def test_divergence_restores_all_five_parameters() -> None:
    network = start_network(seed=0)
    before = values(network)
    with pytest.raises(ArithmeticError, match="try a smaller learning rate"):
        train(network_training_step(network, learning_rate=1e4), INPUTS, TARGETS, iterations=100)
    for now, then in zip(values(network), before, strict=True):
        np.testing.assert_array_equal(now, then)
