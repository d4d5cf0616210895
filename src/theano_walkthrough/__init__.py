"""Neural networks with Theano, step by step.

Import this package before Theano: it makes Theano work on the Python and NumPy of today.

>>> import theano_walkthrough
>>> import theano
"""

from theano_walkthrough import runtime as _runtime

_runtime.prepare()
