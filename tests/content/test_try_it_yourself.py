"""What the chapters promise under "Try it yourself", in their order."""

from itertools import product

from theano_walkthrough.gates import truth_table
from theano_walkthrough.logistic_neuron import (
    start_neuron,
    training_step,
)
from theano_walkthrough.network import network_training_step, start_network
from theano_walkthrough.neuron import step_neuron
from theano_walkthrough.training import train
from theano_walkthrough.variables import variable_type

import numpy as np
import pytest
import theano
import theano.tensor as T
from theano import pp

from tests.content.promises import keeps


@keeps(
    "chapters/2",
    "whole numbers of 32 bits, two dimensions, the second broadcastable",
    "the first line grows by 10, the second by 20",
    "no kind of number has the letter k",
)
def test_2_columns() -> None:
    assert variable_type("icol") == ("icol", "int32", 2, (False, True))
    matrix, column = T.dmatrix("matrix"), T.dcol("column")
    add = theano.function([matrix, column], matrix + column)
    assert add([[1, 2], [3, 4]], [[10], [20]]).tolist() == [[11, 12], [23, 24]]
    with pytest.raises(ValueError, match="got 'kmatrix'"):
        variable_type("kmatrix")


@keeps("chapters/3", "a ``float64``, and accepts both kinds")
def test_3_shared_fraction() -> None:
    sh = theano.shared(0.5)
    x = T.iscalar("x")
    theano.function([x], sh, updates=[(sh, sh + x)])(1)
    assert sh.dtype == "float64"
    assert sh.get_value() == 1.5


@keeps("chapters/3", "you'll find a cosine")
def test_3_slope_of_the_sine() -> None:
    x = T.dscalar("x")
    slope = T.grad(T.sin(x), x)
    assert "cos(x)" in pp(slope)
    assert theano.function([x], slope)(1.0) == pytest.approx(np.cos(1.0))


@keeps("chapters/3", "only a single number has one direction of steepest growth")
def test_3_only_a_single_number_has_a_gradient() -> None:
    x = T.dvector("x")
    with pytest.raises(TypeError, match="cost must be a scalar"):
        T.grad(x**2, x)


@keeps("chapters/4", "exactly -2. With both inputs on, :math:`z = 0`, and the step answers 1 there")
def test_4_zero_fires() -> None:
    assert step_neuron()([1, 1], [1, 1], -2) == 1


@keeps("chapters/4", "XNOR`, 1 when both inputs are *equal*. Give up")
def test_4_no_neuron_computes_xnor() -> None:
    neuron = step_neuron()
    inputs, targets = truth_table("XNOR")
    for w1, w2, bias in product(np.linspace(-2, 2, 9), repeat=3):
        assert [neuron(x, [w1, w2], bias) for x in inputs] != targets.tolist()


@keeps("chapters/5", "the outputs become 0.02, 0.99, 0.99 and 1.00")
def test_5_or() -> None:
    run = train(training_step(start_neuron(seed=0)), *truth_table("OR"))
    assert run.activations.round(2).tolist() == [0.02, 0.99, 0.99, 1.00]


@keeps("chapters/5", "goes on from the learnt weights, so the cost keeps falling")
def test_5_training_goes_on() -> None:
    step = training_step(start_neuron(seed=0))
    first = train(step, *truth_table("AND"), iterations=100)
    second = train(step, *truth_table("AND"), iterations=100)
    assert second.costs[0] < first.costs[-1]


@keeps(
    "chapters/6",
    "After 5 000 :term:`iterations <iteration>` it still sits on the plateau, at 2.77",
    "yet it gets there in the end",
)
def test_6_seed_4_is_patient() -> None:
    run = train(network_training_step(start_network(seed=4)), *truth_table("XNOR"))
    assert run.costs[5_000].round(2) == 2.77
    assert run.activations.round().tolist() == [1, 0, 0, 1]


@keeps("chapters/6", "learns it, from the same start: 0.02, 0.99, 0.99, 0.02")
def test_6_xor() -> None:
    run = train(network_training_step(start_network(seed=0)), *truth_table("XOR"))
    assert run.activations.round(2).tolist() == [0.02, 0.99, 0.99, 0.02]


@keeps(
    "chapters/6",
    "``w3`` two equal entries. They stay :term:`twins <symmetry>` for ever",
    "ends like seed 22, with three corners lumped together",
)
def test_6_twins_stay_twins() -> None:
    network = start_network(seed=0)
    network.w2.set_value(network.w1.get_value())
    network.w3.set_value(np.array([0.5, 0.5]))
    run = train(network_training_step(network), *truth_table("XNOR"))
    np.testing.assert_array_equal(network.w1.get_value(), network.w2.get_value())
    assert np.ptp(network.w3.get_value()) == 0
    assert run.activations.round(1).tolist() == [1.0, 0.3, 0.3, 0.3]
    seed_22 = train(network_training_step(start_network(seed=22)), *truth_table("XNOR"))
    assert sorted(seed_22.activations.round(1)) == sorted(run.activations.round(1))
