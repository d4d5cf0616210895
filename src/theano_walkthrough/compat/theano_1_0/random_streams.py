"""Streams of random numbers as `theano.tensor.shared_randomstreams` had them.

They take the arguments that they took in Theano 1.0, and draw the same numbers from the same seed.
"""

from typing import Any

from theano_walkthrough.compat.theano_1_0 import random_functions

import numpy as np
from theano.compile.sharedvalue import shared
from theano.tensor import permute_row_elements

__all__ = ["RandomStreams", "RandomStreamsBase"]
SEEDS = 2**30


class RandomStreamsBase:
    """What a stream can draw; what draws is `gen` of the class that is made from it."""

    gen: Any

    def binomial(
        self,
        size: Any = None,
        n: Any = 1,
        p: Any = 0.5,
        ndim: int | None = None,
        dtype: str = "int64",
        prob: Any = None,
    ) -> Any:
        """Count the successes of ``n`` trials."""
        p = p if prob is None else prob
        return self.gen(random_functions.binomial, size, n, p, ndim=ndim, dtype=dtype)

    def uniform(
        self,
        size: Any = None,
        low: Any = 0.0,
        high: Any = 1.0,
        ndim: int | None = None,
        dtype: str | None = None,
    ) -> Any:
        """Draw from all numbers between two."""
        return self.gen(random_functions.uniform, size, low, high, ndim=ndim, dtype=dtype)

    def normal(
        self,
        size: Any = None,
        avg: Any = 0.0,
        std: Any = 1.0,
        ndim: int | None = None,
        dtype: str | None = None,
    ) -> Any:
        """Draw from a normal distribution."""
        return self.gen(random_functions.normal, size, avg, std, ndim=ndim, dtype=dtype)

    def random_integers(
        self,
        size: Any = None,
        low: Any = 0,
        high: Any = 1,
        ndim: int | None = None,
        dtype: str = "int64",
    ) -> Any:
        """Draw whole numbers from one to another, both included."""
        return self.gen(random_functions.random_integers, size, low, high, ndim=ndim, dtype=dtype)

    def choice(
        self,
        size: Any = None,
        a: Any = 2,
        replace: Any = True,
        p: Any = None,
        ndim: int | None = None,
        dtype: str = "int64",
    ) -> Any:
        """Draw from a vector, or from the whole numbers below one."""
        return self.gen(random_functions.choice, size, a, replace, p, ndim=ndim, dtype=dtype)

    def poisson(
        self, size: Any = None, lam: Any = 1.0, ndim: int | None = None, dtype: str = "int64"
    ) -> Any:
        """Draw from a Poisson distribution."""
        return self.gen(random_functions.poisson, size, lam, ndim=ndim, dtype=dtype)

    def permutation(
        self, size: Any = None, n: Any = 1, ndim: int | None = None, dtype: str = "int64"
    ) -> Any:
        """Draw orders of the whole numbers below ``n``."""
        return self.gen(random_functions.permutation, size, n, ndim=ndim, dtype=dtype)

    def multinomial(
        self,
        size: Any = None,
        n: Any = 1,
        pvals: Any = (0.5, 0.5),
        ndim: int | None = None,
        dtype: str = "int64",
    ) -> Any:
        """Count how often each of some outcomes comes in ``n`` trials."""
        return self.gen(random_functions.multinomial, size, n, pvals, ndim=ndim, dtype=dtype)

    def shuffle_row_elements(self, input: Any) -> Any:
        """Return a tensor with the elements of each row, its last axis, in another order."""
        order = self.permutation(input.shape[:-1], input.shape[-1], ndim=input.ndim - 1)
        shuffled = permute_row_elements(input, order)
        shuffled.permutation = order
        return shuffled


class RandomStreams(RandomStreamsBase):
    """Draw random numbers; each call makes a stream of its own from the seed."""

    def __init__(self, seed: int | None = None) -> None:
        self.state_updates: list[tuple[Any, Any]] = []
        self.default_instance_seed = seed
        self.gen_seedgen = np.random.RandomState(seed)

    def updates(self) -> list[tuple[Any, Any]]:
        """Return pairs of each stream's state before and after a draw."""
        return list(self.state_updates)

    def seed(self, seed: int | None = None) -> None:
        """Have all streams begin anew, with another seed or the same."""
        seeds = np.random.RandomState(self.default_instance_seed if seed is None else seed)
        for state, _ in self.state_updates:
            state.set_value(np.random.RandomState(int(seeds.randint(SEEDS))), borrow=True)

    def __getitem__(self, item: Any) -> Any:
        """Return a stream's state."""
        return item.get_value(borrow=True)

    def __setitem__(self, item: Any, val: Any) -> None:
        """Set a stream's state."""
        item.set_value(val, borrow=True)

    def gen(self, op: Any, *args: Any, **kwargs: Any) -> Any:
        """Make a stream that draws with one of the functions of `raw_random`."""
        state = shared(np.random.RandomState(int(self.gen_seedgen.randint(SEEDS))))
        state.tag.is_rng = True
        after, drawn = op(state, *args, **kwargs)
        drawn.rng, drawn.update = state, (state, after)
        state.default_update = after
        self.state_updates.append(drawn.update)
        return drawn
