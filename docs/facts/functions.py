"""What functions do unless told otherwise."""

import inspect
from collections.abc import Callable
from typing import Any


def default(function: Callable[..., Any], parameter: str) -> Any:
    """Return the value that a parameter has if nobody gives one."""
    return inspect.signature(function).parameters[parameter].default


def network_step(speedups: bool) -> tuple[int, int]:
    """Return how many operations the network's step has, and how many of them work in place."""
    from theano_walkthrough import use_speedups
    from theano_walkthrough.beyond.graph_inspection import compiled_graph, count_operations
    from theano_walkthrough.network import network_training_step, start_network

    with use_speedups(speedups):
        count = count_operations(compiled_graph(network_training_step(start_network(seed=0))))
    return count.operations, count.in_place


def numpy_dot(x: list[float], w: list[float]) -> Any:
    """Return what NumPy's dot product of symbols comes to for these numbers."""
    import theano_walkthrough  # noqa: F401

    import numpy as np
    import theano
    import theano.tensor as T

    symbols = T.dvectors("x", "w")
    return theano.function(symbols, np.dot(*symbols))(x, w)
