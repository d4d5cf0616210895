"""The program of the page "Bring an old program back" in NumPy, with its gradients by hand."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Array = NDArray[np.float64]


def train(keep: float) -> Array:
    """Return the cost and the accuracy after each epoch.

    Dropout's noise is what Theano drew in 2016: each draw had a generator of NumPy of its own,
    with a seed drawn by the stream's, and testing drew from the same one as training.
    """
    rng = np.random.RandomState(1000)
    seeds = np.random.RandomState(rng.randint(2**30))
    noise = np.random.RandomState(seeds.randint(2**30))
    images, labels = draw(rng, 200)
    new_images, new_labels = draw(rng, 100)
    filters, w, b = (rng.normal(0, 0.5, shape) for shape in ((4, 3, 3), 16, ()))

    def forward(images: Array, keep: float) -> tuple[Array, ...]:
        patches = sliding_window_view(images, (1, 3, 3))[:, :, :, 0]
        maps = np.einsum("nijab,fab->nfij", patches, filters[:, ::-1, ::-1]).clip(min=0)
        quarters = maps.reshape(-1, 4, 2, 2, 2, 2)
        largest = quarters.max(axis=(3, 5), keepdims=True)
        mask = noise.binomial(1, keep, (len(images), 16)) / keep
        sums = largest.reshape(-1, 16) * mask @ w + b
        return patches, quarters, largest, mask, sums

    results = []
    for _epoch in range(10):
        for start in range(0, 200, 20):
            batch = slice(start, start + 20)
            patches, quarters, largest, mask, sums = forward(images[batch], keep)
            slopes = (1 / (1 + np.exp(-sums)) - labels[batch]) / 20
            to_largest = (slopes[:, np.newaxis] * w * mask).reshape(largest.shape)
            to_maps = to_largest * (quarters == largest) * (quarters > 0)
            to_filters = np.einsum("nfij,nijab->fab", to_maps.reshape(-1, 4, 4, 4), patches)
            w -= 0.5 * (slopes @ (largest.reshape(-1, 16) * mask))
            b -= 0.5 * slopes.sum()
            filters -= 0.5 * to_filters[:, ::-1, ::-1]
        *_, sums = forward(new_images, 1)
        costs = np.logaddexp(0, np.where(new_labels, -sums, sums))
        results.append((costs.mean(), ((sums > 0) == new_labels).mean()))
    return np.array(results)


def draw(rng: np.random.RandomState, count: int) -> tuple[Array, NDArray[np.int64]]:
    """Return pictures, and which of them show a vertical bar."""
    labels = rng.randint(2, size=count)
    images = rng.uniform(0, 0.4, (count, 6, 6))
    for image, is_vertical in zip(images, labels, strict=True):
        place = rng.randint(6)
        bar = image[:, place] if is_vertical else image[place]
        bar += 0.6
    return images, labels
