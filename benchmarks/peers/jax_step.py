"""The training step in JAX."""

import jax
import jax.numpy as jnp
from serve import INPUTS, TARGETS
from serve import START as NUMBERS

jax.config.update("jax_enable_x64", True)

START = {
    "w1": jnp.array(NUMBERS[0:2]),
    "w2": jnp.array(NUMBERS[2:4]),
    "w3": jnp.array(NUMBERS[4:6]),
    "b1": jnp.array(NUMBERS[6]),
    "b2": jnp.array(NUMBERS[7]),
}
EXAMPLES = (jnp.array(INPUTS), jnp.array(TARGETS))


def cost(p, x, a_hat):
    a1 = jax.nn.sigmoid(x @ p["w1"] + p["b1"])
    a2 = jax.nn.sigmoid(x @ p["w2"] + p["b1"])
    a3 = jax.nn.sigmoid(jnp.stack([a1, a2], axis=1) @ p["w3"] + p["b2"])
    return -(a_hat * jnp.log(a3) + (1 - a_hat) * jnp.log(1 - a3)).sum()


@jax.jit
def step(p, x, a_hat):
    value, slopes = jax.value_and_grad(cost)(p, x, a_hat)
    return jax.tree.map(lambda s, g: s - 0.01 * g, p, slopes), value
