"""Products of batches of matrices are NumPy's, with and without a compiler."""

import numpy as np
import pytest
import theano
import theano.tensor as T

X = np.arange(12.0).reshape(2, 2, 3)
Y = np.arange(12.0).reshape(2, 3, 2)


def test_product_and_gradients():
    x, y = T.dtensor3s("x", "y")
    product = T.batched_dot(x, y)
    gradients = T.grad((product**2).sum(), [x, y])
    got, dx, dy = theano.function([x, y], [product, *gradients])(X, Y)
    np.testing.assert_array_equal(got, X @ Y)
    np.testing.assert_array_equal(dx, 2 * (X @ Y) @ Y.swapaxes(1, 2))
    np.testing.assert_array_equal(dy, 2 * X.swapaxes(1, 2) @ (X @ Y))


def test_sum_over_chosen_axes():
    x, y = T.dtensor3s("x", "y")
    product = theano.function([x, y], T.batched_tensordot(x, y, [[1], [2]]))(X, Y)
    np.testing.assert_array_equal(product, np.einsum("bij,bki->bjk", X, Y))


@pytest.mark.needs_compiler
def test_with_a_blas_library_it_is_compiled():
    x, y = T.dtensor3s("x", "y")
    node = T.batched_dot(x, y).owner
    with theano.config.change_flags(blas__ldflags="-lopenblas"):
        code = node.op.c_code(node, "name", ["x", "y"], ["z"], {"fail": "", "params": ""})
    assert "dgemm_" in code
