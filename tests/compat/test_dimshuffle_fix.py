"""Views of arrays show what NumPy's show, and are compiled once for all processes."""

from pathlib import Path

from theano_walkthrough.compat import dimshuffle_fix

import numpy as np
import pytest
import theano
import theano.tensor as T
from theano.graph.op import ExternalCOp
from theano.tensor.elemwise import DimShuffle

from tests.processes import answer, keeping_code_in

ADD_AN_AXIS = """
import theano_walkthrough
import theano
import theano.tensor as T
x = T.dvector("x")
print(theano.function([x], x.dimshuffle("x", 0) * 2)([1, 2]).tolist())
print(theano.config.compiledir)
"""


def test_a_repeated_number_is_repeated_in_views():
    x, X = T.dvector("x"), T.dmatrix("X")
    row = np.broadcast_to(1.5, 3)
    matrix = np.broadcast_to(np.array([[2.0], [3.0]]), (2, 3))
    added, turned = theano.function([x, X], [x.dimshuffle("x", 0) * 2, X.T * 2])(row, matrix)
    np.testing.assert_array_equal(added, [[3, 3, 3]])
    np.testing.assert_array_equal(turned, [[4, 6]] * 3)


def test_axes_of_length_one_can_be_added_and_dropped():
    x, row = T.dvector("x"), T.drow("row")
    new = [x.dimshuffle(0, "x") + x.dimshuffle("x", 0), row.dimshuffle(1) * 2, row.T * 2]
    outer, dropped, column = theano.function([x, row], new)(np.arange(2.0), np.arange(3.0)[None])
    np.testing.assert_array_equal(outer, [[0, 1], [1, 2]])
    np.testing.assert_array_equal(dropped, [0, 2, 4])
    np.testing.assert_array_equal(column, [[0], [2], [4]])


@pytest.mark.needs_compiler
def test_another_process_finds_the_compiled_views(tmp_path: Path):
    modules = []
    for seed in "123":
        settings = {"PYTHONHASHSEED": seed, "THEANO_FLAGS": keeping_code_in(tmp_path)}
        result, folder = answer("-c", ADD_AN_AXIS, **settings).splitlines()
        assert result == "[[2.0, 4.0]]"
        modules.append(sorted(path.name for path in Path(folder).glob("tmp*/*.so")))
    assert len(modules[0]) == 2
    assert modules == [modules[0]] * 3


def test_code_is_theanos_own_with_two_lines_changed(monkeypatch: pytest.MonkeyPatch):
    view = DimShuffle((False, False), (1, 0))
    parts = view.code_sections
    monkeypatch.delattr(DimShuffle, "code_sections")
    ExternalCOp.load_c_code(view, view.func_files)  # as Theano would
    theirs = view.code_sections.pop(dimshuffle_fix.PART).splitlines()
    ours = parts[dimshuffle_fix.PART].splitlines()
    changed = [pair for pair in zip(theirs, ours, strict=True) if pair[0] != pair[1]]
    assert len(changed) == 2
    assert all("strides" in old and "dimensions" in new for old, new in changed)
    assert view.code_sections.keys() | {dimshuffle_fix.PART} == parts.keys()


def test_an_unpickled_view_is_patched_too():
    view = DimShuffle((False,), ("x", 0))
    kept = object.__new__(DimShuffle)
    kept.__setstate__({**vars(view), "code_sections": {}})
    assert kept.code_sections == view.code_sections
