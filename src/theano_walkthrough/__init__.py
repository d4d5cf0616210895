"""A walk through Theano, from two symbols to a network that solves XNOR.

Importing this package makes ``import theano`` work; see `theano_walkthrough.compat.prepare`.
"""

from theano_walkthrough.compat.prepare import prepare_theano
from theano_walkthrough.compat.speedups import speedups_are_on, use_speedups

__all__ = ["speedups_are_on", "use_speedups"]

prepare_theano()
