"""What the pages beyond the article promise under "Try it yourself"."""

import re

from theano_walkthrough.beyond import manual_gradients
from theano_walkthrough.beyond.graph_inspection import (
    written_graph,
)
from theano_walkthrough.beyond.js_compiler import to_javascript
from theano_walkthrough.beyond.js_tracing import FORMULAS
from theano_walkthrough.beyond.pytensor_port import changed_lines, pytensor_module, pytensor_source
from theano_walkthrough.gates import truth_table
from theano_walkthrough.gradients import cube_gradient
from theano_walkthrough.network import network_training_step, start_network
from theano_walkthrough.training import train

import theano.tensor as T
from theano.tensor.nnet.sigm import ScalarSigmoid

from tests.content.promises import keeps


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
