"""Steps 1 to 4: write a product of symbols, compile it, call it."""

import theano_walkthrough  # prepares Theano

import theano
import theano.tensor as T
from theano import pp

a = T.dscalar("a")
b = T.dscalar("b")
print(a.type)

c = a * b
print(pp(c))

multiply = theano.function([a, b], c)
print(multiply(1.5, 3))
