"""Graphs are read, counted and printed as they are."""

import re
from typing import Any

from theano_walkthrough.beyond.graph_inspection import (
    compiled_graph,
    count_operations,
    list_steps,
    written_graph,
)
from theano_walkthrough.beyond.manual_gradients import logistic, network_step, neuron_step
from theano_walkthrough.gates import truth_table
from theano_walkthrough.logistic_neuron import start_neuron, training_step
from theano_walkthrough.network import network_training_step, start_network

import numpy as np
import pytest
import theano
import theano.tensor as T
from theano.graph.fg import FunctionGraph
from theano.graph.opt import MergeOptimizer

READS = [written_graph, compiled_graph]


def split(value: Any, axis: int, sizes: list[int]) -> list[Any]:
    return np.split(value, np.cumsum(sizes)[:-1], axis=axis)


def dimshuffle(order: str, value: Any) -> Any:
    axes = [axis for axis in order.split(",") if axis]
    moved = np.reshape(value, [n for n in np.shape(value) if n != 1])
    moved = (
        moved.transpose([int(axis) for axis in axes if axis != "x"]) if moved.ndim > 1 else moved
    )
    for position, axis in enumerate(axes):
        moved = np.expand_dims(moved, position) if axis == "x" else moved
    return moved


MEANINGS: dict[str, Any] = {
    "add": lambda *terms: sum(terms),
    "alloc": lambda value, *shape: np.full(shape, float(value)),
    "alloc_empty": lambda *shape: np.full(shape, np.nan),
    "dimshuffle": dimshuffle,
    "dot": np.dot,
    "exp": np.exp,
    "fill": lambda like, value: np.broadcast_to(value, np.shape(like)),
    "gemv": lambda y, alpha, a, x, beta: (beta * y if beta else 0) + alpha * (a @ x),
    "ger": lambda a, alpha, x, y: a + alpha * np.outer(x, y),
    "identity": lambda value: value,
    "inv": lambda value: 1 / value,
    "join": lambda axis, *parts: np.concatenate(parts, axis=axis),
    "log": np.log,
    "log1p": np.log1p,
    "make_vector": lambda *values: list(values),
    "mul": lambda *factors: np.prod(np.broadcast_arrays(*factors), axis=0),
    "neg": lambda value: -value,
    "rebroadcast": lambda value: value,
    "scalar_from_tensor": int,
    "shape": np.shape,
    "shape_0": lambda value: np.shape(value)[0],
    "sigmoid": logistic,
    "softplus": lambda z: np.logaddexp(0, z),
    "split": split,
    "sub": np.subtract,
    "subtensor": lambda value, index: value[index],
    "sum": np.sum,
    "transpose": np.transpose,
    "true_div": np.divide,
}


def follow(steps: list[str], values: dict[str, Any]) -> dict[str, Any]:
    """Compute the steps in NumPy; what has been overwritten can't be read any more."""
    values = dict(values)
    for step in steps:
        match = re.fullmatch(r"(.*?) = (.*?)(  \(in place of (.*)\))?", step)
        assert match is not None, step
        name, formula, _, gone = match.groups()
        formula = re.sub(r"dimshuffle{(.*?)}\(", r"dimshuffle('\1', ", formula)
        formula = formula.replace("shape[0](", "shape_0(")
        values[name] = eval(formula, {**MEANINGS, **values})
        if gone:
            del values[gone]
    return values


@pytest.mark.parametrize("read", READS)
def test_neurons_steps_compute_its_training_step(read: Any) -> None:
    neuron = start_neuron(seed=0)
    steps = list_steps(read(training_step(neuron)))
    w, b = neuron.w.get_value(), neuron.b.get_value()
    inputs, targets = truth_table("AND")
    found = follow(steps, {"x": inputs, "a_hat": targets, "w": w, "b": b})
    expected = neuron_step([w, b], inputs, targets)
    np.testing.assert_allclose(found["output 1"], expected.activations, rtol=1e-12)
    np.testing.assert_allclose(found["output 2"], expected.cost, rtol=1e-12)
    np.testing.assert_allclose(found["new w"], w - 0.01 * expected.gradients[0], rtol=1e-12)
    np.testing.assert_allclose(found["new b"], b - 0.01 * expected.gradients[1], rtol=1e-12)


@pytest.mark.parametrize("read", READS)
def test_networks_steps_compute_its_training_step(read: Any) -> None:
    network = start_network(seed=0)
    steps = list_steps(read(network_training_step(network)))
    names = ["w1", "w2", "w3", "b1", "b2"]
    before = {name: getattr(network, name).get_value() for name in names}
    inputs, targets = truth_table("XNOR")
    found = follow(steps, {"x": inputs, "a_hat": targets, **before})
    expected = network_step(list(before.values()), inputs, targets)
    np.testing.assert_allclose(found["output 1"], expected.activations, rtol=1e-12)
    np.testing.assert_allclose(found["output 2"], expected.cost, rtol=1e-12)
    for name, gradient in zip(names, expected.gradients, strict=True):
        new = before[name] - 0.01 * gradient
        np.testing.assert_allclose(found[f"new {name}"], new, rtol=1e-12)


@pytest.mark.parametrize(
    "f",
    [training_step(start_neuron(seed=0)), network_training_step(start_network(seed=0))],
    ids=["neuron", "network"],
)
def test_duplicates_are_what_theano_itself_merges(f: Any) -> None:
    graph = written_graph(f)
    theirs = FunctionGraph(
        [*graph.inputs, *f.get_shared()], [*graph.outputs, *(new for _, new in graph.updates)]
    )
    before = len(theirs.apply_nodes)
    MergeOptimizer().optimize(theirs)
    count = count_operations(graph)
    assert (count.operations, count.duplicates) == (before, before - len(theirs.apply_nodes))


def test_fused_operations_are_those_that_stay_apart_without_fusion() -> None:
    x, y = T.dvectors("x", "y")
    output = T.exp(x) * y - T.tanh(y)
    fused = count_operations(compiled_graph(theano.function([x, y], output)))
    mode = theano.compile.get_mode("FAST_RUN").excluding("fusion")
    apart = count_operations(compiled_graph(theano.function([x, y], output, mode=mode)))
    assert (fused.operations, fused.composites, fused.fused) == (1, 1, 4)
    assert (apart.operations, apart.composites, apart.fused) == (4, 0, 0)


def test_operation_in_place_is_counted_where_memory_is_used_again() -> None:
    s = theano.shared(np.zeros(3), name="s")
    f = theano.function([], updates=[(s, T.exp(s))])
    address = s.get_value(borrow=True).ctypes.data
    f()
    assert s.get_value(borrow=True).ctypes.data == address
    assert count_operations(compiled_graph(f)).in_place == 1
    assert list_steps(compiled_graph(f)) == ["s1 = exp(s)  (in place of s)", "new s = s1"]


@pytest.mark.parametrize("read", READS)
def test_an_expression_is_no_compiled_function(read: Any) -> None:
    with pytest.raises(TypeError, match=r"f must be a compiled Theano function, got x"):
        read(T.dscalar("x"))
