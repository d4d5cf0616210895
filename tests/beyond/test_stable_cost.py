"""The stable cost against exact arithmetic, and its training against NumPy by hand."""

from decimal import Decimal, localcontext

from theano_walkthrough.beyond import manual_gradients
from theano_walkthrough.beyond.stable_cost import stable_binary_cross_entropy, stable_training_step
from theano_walkthrough.gates import truth_table
from theano_walkthrough.logistic_neuron import binary_cross_entropy, logistic, start_neuron
from theano_walkthrough.training import train

import numpy as np
import pytest
import theano
import theano.tensor as T


def exact(z: float, target: int) -> tuple[float, float]:
    """Compute the cost and its slope with a thousand digits."""
    with localcontext() as context:
        context.prec = 1000
        activation = 1 / (1 + Decimal(-z).exp())
        surprise = -(activation if target == 1 else 1 - activation).ln()
        return float(surprise), float(activation - target)


@pytest.mark.parametrize(
    "mode", [pytest.param("FAST_RUN", marks=pytest.mark.needs_compiler), "FAST_COMPILE"]
)
@pytest.mark.parametrize("target", [0, 1])
def test_cost_and_slope_are_exact_for_any_sum(mode: str, target: int) -> None:
    z, a_hat = T.dvectors("z", "a_hat")
    cost = stable_binary_cross_entropy(z, a_hat)
    compiled = theano.function([z, a_hat], [cost, T.grad(cost, z)], mode=mode)
    for value in (-800, -37, -16.5, -1, 0, 1, 15.9, 16.1, 37, 100, 800):
        cost_here, slope_here = compiled([value], [target])
        exact_cost, exact_slope = exact(value, target)
        assert cost_here == pytest.approx(exact_cost, rel=1e-7, abs=1e-320)
        assert slope_here[0] == pytest.approx(exact_slope, rel=1e-7, abs=1e-300)


@pytest.mark.needs_compiler
def test_the_articles_cost_in_single_precision_is_infinite_from_17_on() -> None:
    z, a_hat = T.fvectors("z", "a_hat")
    cost = theano.function([z, a_hat], binary_cross_entropy(logistic(z), a_hat))
    assert np.isfinite(cost([16], [0]))
    assert cost([17], [0]) == np.inf


def test_costs_add_up() -> None:
    z, a_hat = T.dvectors("z", "a_hat")
    cost = theano.function([z, a_hat], stable_binary_cross_entropy(z, a_hat))
    assert cost([0, 0, 0, 0], [1, 0, 0, 1]) == pytest.approx(4 * np.log(2))


def test_training_equals_numpy() -> None:
    inputs, targets = truth_table("AND")
    neuron = start_neuron(seed=3)
    start = [neuron.w.get_value(), neuron.b.get_value()]
    x = T.matrix("x")
    z = T.dot(x, neuron.w) + neuron.b
    run = train(stable_training_step(x, z, [neuron.w, neuron.b], 0.1), inputs, targets, 2_000)
    expected = manual_gradients.descend(
        manual_gradients.neuron_step, start, inputs, targets, 0.1, 2_000
    )
    np.testing.assert_allclose(run.costs, expected.costs, rtol=1e-10)
    np.testing.assert_allclose(run.activations, expected.activations, rtol=1e-10)
    np.testing.assert_allclose(neuron.w.get_value(), expected.parameters[0], rtol=1e-10)
