"""Each idea of the walkthrough, in PyTensor."""

# imports
import pytensor
import pytensor.tensor as pt
from pytensor.ifelse import ifelse
# end
import numpy as np
import xnor

# symbol
a = pt.dscalar("a")
b = pt.dscalar("b")
# end

# function
c = a * b
f = pytensor.function([a, b], c)
# end
assert f(1.5, 3) == 4.5

# outputs
powers = pytensor.function([a], [a**2, a**3])
# end
assert powers(3) == [9, 27]

# gradient
slope = pytensor.function([a], pt.grad(a**3, a))
# end
assert slope(4) == 48

# shared
x = pt.iscalar("x")
sh = pytensor.shared(0, name="sh")
add = pytensor.function([x], sh**2, updates=[(sh, sh + x)])
# end
assert [int(add(n)) for n in (1, 2, 3)] == [0, 1, 9]
assert sh.get_value() == 6

# choice
z = pt.dvector("z")
sign = pytensor.function([z], pt.switch(pt.lt(z, 0), 0, 1))
step = pytensor.function([a], ifelse(pt.lt(a, 0), 0, 1))
# end
assert sign([-1, 0, 1]).tolist() == [0, 1, 1]
assert (step(-1), step(0)) == (0, 1)

# types
half = pt.scalar("half", dtype="float32")
default = pytensor.config.floatX
# end
assert half.dtype == "float32"
assert default == "float64"

# broadcasting
m = pt.dmatrix("m")
col = pt.tensor("col", dtype="float64", shape=(None, 1))
shift = pytensor.function([m, col], m + col)
# end
assert col.type.broadcastable == (False, True)
assert shift([[1, 2], [3, 4]], [[10], [20]]).tolist() == [[11, 12], [23, 24]]

# look
text = pytensor.pp(c)
pytensor.dprint(c, file="str")
# end
assert text == "(a * b)"

# network
x = pt.matrix("x")
a_hat = pt.vector("a_hat")
p = {name: pytensor.shared(np.array(value)) for name, value in xnor.START.items()}

a1 = pt.sigmoid(pt.dot(x, p["w1"]) + p["b1"])
a2 = pt.sigmoid(pt.dot(x, p["w2"]) + p["b1"])
a3 = pt.sigmoid(pt.dot(pt.stack([a1, a2], axis=1), p["w3"]) + p["b2"])
cost = -(a_hat * pt.log(a3) + (1 - a_hat) * pt.log(1 - a3)).sum()

step = pytensor.function(
    [x, a_hat],
    [a3, cost],
    updates=[(s, s - xnor.LEARNING_RATE * pt.grad(cost, s)) for s in p.values()],
)

costs = []
for _ in range(xnor.ITERATIONS):
    outputs, value = step(xnor.INPUTS, xnor.TARGETS)
    costs.append(value)
# end
xnor.check(costs, outputs)
