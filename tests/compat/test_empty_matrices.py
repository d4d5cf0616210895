"""Products of matrices, some without rows or columns, are NumPy's."""

import numpy as np
import pytest
import theano
import theano.tensor as T


@pytest.mark.parametrize(
    ("rows", "inner", "columns"), [(0, 3, 2), (2, 0, 3), (2, 3, 0), (0, 0, 0), (2, 1, 3), (4, 3, 2)]
)
def test_a_product_is_added(rows, inner, columns):
    z, x, y = T.dmatrices("z", "x", "y")
    add = theano.function([z, x, y], 2 * z + 3 * T.dot(x, y))
    c, a, b = map(np.ones, [(rows, columns), (rows, inner), (inner, columns)])
    np.testing.assert_array_equal(add(c, a, b), 2 * c + 3 * a @ b)
