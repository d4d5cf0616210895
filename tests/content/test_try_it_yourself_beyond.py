"""What the pages beyond the article promise under "Try it yourself"."""

import re

from theano_walkthrough.beyond.graph_inspection import (
    written_graph,
)
from theano_walkthrough.beyond.js_compiler import to_javascript
from theano_walkthrough.beyond.js_tracing import FORMULAS
from theano_walkthrough.gradients import cube_gradient

import theano.tensor as T
from theano.tensor.nnet.sigm import ScalarSigmoid

from tests.content.promises import keeps


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
