"""Steps 1 to 11 and the overview's examples, against arithmetic and NumPy."""

from theano_walkthrough.expressions import multiply, two_symbols
from theano_walkthrough.functions import accumulator, square_and_cube
from theano_walkthrough.gradients import cube_gradient
from theano_walkthrough.overview import compiled_expression, repeated_sum, softmax_by_hand
from theano_walkthrough.variables import PREFIXES, SHAPES, many_dimensions, variable_type

import numpy as np
import pytest
import theano
import theano.tensor as T
from theano import pp

DTYPES = {
    "b": np.int8,
    "w": np.int16,
    "i": np.int32,
    "l": np.int64,
    "f": np.float32,
    "d": np.float64,
    "c": np.complex64,
    "z": np.complex128,
    "": np.dtype(theano.config.floatX),
}


def test_product() -> None:
    c, f = multiply(*two_symbols())
    assert pp(c) == "(a * b)"
    for a, b in [(1.5, 3), (0, 7), (-2, 0.25)]:
        assert f(a, b) == a * b
    assert f(b=3, a=1.5) == 4.5


def test_compiler_merges_a_repeated_sum() -> None:
    expression, f = repeated_sum()
    additions = [node for node in f.maker.fgraph.toposort() if "add" in str(node.op)]
    assert pp(expression).count("+") == 3
    assert len(additions) == 1
    assert f(1.25, 2) == (1.25 + 2) + (1.25 + 2)


def test_compiler_recognises_softmax() -> None:
    _, f = softmax_by_hand()
    assert compiled_expression(f) == "Softmax(a)"
    table = np.random.default_rng(0).normal(size=(5, 3))
    powers = np.exp(table)
    np.testing.assert_allclose(f(table), powers / powers.sum(axis=1, keepdims=True), rtol=1e-14)


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize(
    ("shape", "broadcastable"),
    [
        ("scalar", ()),
        ("vector", (False,)),
        ("matrix", (False, False)),
        ("row", (True, False)),
        ("col", (False, True)),
        *((f"tensor{n}", (False,) * n) for n in range(3, 8)),
    ],
)
def test_variable_types(prefix: str, shape: str, broadcastable: tuple[bool, ...]) -> None:
    row = variable_type(prefix + shape)
    assert np.dtype(row.dtype) == DTYPES[prefix]
    assert row.broadcastable == broadcastable
    assert row.dimensions == len(broadcastable)


def test_the_table_has_ninety_names() -> None:
    assert len(PREFIXES) * len(SHAPES) == 90


@pytest.mark.parametrize("name", ["kmatrix", "dtensor8", "TensorType", "config"])
def test_unknown_constructors_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="constructor must be one of"):
        variable_type(name)


def test_more_than_four_dimensions() -> None:
    symbol = many_dimensions("symbol", 6)
    f = theano.function([symbol], symbol.sum())
    assert f(np.ones((1, 2, 3, 1, 2, 2))) == 24
    with pytest.raises(ValueError, match="dimensions must be at least 0, got -1"):
        many_dimensions("symbol", -1)


def test_state_answers_with_the_old_value_and_stores_the_new() -> None:
    f, sh = accumulator()
    stored = 0
    for x in (1, 2, 3, -6):
        assert f(x) == stored**2
        stored += x
        assert sh.get_value() == stored
    sh.set_value(4)
    assert f(1) == 16
    assert sh.get_value() == 5


def test_several_outputs() -> None:
    assert square_and_cube()(3) == [9, 27]


def test_gradient_of_the_cube() -> None:
    gradient, f = cube_gradient()
    for x in (4.0, 0.0, -1.5):
        assert f(x) == pytest.approx(3 * x**2)
        assert f(x) == pytest.approx(((x + 1e-5) ** 3 - (x - 1e-5) ** 3) / 2e-5, abs=1e-8)
    assert pp(gradient).startswith("((fill((x ** TensorConstant{3}), TensorConstant{1.0})")
    assert "fill" not in compiled_expression(f)


def test_gradient_of_a_whole_number_is_silently_zero() -> None:
    x = T.iscalar("x")
    assert theano.function([x], T.grad((x**3).astype("float64"), x))(4) == 0
