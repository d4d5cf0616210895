"""The lean step trains as the chapters' step does, with less around it."""

import re
from collections.abc import Callable

from theano_walkthrough.beyond import manual_gradients
from theano_walkthrough.beyond.faster_training import lean_training_step, operations_in_python
from theano_walkthrough.beyond.repeated_calls import repeat
from theano_walkthrough.gates import truth_table
from theano_walkthrough.logistic_neuron import start_neuron, training_step
from theano_walkthrough.network import start_network

import numpy as np
import pytest
import theano
import theano.tensor as T

XNOR = truth_table("XNOR")


def parameters(network: object) -> list[np.ndarray]:
    return [shared.get_value() for shared in vars(network).values()]


def test_it_trains_as_by_hand() -> None:
    network = start_network(seed=0)
    w1, w2, w3, b1, b2 = parameters(network)
    step, look = lean_training_step(network, *XNOR, learning_rate=0.1)
    costs = manual_gradients.descend(
        manual_gradients.network_step, [w1, w2, w3, b1, b2], *XNOR, 0.1, iterations=501
    ).costs
    assert look()[1] == pytest.approx(costs[0], rel=1e-12)
    assert step() == []
    repeat(step, 499)
    activations, cost = look()
    assert cost == pytest.approx(costs[500], rel=1e-12)
    assert activations.shape == (4,)


@pytest.mark.parametrize("settings", [{}, {"linker": "py", "cxx": ""}, {"linker": "vm"}])
def test_repeating_carries_each_update_over(settings: dict[str, str]) -> None:
    with theano.config.change_flags(**settings):
        x = theano.shared(1.0)
        repeat(theano.function([], updates={x: x + 2}), 2_500)
    assert x.get_value() == 5_001


def test_what_has_no_c_code_runs_in_python() -> None:
    x = T.dmatrix("x")
    f = theano.function([x], T.sort(T.exp(x)))
    assert operations_in_python(f) == ["SortOp{quicksort, None}"]
    if theano.config.cxx:  # where all the others are in C
        steps = zip(f.fn.nodes, f.fn.thunks, strict=True)
        in_python = [str(node.op) for node, thunk in steps if not hasattr(thunk, "cthunk")]
        assert in_python == operations_in_python(f)


@pytest.mark.needs_compiler
def test_a_trusted_function_loses_half_of_a_matrix() -> None:
    x = T.dvector("x")
    double = theano.function([x], 2 * x)
    double.trust_input = True
    assert double(np.array([[1.0, 2.0]])).tolist() == [2.0]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda step: repeat(step, 0), "times must be at least 1, got 0"),
        (
            lambda step: repeat(training_step(start_neuron(seed=0)), 3),
            "step must take nothing: keep its data in shared variables",
        ),
    ],
)
def test_what_cannot_be_repeated(call: Callable[[object], object], message: str) -> None:
    count = theano.shared(0)
    step = theano.function([], updates={count: count + 1})
    with pytest.raises(ValueError, match=re.escape(message)):
        call(step)
    assert count.get_value() == 0
