"""JAX: a compiled step, called from Python."""

from jax_step import EXAMPLES, START, step
from serve import ITERATIONS, serve


def prepare():
    step(START, *EXAMPLES)  # compiles it

    def train():
        p = START
        for _ in range(ITERATIONS):
            p, cost = step(p, *EXAMPLES)
        return float(cost)

    return train


serve(prepare)
