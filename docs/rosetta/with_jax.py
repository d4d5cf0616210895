"""Each idea of the walkthrough, in JAX."""

# imports
import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)
# end
import xnor


# symbol
# No symbols: a function's arguments
def product(a, b):
    return a * b
# end


# function
f = jax.jit(product)
# end
assert f(1.5, 3) == 4.5


# outputs
@jax.jit
def powers(a):
    return a**2, a**3
# end
assert powers(3.0) == (9, 27)

# gradient
slope = jax.jit(jax.grad(lambda a: a**3))
# end
assert slope(4.0) == 48


# shared
# State goes in and comes out.
@jax.jit
def add(sh, x):
    return sh**2, sh + x


sh = 0
seen = []
for x in (1, 2, 3):
    result, sh = add(sh, x)
    seen.append(int(result))
# end
assert seen == [0, 1, 9]
assert sh == 6

# choice
sign = jax.jit(lambda z: jnp.where(z < 0, 0, 1))
step = jax.jit(lambda a: jax.lax.cond(a < 0, lambda: 0, lambda: 1))
# end
assert sign(jnp.array([-1, 0, 1])).tolist() == [0, 1, 1]
assert (step(-1.0), step(0.0)) == (0, 1)

# types
half = jnp.array(0.5, dtype="float32")
default = jnp.array(0.5).dtype
# end
assert half.dtype == "float32"
assert default == "float64"

# broadcasting
m = jnp.array([[1, 2], [3, 4]])
col = jnp.array([[10], [20]])
shift = m + col
# end
assert shift.tolist() == [[11, 12], [23, 24]]

# look
text = str(jax.make_jaxpr(product)(1.5, 3.0))
# end
assert "mul a b" in text


# network
def forward(p, x):
    a1 = jax.nn.sigmoid(x @ p["w1"] + p["b1"])
    a2 = jax.nn.sigmoid(x @ p["w2"] + p["b1"])
    return jax.nn.sigmoid(jnp.stack([a1, a2], axis=1) @ p["w3"] + p["b2"])


def cost(p, x, a_hat):
    a3 = forward(p, x)
    return -(a_hat * jnp.log(a3) + (1 - a_hat) * jnp.log(1 - a3)).sum(), a3


@jax.jit
def step(p, x, a_hat):
    derive = jax.value_and_grad(cost, has_aux=True)
    (value, a3), slopes = derive(p, x, a_hat)
    p = jax.tree.map(lambda s, g: s - xnor.LEARNING_RATE * g, p, slopes)
    return p, a3, value


p = {name: jnp.array(value) for name, value in xnor.START.items()}
x, a_hat = jnp.array(xnor.INPUTS), jnp.array(xnor.TARGETS)
costs = []
for _ in range(xnor.ITERATIONS):
    p, outputs, value = step(p, x, a_hat)
    costs.append(value)
# end
xnor.check(costs, outputs)
