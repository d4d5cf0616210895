"""A walk through Theano, from two symbols to a network that solves XNOR.

Importing this package makes ``import theano`` work; see `theano_walkthrough.runtime`.
"""

from theano_walkthrough.runtime import prepare_theano

prepare_theano()
