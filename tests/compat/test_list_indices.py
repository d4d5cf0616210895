"""Pooling and the largest entries in Python, against NumPy."""

from typing import Any

import numpy as np
import pytest
import theano
import theano.tensor as T
from numpy.lib.stride_tricks import sliding_window_view
from theano.tensor.signal.pool import MaxPoolRop, pool_2d

IN_PYTHON = "FAST_COMPILE"
IMAGE = np.arange(16.0).reshape(1, 1, 4, 4)
IRREGULAR = np.random.default_rng(0).permutation(np.arange(180.0)).reshape(2, 3, 5, 6)
POOLS: dict[str, Any] = {
    "max": np.max,
    "sum": np.sum,
    "average_inc_pad": np.mean,
    "average_exc_pad": np.mean,
}
ROWS_AND_COLUMNS: Any = (2, 3)


def windows(image):
    """Return the windows of two rows and three columns, each beside the next, in pairs of axes."""
    return sliding_window_view(image, (2, 3), ROWS_AND_COLUMNS)[:, :, ::2, ::3]


def test_the_largest_of_four():
    x = T.dtensor4("x")
    pooled = theano.function([x], pool_2d(x, (2, 2), ignore_border=True), mode=IN_PYTHON)
    np.testing.assert_array_equal(pooled(IMAGE), [[[[5, 7], [13, 15]]]])


@pytest.mark.parametrize("name", POOLS)
def test_pools_and_their_gradients(name):
    x, weights = T.dtensor4s("x", "weights")
    pooled = pool_2d(x, (2, 3), ignore_border=True, mode=name)
    outputs = [pooled, T.grad((pooled * weights).sum(), x)]
    w = np.arange(24.0).reshape(2, 3, 2, 2)
    got, gradient = theano.function([x, weights], outputs, mode=IN_PYTHON)(IRREGULAR, w)
    expected = POOLS[name](windows(IRREGULAR), axis=(4, 5))
    np.testing.assert_allclose(got, expected, rtol=1e-12)
    share = {"max": windows(IRREGULAR) == expected[..., None, None], "sum": 1}.get(name, 1 / 6)
    slopes = np.zeros_like(IRREGULAR)
    for row, column in np.ndindex(2, 3):
        part = np.broadcast_to(share, windows(IRREGULAR).shape)[..., row, column]
        slopes[:, :, row:4:2, column::3] = part * w
    np.testing.assert_allclose(gradient, slopes, rtol=1e-12)


def test_windows_that_reach_over_the_border():
    x = T.dtensor4("x")
    pooled = pool_2d(x, (3, 3), ignore_border=True, stride=(1, 1), pad=(1, 1))
    got = theano.function([x], pooled, mode=IN_PYTHON)(-IMAGE)
    around = np.pad(-IMAGE, [(0, 0), (0, 0), (1, 1), (1, 1)], constant_values=-np.inf)
    expected = sliding_window_view(around, (3, 3), ROWS_AND_COLUMNS).max(axis=(4, 5))
    np.testing.assert_array_equal(got, expected)


def test_change_of_the_largest():
    x, change = T.dtensor4s("x", "change")
    moved = MaxPoolRop(ignore_border=True)(x, change, [2, 2], [2, 2], [0, 0])
    got = theano.function([x, change], moved, mode=IN_PYTHON)(IMAGE, 100 + IMAGE)
    np.testing.assert_array_equal(got, [[[[105, 107], [113, 115]]]])


@pytest.mark.parametrize("axis", [0, 1, -1])
@pytest.mark.parametrize("count", [2, -2])
def test_largest_and_smallest_entries(axis, count):
    x = T.dmatrix("x")
    matrix = IRREGULAR[0, 0]
    finders = T.topk_and_argtopk, T.topk, T.argtopk
    both, *single = (find(x, count, axis=axis, sorted=False) for find in finders)
    values, places, alone, places_alone = theano.function([x], [*both, *single])(matrix)
    ordered = np.sort(matrix, axis=axis)
    expected = np.take(ordered, (-2, -1) if count > 0 else (0, 1), axis=axis)
    for found in values, alone:
        np.testing.assert_array_equal(np.sort(found, axis=axis), expected)
    for found in places, places_alone:
        at = np.take_along_axis(matrix, found, axis=axis)
        np.testing.assert_array_equal(np.sort(at, axis=axis), expected)
