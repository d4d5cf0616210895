"""Steps 10 and 11: the slope of the cube, and its formula before and after compiling."""

import theano_walkthrough  # prepares Theano

import theano
import theano.tensor as T
from theano import pp

x = T.dscalar("x")
y = x**3
gradient = T.grad(y, x)
slope = theano.function([x], gradient)

print(slope(4))
print(pp(gradient))
print(pp(slope.maker.fgraph.outputs[0]))
