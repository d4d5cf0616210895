"""What the pages beyond the article promise under "Try it yourself"."""

import re

from theano_walkthrough.beyond import manual_gradients
from theano_walkthrough.beyond.graph_inspection import (
    written_graph,
)
from theano_walkthrough.beyond.js_compiler import to_javascript
from theano_walkthrough.beyond.js_tracing import FORMULAS
from theano_walkthrough.beyond.pytensor_port import changed_lines, pytensor_module, pytensor_source
from theano_walkthrough.beyond.stable_cost import stable_training_step
from theano_walkthrough.gates import truth_table
from theano_walkthrough.gradients import cube_gradient
from theano_walkthrough.logistic_neuron import (
    binary_cross_entropy,
    logistic,
)
from theano_walkthrough.network import layers, network_training_step, start_network
from theano_walkthrough.training import train

import numpy as np
import pytest
import theano
import theano.tensor as T
from theano.tensor.nnet.sigm import ScalarSigmoid

from tests.content.promises import keeps


@keeps("beyond/stable_cost", "``compiled([-37], [1])``: the cost is 37, as it should be")
def test_stable_cost_the_logarithm_that_the_compiler_knows() -> None:
    z, a_hat = T.dvectors("z", "a_hat")
    cost = theano.function([z, a_hat], binary_cross_entropy(logistic(z), a_hat))
    assert cost([-37], [1]) == 37


@keeps("beyond/stable_cost", "with half the digits, the article's cost is infinite from 17 on")
@pytest.mark.needs_compiler
def test_stable_cost_single_precision() -> None:
    z, a_hat = T.fvectors("z", "a_hat")
    cost = theano.function([z, a_hat], binary_cross_entropy(logistic(z), a_hat))
    assert np.isfinite(cost([16], [0]))
    assert cost([17], [0]) == np.inf
    assert np.finfo("float32").precision < np.finfo("float64").precision / 2


@keeps(
    "beyond/stable_cost",
    "seed 15 with the stable form: it gets stuck as before, at a cost of 1.433",
)
def test_stable_cost_no_cure_for_a_bad_start() -> None:
    network = start_network(seed=15)
    x = T.matrix("x")
    z = T.dot(layers(x, network)[2], network.w3) + network.b2
    parameters = [network.w1, network.w2, network.w3, network.b1, network.b2]
    run = train(stable_training_step(x, z, parameters), *truth_table("XNOR"))
    assert run.costs[-1].round(3) == 1.433


@keeps(
    "beyond/then_and_now",
    "with ``seed=15``. They get stuck together, at a cost of 1.43",
    "the loop doesn't care who made the step",
)
def test_then_and_now_all_get_stuck_together() -> None:
    inputs, targets = truth_table("XNOR")
    network = start_network(seed=15)
    start = [shared.get_value() for shared in vars(network).values()]
    edition = pytensor_module("network")
    step = edition.network_training_step(edition.start_network(seed=15), learning_rate=0.5)
    runs = [
        train(network_training_step(network, learning_rate=0.5), inputs, targets, 600),
        train(step, inputs, targets, 600),  # the loop doesn't care who made the step
        manual_gradients.descend(manual_gradients.network_step, start, inputs, targets, 0.5, 600),
    ]
    assert [round(float(run.costs[-1]), 2) for run in runs] == [1.43] * 3


@keeps("beyond/then_and_now", "seven lines have changed, and ``ifelse`` has moved")
def test_then_and_now_seven_lines_of_the_step_neuron() -> None:
    assert len(changed_lines("neuron")) == 7
    assert "from pytensor.ifelse import ifelse" in pytensor_source("neuron")


@keeps("beyond/to_the_browser", "Two lines of computation are left: a square, and three times that")
def test_to_the_browser_the_cubes_gradient_takes_two_lines() -> None:
    _, f = cube_gradient()
    written = written_graph(f)
    (x,) = written.inputs
    code = to_javascript([], {x: ()}, {"gradient": written.outputs[0]})
    assert re.findall(r"const t\d = (.*);", code) == ["x * x", "3 * t1"]


@keeps(
    "beyond/to_the_browser",
    "These 23 are all",
    "``sigmoid`` isn't among them, as it's written in four small steps",
)
def test_to_the_browser_counts_its_formulas() -> None:
    assert len(FORMULAS) == 23
    assert ScalarSigmoid not in FORMULAS
    x = T.dscalar("x")
    assert to_javascript([], {x: ()}, {"y": T.nnet.sigmoid(x)}).count("const t") == 4
