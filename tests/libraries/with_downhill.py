"""Downhill's steps end where NumPy's least squares say."""

import collections
import collections.abc
import contextlib

import theano_walkthrough.compat.theano_1_0

import numpy as np
import theano
import theano.tensor as T

collections.Callable = collections.abc.Callable  # type: ignore[attr-defined]  # of Python 2
import downhill

rng = np.random.RandomState(0)
INPUTS = rng.normal(size=(50, 3))
TARGETS = INPUTS @ [1.0, -2.0, 0.5] + rng.normal(size=50)

x, target = T.dmatrix("x"), T.dvector("target")
w = theano.shared(np.zeros(3), "w")
with contextlib.redirect_stdout(None):  # a line for each step
    downhill.minimize(
        loss=T.mean((T.dot(x, w) - target) ** 2),
        train=[INPUTS, TARGETS],
        params=[w],
        inputs=[x, target],
        algo="sgd",
        learning_rate=0.1,
        max_updates=1000,
        min_improvement=0,
        patience=20,
        batch_size=50,
    )
assert np.allclose(w.get_value(), np.linalg.lstsq(INPUTS, TARGETS, rcond=None)[0], atol=1e-6)
