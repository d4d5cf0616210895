"""The step neuron, against truth tables."""

from theano_walkthrough.gates import STEP_WEIGHTS, truth_table
from theano_walkthrough.neuron import step_function, step_neuron, step_neuron_with_memory

import pytest
import theano
import theano.tensor as T


@pytest.mark.parametrize("gate", STEP_WEIGHTS)
def test_gates_with_given_weights(gate: str) -> None:
    inputs, targets = truth_table(gate)
    neuron = step_neuron()
    assert [int(neuron(x, *STEP_WEIGHTS[gate])) for x in inputs] == targets.tolist()


@pytest.mark.parametrize("gate", ["AND", "OR", "NOR", "NAND"])
def test_gates_with_remembered_weights(gate: str) -> None:
    inputs, targets = truth_table(gate)
    neuron, _, _ = step_neuron_with_memory(*STEP_WEIGHTS[gate])
    assert [int(neuron(x)) for x in inputs] == targets.tolist()


def test_weights_can_be_replaced_by_fractions() -> None:
    neuron, w, b = step_neuron_with_memory([1, 1], -1.5)
    w.set_value([0.25, 0.5])
    b.set_value(-0.5)
    assert [int(neuron(x)) for x in truth_table("AND")[0]] == [0, 1, 0, 1]


def test_step_has_no_slope() -> None:
    z = T.dscalar("z")
    slope = theano.function([z], T.grad(step_function(z) * 1.0, z))
    assert [float(slope(value)) for value in (-1.0, 0.0, 1.0)] == [0, 0, 0]


@pytest.mark.parametrize(("weights", "bias"), [(["one", 1], 0), ([1, 1], "zero")])
def test_words_are_no_parameters(weights: object, bias: object) -> None:
    with pytest.raises(ValueError, match="could not convert string to float: '(one|zero)'"):
        step_neuron_with_memory(weights, bias)


def test_each_input_needs_a_weight() -> None:
    neuron, _, _ = step_neuron_with_memory([1, 1, 1], 0)
    with pytest.raises(ValueError, match="(?i)shape"):
        neuron([1, 1])
