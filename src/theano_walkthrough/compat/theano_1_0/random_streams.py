"""Streams of random numbers as `theano.tensor.shared_randomstreams` had them.

They take the arguments that they took in Theano 1.0, and draw the same numbers from the same seed.
"""

import functools
from collections.abc import Callable
from typing import Any

from theano_walkthrough.compat.theano_1_0 import random_functions

import numpy as np
from theano.compile.sharedvalue import shared
from theano.tensor import permute_row_elements

__all__ = ["RandomStreams", "RandomStreamsBase"]
SEEDS = 2**30


def _drawing(draw: Callable[..., Any]) -> Callable[..., Any]:
    """Return the method that draws with a function, whose first argument is a random state."""

    @functools.wraps(draw)
    def method(self: Any, *values: Any, **named: Any) -> Any:
        return self.gen(draw, *values, **named)

    return method


class RandomStreamsBase:
    """What a stream can draw; what draws is `gen` of the class that is made from it."""

    gen: Any

    binomial = _drawing(random_functions.binomial)
    uniform = _drawing(random_functions.uniform)
    normal = _drawing(random_functions.normal)
    random_integers = _drawing(random_functions.random_integers)
    choice = _drawing(random_functions.choice)
    poisson = _drawing(random_functions.poisson)
    permutation = _drawing(random_functions.permutation)
    multinomial = _drawing(random_functions.multinomial)

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
