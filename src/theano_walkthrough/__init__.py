"""A walk through Theano, from two symbols to a network that solves XNOR.

Importing this package makes ``import theano`` work; see `theano_walkthrough.compat.prepare`.
"""

from theano_walkthrough.compat.prepare import prepare_theano

prepare_theano()
