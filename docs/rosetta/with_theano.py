"""Each idea of the walkthrough, in Theano."""

import theano_walkthrough  # noqa: F401

# imports
import theano
import theano.tensor as T
from theano.ifelse import ifelse
# end
import numpy as np
import xnor

# symbol
a = T.dscalar("a")
b = T.dscalar("b")
# end

# function
c = a * b
f = theano.function([a, b], c)
# end
assert f(1.5, 3) == 4.5

# outputs
powers = theano.function([a], [a**2, a**3])
# end
assert powers(3) == [9, 27]

# gradient
slope = theano.function([a], T.grad(a**3, a))
# end
assert slope(4) == 48

# shared
x = T.iscalar("x")
sh = theano.shared(0, name="sh")
add = theano.function([x], sh**2, updates=[(sh, sh + x)])
# end
assert [int(add(n)) for n in (1, 2, 3)] == [0, 1, 9]
assert sh.get_value() == 6

# choice
z = T.dvector("z")
sign = theano.function([z], T.switch(T.lt(z, 0), 0, 1))
step = theano.function([a], ifelse(T.lt(a, 0), 0, 1))
# end
assert sign([-1, 0, 1]).tolist() == [0, 1, 1]
assert (step(-1), step(0)) == (0, 1)

# types
half = T.scalar("half", dtype="float32")
default = theano.config.floatX
# end
assert half.dtype == "float32"
assert default == "float64"

# broadcasting
m = T.dmatrix("m")
col = T.dcol("col")
shift = theano.function([m, col], m + col)
# end
assert col.broadcastable == (False, True)
assert shift([[1, 2], [3, 4]], [[10], [20]]).tolist() == [[11, 12], [23, 24]]

# look
text = theano.pp(c)
theano.printing.debugprint(c, file="str")
# end
assert text == "(a * b)"

# network
x = T.matrix("x")
a_hat = T.vector("a_hat")
p = {name: theano.shared(np.array(value)) for name, value in xnor.START.items()}

a1 = T.nnet.sigmoid(T.dot(x, p["w1"]) + p["b1"])
a2 = T.nnet.sigmoid(T.dot(x, p["w2"]) + p["b1"])
a3 = T.nnet.sigmoid(T.dot(T.stack([a1, a2], axis=1), p["w3"]) + p["b2"])
cost = T.nnet.binary_crossentropy(a3, a_hat).sum()

step = theano.function(
    [x, a_hat],
    [a3, cost],
    updates=[(s, s - xnor.LEARNING_RATE * T.grad(cost, s)) for s in p.values()],
)

costs = []
for _ in range(xnor.ITERATIONS):
    outputs, value = step(xnor.INPUTS, xnor.TARGETS)
    costs.append(value)
# end
xnor.check(costs, outputs)
