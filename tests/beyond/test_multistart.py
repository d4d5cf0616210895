"""Many networks in one graph do what single ones do; how often they succeed."""

import re
from collections.abc import Callable
from inspect import unwrap

from theano_walkthrough.beyond import manual_gradients
from theano_walkthrough.beyond.finite_differences import finite_differences
from theano_walkthrough.beyond.multistart import (
    draw_weights,
    is_right,
    networks_training_step,
    start_networks,
    success_rates,
    train_many,
)
from theano_walkthrough.gates import truth_table
from theano_walkthrough.network import network_training_step, start_network
from theano_walkthrough.training import train

import numpy as np
import pytest
import theano
from scipy.special import expit
from theano.tensor.elemwise import Elemwise

XNOR = truth_table("XNOR")
ONE = draw_weights([0])


def test_starts_are_those_of_single_networks() -> None:
    single = [start_network(seed) for seed in (0, 15)]
    expected = [[*n.w1.get_value(), *n.w2.get_value(), *n.w3.get_value()] for n in single]
    assert draw_weights([0, 15]).tolist() == expected


def test_another_range_stretches_the_same_numbers() -> None:
    assert draw_weights([7], -1, 1) == pytest.approx(2 * draw_weights([7]) - 1)


@pytest.mark.parametrize("seed", [0, 15, 22])
def test_training_side_by_side_is_training_alone(seed: int) -> None:
    checkpoints = list(range(0, 30_000, 1_000))
    together = unwrap(train_many)(draw_weights([3, seed, 4]), *XNOR, [*checkpoints, 30_000])
    network = start_network(seed)
    alone = train(network_training_step(network), *XNOR)
    np.testing.assert_allclose(together.costs[:-1, 1], alone.costs[checkpoints], rtol=1e-11)
    weights = [*network.w1.get_value(), *network.w2.get_value(), *network.w3.get_value()]
    np.testing.assert_allclose(together.weights[1], weights, rtol=1e-11)


def separate_cost(parameters: list[np.ndarray]) -> float:
    """Compute the XNOR cost of one network whose hidden neurons have a bias each."""
    w1, w2, w3, b1a, b1b, b2 = parameters
    a1, a2 = expit(XNOR[0] @ w1 + b1a), expit(XNOR[0] @ w2 + b1b)
    a3 = expit(a1 * w3[0] + a2 * w3[1] + b2)
    return float(-np.log(np.where(XNOR[1] == 1, a3, 1 - a3)).sum())


def test_separate_biases_follow_their_own_slopes() -> None:
    weights = draw_weights([0, 5], -1, 1)
    networks = start_networks(weights, bias=0.3, separate_biases=True)
    step, look = networks_training_step(networks, *XNOR, learning_rate=0.5)
    w1, w2, w3 = weights[1].reshape(3, 2)
    start = [w1, w2, w3, np.array(0.3), np.array(0.3), np.array(0.3)]
    assert look()[1][1] == pytest.approx(separate_cost(start))
    slopes = finite_differences(separate_cost, start)
    step()
    moved = [p - 0.5 * slope for p, slope in zip(start, slopes, strict=True)]
    np.testing.assert_allclose(networks.w_hidden.get_value()[..., 1].T, moved[:2], rtol=1e-7)
    assert networks.w_output.get_value()[:, 1] == pytest.approx(moved[2], rel=1e-7)
    assert networks.b_hidden.get_value()[:, 1] == pytest.approx(np.array(moved[3:5]), rel=1e-7)
    assert networks.b_output.get_value()[1] == pytest.approx(moved[5], rel=1e-7)


def test_without_a_compiler_numpy_has_nearly_every_operation() -> None:
    with theano.config.change_flags(cxx="", linker="py"):
        networks = start_networks(draw_weights([0, 1]))
        step, look = networks_training_step(networks, *XNOR)
        step()
        costs = look()[1]
    operations = [n for n in step.maker.fgraph.toposort() if isinstance(n.op, Elemwise)]
    loops = [n for n in operations if n.op.nfunc_spec is None or len(n.inputs) > 2]
    assert len(operations) > 15
    assert len([n for n in loops if n.outputs[0].ndim > 1]) <= 1
    with_compiler = unwrap(train_many)(draw_weights([0, 1]), *XNOR, [1])
    assert costs == pytest.approx(with_compiler.costs[0], rel=1e-12)


def test_a_network_does_not_notice_its_neighbours() -> None:
    pair = unwrap(train_many)(draw_weights([1, 2]), *XNOR, [100], learning_rate=0.1)
    w1, w2, w3 = draw_weights([2]).reshape(3, 2)
    start = [w1, w2, w3, np.array(1.0), np.array(1.0)]
    alone = manual_gradients.descend(manual_gradients.network_step, start, *XNOR, 0.1, 101)
    assert pair.costs[0, 1] == pytest.approx(alone.costs[100], rel=1e-12)


@pytest.mark.parametrize(
    ("activations", "right"),
    [([0.9, 0.1, 0.4, 0.6], True), ([0.9, 0.1, 0.6, 0.6], False), ([0.4, 0.1, 0.4, 0.6], False)],
)
def test_right_means_every_answer_is(activations: list[float], right: bool) -> None:
    assert is_right(np.array([activations]), XNOR[1]).tolist() == [right]


def test_success_rates_have_wilson_intervals() -> None:
    right = np.zeros((3, 1000), dtype=bool)
    right[1, :931] = True
    right[2] = True
    rates, (low, high) = success_rates(right)
    z, n, p = 1.959964, 1000, np.array([0, 0.931, 1])
    centre = (p + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    assert rates.tolist() == p.tolist()
    np.testing.assert_allclose([low, high], [centre - half, centre + half], rtol=1e-5, atol=1e-9)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: train_many(draw_weights([]), *XNOR, [1]), "weights must have shape (n, 6)"),
        (lambda: train_many([[1, 2]], *XNOR, [1]), "weights must have shape (n, 6), got (1, 2)"),
        (lambda: train_many(ONE, [[1, 2, 3]], [1], [1]), "inputs must have shape (n, 2)"),
        (lambda: train_many(ONE, XNOR[0], [1], [1]), "targets must have shape (4,), got (1,)"),
        (lambda: train_many(ONE, *XNOR, [2, 1]), "growing, got [2, 1]"),
        (lambda: train_many(ONE, *XNOR, []), "checkpoints must be one number or more"),
        (lambda: train_many(ONE, *XNOR, [1], bias=np.inf), "bias must be finite, got inf"),
        (lambda: train_many(ONE, *XNOR, [1], learning_rate=0), "learning_rate must be above 0"),
    ],
)
def test_impossible_experiments_are_refused(call: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        call()
