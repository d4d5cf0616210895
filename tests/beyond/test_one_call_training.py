"""A whole training in one call leaves the costs and parameters that one by hand leaves."""

import re

from theano_walkthrough.beyond import manual_gradients
from theano_walkthrough.beyond.one_call_training import one_call_training, one_operation
from theano_walkthrough.gates import truth_table
from theano_walkthrough.network import start_network

import numpy as np
import pytest
import theano
import theano.tensor as T

XNOR = truth_table("XNOR")


@pytest.mark.parametrize("settings", [{}, {"linker": "py", "cxx": ""}])
def test_it_trains_as_by_hand(settings: dict[str, str]) -> None:
    network = start_network(seed=0)
    parameters = [shared.get_value() for shared in vars(network).values()]
    with theano.config.change_flags(**settings):
        train_in_one_call = one_call_training(network, *XNOR, learning_rate=0.1)
    costs = np.concatenate([train_in_one_call(30), train_in_one_call(20)])  # goes on
    by_hand = manual_gradients.descend(
        manual_gradients.network_step, parameters, *XNOR, 0.1, iterations=50
    )
    np.testing.assert_allclose(costs, by_hand.costs, rtol=1e-12)
    for shared, number in zip(vars(network).values(), by_hand.parameters, strict=True):
        np.testing.assert_allclose(shared.get_value(), number, rtol=1e-12)


def test_a_refused_number_of_iterations_changes_nothing() -> None:
    network = start_network(seed=0)
    before = network.w1.get_value()
    train_in_one_call = one_call_training(network, *XNOR)
    with pytest.raises(ValueError, match=re.escape("iterations must be at least 1, got 0")):
        train_in_one_call(0)
    np.testing.assert_array_equal(network.w1.get_value(), before)


def test_what_needs_several_numbers_cannot_be_one_operation() -> None:
    x = T.dvector("x")
    with pytest.raises(TypeError, match="results must be formulas of single numbers, but one has"):
        one_operation([x], [x.sum()])
