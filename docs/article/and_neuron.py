"""Steps 12 and 13: a neuron that computes AND with the weights that it's given."""

import theano_walkthrough  # prepares Theano

import theano
import theano.tensor as T
from theano.ifelse import ifelse

x = T.vector("x")
w = T.vector("w")
b = T.scalar("b")

z = T.dot(x, w) + b
a = ifelse(T.lt(z, 0), 0, 1)
neuron = theano.function([x, w, b], a)

weights = [1, 1]
bias = -1.5
for x1, x2 in [(0, 0), (0, 1), (1, 0), (1, 1)]:
    output = neuron([x1, x2], weights, bias)
    print(f"The output for x1={x1} | x2={x2} is {output}")
