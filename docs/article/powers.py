"""Step 9: a function with several answers."""

import theano_walkthrough  # prepares Theano

import theano
import theano.tensor as T

a = T.dscalar("a")
powers = theano.function([a], [a**2, a**3])

print(powers(3))
