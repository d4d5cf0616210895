"""Views of arrays show what NumPy's show, and are compiled once for all processes."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import theano
import theano.tensor as T

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


def test_another_process_finds_the_compiled_views(tmp_path: Path):
    modules = []
    for seed in "123":
        flags = f"{os.environ.get('THEANO_FLAGS', '')},base_compiledir='{tmp_path}'"
        environment = os.environ | {"PYTHONHASHSEED": seed, "THEANO_FLAGS": flags}
        command = [sys.executable, "-c", ADD_AN_AXIS]
        run = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8")
        result, folder = run.stdout.splitlines()
        assert result == "[[2.0, 4.0]]"
        modules.append(sorted(path.name for path in Path(folder).glob("tmp*/*.so")))
    assert len(modules[0]) == 2
    assert modules == [modules[0]] * 3
