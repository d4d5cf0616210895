"""Step 14: the neuron that computes AND keeps its weights itself."""

import theano_walkthrough  # prepares Theano

import numpy as np
import theano
import theano.tensor as T
from theano.ifelse import ifelse

x = T.vector("x")
w = theano.shared(np.array([1.0, 1.0]), name="w")
b = theano.shared(-1.5, name="b")

z = T.dot(x, w) + b
a = ifelse(T.lt(z, 0), 0, 1)
neuron = theano.function([x], a)

for x1, x2 in [(0, 0), (0, 1), (1, 0), (1, 1)]:
    output = neuron([x1, x2])
    print(f"The output for x1={x1} | x2={x2} is {output}")
