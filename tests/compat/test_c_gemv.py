"""Products in C give what NumPy gives, however the numbers lie in memory."""

from functools import partial
from itertools import product

from theano_walkthrough.compat.c_gemv import SMALL, Gemv

import numpy as np
import pytest
import theano
import theano.tensor as T
from numpy.lib.stride_tricks import sliding_window_view

numbers = np.random.RandomState(0)

pytestmark = pytest.mark.needs_compiler


def draw(*shape, precision="float64"):
    return numbers.randn(*shape).astype(precision)


VECTORS = {
    "contiguous": lambda draw, length: draw(length),
    "every second": lambda draw, length: draw(2 * length)[::2],
    "backwards": lambda draw, length: draw(length)[::-1],
    "one number, repeated": lambda draw, length: np.broadcast_to(draw(1), length),
    "a matrix's column": lambda draw, length: draw(length, 3)[:, 1],
}
MATRICES = {
    "by rows": lambda draw, n, m: draw(n, m),
    "by columns": lambda draw, n, m: np.asfortranarray(draw(n, m)),
    "a part": lambda draw, n, m: draw(n + 2, m + 3)[1:-1, 2:-1],
    "every second row": lambda draw, n, m: draw(2 * n, m)[::2],
    "every second column": lambda draw, n, m: draw(n, 2 * m)[:, ::2],
    "rows backwards": lambda draw, n, m: draw(n, m)[::-1],
    "columns backwards": lambda draw, n, m: draw(n, m)[:, ::-1],
    "one row, repeated": lambda draw, n, m: np.broadcast_to(draw(m), (n, m)),
    "one column, repeated": lambda draw, n, m: np.broadcast_to(draw(n, 1), (n, m)),
    "windows that overlap": lambda draw, n, m: sliding_window_view(draw(n + m - 1), m)[:n],
}
SHAPES = [*product([1, 2, 3, 7], repeat=2), (300, 40), (1, 1_200), (1_200, 1)]


def operations(function):
    return [type(node.op) for node in function.maker.fgraph.toposort()]


@pytest.fixture(scope="module", params=["float64", "float32"])
def precision(request):
    return request.param


@pytest.fixture(scope="module")
def times(precision):
    A, x = T.matrix(dtype=precision), T.vector(dtype=precision)
    function = theano.function([A, x], T.dot(A, x))
    assert Gemv in operations(function)
    return function


@pytest.mark.parametrize("layout", MATRICES)
def test_a_matrix_times_a_vector_is_what_numpy_says(times, precision, layout):
    for shape, vector in product(SHAPES, VECTORS.values()):
        A = MATRICES[layout](partial(draw, precision=precision), *shape)
        x = vector(partial(draw, precision=precision), shape[1])
        close = 1e-12 if precision == "float64" else 1e-4
        np.testing.assert_allclose(times(A, x), A @ x, close, close)
        np.testing.assert_allclose(times(A.T.copy().T, x), A @ x, close, close)


@pytest.mark.parametrize("shape", [(0, 3), (3, 0), (0, 0)])
def test_empty_products_are_what_numpy_says(times, precision, shape):
    A, x = np.ones(shape, precision), np.ones(shape[1], precision)
    np.testing.assert_array_equal(times(A, x), A @ x)


def test_wrong_lengths_are_refused(times, precision):
    with pytest.raises(ValueError, match=r"Shape mismatch: A.shape\[1\] != x.shape\[0\]"):
        times(np.ones((2, 3), precision), np.ones(2, precision))


def test_infinities_and_nan_come_through(times, precision):
    A = np.array([[np.inf, 1], [np.nan, 1], [1, 1]], precision)
    np.testing.assert_array_equal(times(A, np.ones(2, precision)), [np.inf, np.nan, 2])


@pytest.mark.parametrize("length", [3, SMALL])
def test_what_is_taken_no_times_may_be_nan(length):
    y, A, x = T.dvector(), T.dmatrix(), T.dvector()
    function = theano.function([y, A, x], Gemv(inplace=False)(y, 2.0, A, x, 0.0))
    matrix, vector = numbers.randn(length, 2), numbers.randn(2)
    result = function(np.full(length, np.nan), matrix, vector)
    np.testing.assert_allclose(result, 2 * matrix @ vector, 1e-12)


@pytest.mark.parametrize("length", [3, SMALL])
@pytest.mark.parametrize("layout", VECTORS)
def test_a_shared_vector_is_updated_from_any_layout(layout, length):
    A, x = T.dmatrix(), T.dvector()
    y = theano.shared(VECTORS[layout](draw, length), borrow=True)
    before = y.get_value()
    function = theano.function([A, x], updates=[(y, y - 0.5 * T.dot(A, x))])
    assert Gemv in operations(function)
    matrix, vector = numbers.randn(length, 2), numbers.randn(2)
    function(matrix, vector)
    np.testing.assert_allclose(y.get_value(), before - 0.5 * (matrix @ vector), 1e-12)


def test_an_outer_product_is_a_multiplication():
    x, y = T.dvectors("x", "y")
    function = theano.function([x, y], T.outer(x, y))
    assert operations(function).count(T.Elemwise) == 1
    assert not any(issubclass(operation, T.blas.Ger) for operation in operations(function))
    for length, layout in product([0, 1, 4], VECTORS.values()):
        one, other = layout(draw, length), layout(draw, 3)
        np.testing.assert_array_equal(function(one, other), np.outer(one, other))


def test_other_products_stay_what_they_were():
    A, B = T.dmatrices("A", "B")
    assert T.blas.Dot22 in operations(theano.function([A, B], T.dot(A, B)))
    z, w = T.zmatrix(), T.zvector()
    assert Gemv not in operations(theano.function([z, w], T.dot(z, w)))  # complex numbers


def test_a_flag_switches_it_off():
    A, x, y = T.dmatrix(), T.dvector(), T.dvector()
    mode = theano.compile.get_default_mode().excluding("c_products")
    function = theano.function([A, x, y], [T.dot(A, x), T.outer(x, y)], mode=mode)
    assert T.blas.Gemv in operations(function)
    assert any(issubclass(operation, T.blas.Ger) for operation in operations(function))
