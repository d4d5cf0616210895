"""Small repairs, each against something that doesn't know Theano."""

import ast
import os
import re
import warnings
from pathlib import Path

from theano_walkthrough.compat.repairs import GONE_FROM_NUMPY, USERS_OF_GONE_NAMES

import numpy as np
import pytest
import theano
import theano.tensor as T

from tests.processes import answer

SOURCE = Path(theano.__file__).parent


def is_gone(name: str) -> bool:
    """Tell whether NumPy lacks a name, or warns of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            getattr(np, name)
        except (AttributeError, DeprecationWarning, FutureWarning):
            return True
    return False


def gone_names(file: Path) -> set[str]:
    """Return the names that a module of Theano asks NumPy for in vain, or for the last time."""
    code = file.read_text("utf-8-sig")
    gone = set(filter(is_gone, re.findall(r"\b(?:np|numpy)\.(\w+)", code)))
    if not gone:
        return set()  # so it is for most files, and parsing takes time
    parts = {
        ast.unparse(node) for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Attribute)
    }
    return {name for name in gone if parts & {f"np.{name}", f"numpy.{name}"}}


def test_no_module_of_theano_misses_another_name_of_numpy() -> None:
    users = {
        ".".join(["theano", *file.relative_to(SOURCE).with_suffix("").parts]): gone_names(file)
        for file in SOURCE.rglob("*.py")
    }
    by_type = {"bool"}  # it's asked for by the name of a type of numbers
    assert set().union(*users.values()) | by_type == GONE_FROM_NUMPY.keys()
    asks_while_imported = {"theano.tensor.random.basic"}
    asks_by_type = {"theano.scalar.sharedvar"}
    users_later = {name for name, gone in users.items() if gone} - asks_while_imported
    assert users_later | asks_by_type == set(USERS_OF_GONE_NAMES)


@pytest.mark.parametrize("mode", [None, "FAST_COMPILE", theano.Mode("py")])
def test_the_fast_sigmoid_is_the_same_approximation_in_every_mode(mode: object) -> None:
    x = T.dvector("x")
    values = [-7.0, -4.0, -0.5, 0.0, 0.5, 4.0, 7.0]
    got = theano.function([x], T.nnet.ultra_fast_sigmoid(x), mode=mode)(values)
    curve = 0.5 * 1.5 * 0.25 / 1.25  # of the hyperbolic tangent, near 0
    line = 0.5 * (0.935409070603099 + 0.0458812946797165 * (2 - 1.7))
    end = 0.5 * 0.99505475368673
    expected = 0.5 + np.array([-end, -line, -curve, 0, curve, line, end])
    np.testing.assert_allclose(got, expected, rtol=1e-12)
    assert got[4] == pytest.approx(0.65)


PICTURE = """
import sys
import theano_walkthrough, theano, theano.tensor as T
x = T.dvector("x")
theano.printing.pydotprint(theano.function([x], T.exp(x)), sys.argv[1], format="plain")
"""


def test_pydotprint_draws(tmp_path: Path) -> None:
    program = tmp_path / "dot"
    program.write_text('#!/bin/sh\nfor file; do :; done\n[ "$file" ] && cat "$file"\n')
    program.chmod(0o755)
    picture = tmp_path / "picture.plain"
    path = os.pathsep.join([str(tmp_path), os.environ["PATH"]])
    assert "picture" in answer("-c", PICTURE, picture, PATH=path)
    drawn = picture.read_text()
    assert "Elemwise{exp,no_inplace}" in drawn
    assert drawn.count("->") == 2
