"""Graphviz is compiled once, and kept in a folder of any name."""

from pathlib import Path

from theano_walkthrough.beyond.graphviz import draw

import wasmtime

from tests.processes import answer, keeping_code_in

DRAW = """
from theano_walkthrough.beyond.graphviz import draw
print(draw("digraph { x -> y }"), end="")
"""


def drawn_elsewhere(folder: Path) -> str:
    return answer("-c", DRAW, THEANO_FLAGS=keeping_code_in(folder))


def machine_code(folder: Path) -> dict[Path, tuple[int, int]]:
    """Find the kept files, with what changes when one is written anew."""
    files = {path: path.stat() for path in folder.rglob("*") if path.is_file()}
    return {
        path: (state.st_ino, state.st_mtime_ns)
        for path, state in files.items()
        if state.st_size > 100_000 and "graphviz" in path.parts
    }


def test_another_process_finds_it(tmp_path: Path) -> None:
    folder = tmp_path / 'a "b" 神经'
    here = draw("digraph { x -> y }")
    assert drawn_elsewhere(folder) == here
    kept = machine_code(folder)
    assert len(kept) == 1
    assert drawn_elsewhere(folder) == here
    assert machine_code(folder) == kept


def test_broken_code_is_made_anew(tmp_path: Path) -> None:
    here = drawn_elsewhere(tmp_path)
    (file,) = machine_code(tmp_path)
    file.write_bytes(b"not code" * 20_000)
    assert drawn_elsewhere(tmp_path) == here


def test_others_get_the_usual_engine() -> None:
    engine = wasmtime.Engine
    draw("digraph { x -> y }")
    assert wasmtime.Engine is engine
