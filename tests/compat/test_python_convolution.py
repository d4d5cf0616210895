"""Convolution in Python, against sums of products in NumPy."""

from typing import Any

import numpy as np
import pytest
import theano
import theano.tensor as T
from numpy.lib.stride_tricks import sliding_window_view
from theano.tensor.signal.conv import conv2d as signal_conv2d

from tests.processes import answer, own_flags

RANDOM = np.random.default_rng(0)
IMAGES = {4: RANDOM.normal(size=(2, 2, 5, 6)), 5: RANDOM.normal(size=(1, 2, 4, 3, 4))}
KERNELS = {4: RANDOM.normal(size=(3, 2, 3, 2)), 5: RANDOM.normal(size=(2, 2, 2, 3, 2))}
CASES: list[Any] = [  # axes of the images, border, steps, distance of the kernel's entries, turned
    (4, "valid", (1, 1), (1, 1), True),
    (4, "full", (1, 1), (1, 1), True),
    (4, "half", (2, 1), (1, 1), False),
    (4, (1, 2), (2, 3), (1, 2), True),
    (5, "valid", (1, 1, 1), (1, 1, 1), True),
    (5, (1, 0, 1), (2, 1, 1), (1, 1, 2), False),
]


def convolution(images, kernels, border, steps, distances, turned):
    """Add up the products of each window and each kernel."""
    axes: Any = range(2, images.ndim)
    lengths = [(kernels.shape[axis] - 1) * distances[axis - 2] + 1 for axis in axes]
    margins = {
        "valid": [0] * len(axes),
        "full": [length - 1 for length in lengths],
        "half": [length // 2 for length in lengths],
    }.get(border, border)
    images = np.pad(images, [(0, 0), (0, 0), *((margin, margin) for margin in margins)])
    windows = sliding_window_view(images, lengths, axes)
    every = [slice(None, None, step) for step in (*steps, *distances)]
    windows = windows[:, :, *every]
    if turned:
        kernels = np.flip(kernels, axes)
    last = range(windows.ndim - len(axes), windows.ndim)
    return np.moveaxis(np.tensordot(windows, kernels, ([1, *last], [1, *axes])), -1, 1)


def gradient(function, at, weights):
    """Return the gradient of a weighted sum of a linear function, one entry at a time."""
    entries = np.eye(at.size).reshape(at.size, *at.shape)
    return np.reshape([(function(entry) * weights).sum() for entry in entries], at.shape)


def check(axes, border, steps, distances, turned, mode):
    """Compare a convolution and both its gradients with NumPy."""
    image_values, kernel_values = IMAGES[axes], KERNELS[axes]
    options = border, steps, distances, turned
    expected = convolution(image_values, kernel_values, *options)
    weights = RANDOM.normal(size=expected.shape)
    images, kernels = (T.TensorType("float64", [False] * axes)() for _ in range(2))
    convolve = {4: T.nnet.conv2d, 5: T.nnet.conv3d}[axes]
    result = convolve(
        images,
        kernels,
        border_mode=border,
        subsample=steps,
        filter_dilation=distances,
        filter_flip=turned,
    )
    gradients = T.grad((result * weights).sum(), [images, kernels])
    f = theano.function([images, kernels], [result, *gradients], mode=mode)
    got, of_images, of_kernels = f(image_values, kernel_values)
    np.testing.assert_allclose(got, expected, atol=1e-12)
    slopes = gradient(lambda x: convolution(x, kernel_values, *options), image_values, weights)
    np.testing.assert_allclose(of_images, slopes, atol=1e-12)
    slopes = gradient(lambda k: convolution(image_values, k, *options), kernel_values, weights)
    np.testing.assert_allclose(of_kernels, slopes, atol=1e-12)


@pytest.mark.parametrize(("axes", "border", "steps", "distances", "turned"), CASES)
@pytest.mark.parametrize("mode", ["FAST_COMPILE", theano.Mode("py")])
def test_in_modes_that_compile_nothing(axes, border, steps, distances, turned, mode):
    check(axes, border, steps, distances, turned, mode)


def test_without_a_compiler():
    code = (
        "import theano_walkthrough\n"
        "from tests.compat.test_python_convolution import CASES, check\n"
        "for case in CASES:\n    check(*case, None)\n    print(case)"
    )
    said = answer("-W", "error", "-c", code, THEANO_FLAGS=f"{own_flags()},cxx=")
    assert said.splitlines() == [str(case) for case in CASES]


def test_convolution_of_signals():
    image, kernel = T.dmatrices("image", "kernel")
    f = theano.function([image, kernel], signal_conv2d(image, kernel), mode="FAST_COMPILE")
    got = f(IMAGES[4][0, 0], KERNELS[4][0, 0])
    expected = convolution(IMAGES[4][:1, :1], KERNELS[4][:1, :1], "valid", (1, 1), (1, 1), True)
    np.testing.assert_allclose(got, expected[0, 0], atol=1e-12)


def test_signal_processing_is_imported_when_it_is_used():
    code = """
import sys, theano_walkthrough, theano, theano.tensor as T
x, k = T.dtensor4s("x", "k")
f = theano.function([x, k], T.nnet.conv2d(x, k), mode="FAST_COMPILE")
print("scipy.signal" in sys.modules)
f([[[[1, 2]]]], [[[[3]]]])
print("scipy.signal" in sys.modules)
"""
    assert answer("-c", code) == "False\nTrue\n"
