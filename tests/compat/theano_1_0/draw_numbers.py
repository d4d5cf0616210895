"""Draw random numbers as programs for Theano 1.0 did; print what describes them."""

import json
from typing import Any

import theano_walkthrough.compat.theano_1_0  # noqa: F401

import numpy as np
import theano
import theano.tensor as T
from theano.tensor import raw_random
from theano.tensor.shared_randomstreams import RandomStreams

SIZE = (100, 100)
x = T.matrix("x")
length = T.lvector("length")
ones, rows = np.ones((20, 30)), np.arange(24.0).reshape(4, 6)
streams = RandomStreams(seed=234)
draws = {
    "uniform": streams.uniform(SIZE),
    "uniform, all arguments": streams.uniform(size=SIZE, low=-2.0, high=3.0, dtype="float32"),
    "uniform, of a symbol's shape": streams.uniform(x.shape),
    "uniform, ndim": streams.uniform(length, ndim=2),
    "uniform, -1": streams.uniform((3, -1), low=np.zeros(5), high=1),
    "uniform, no size": streams.uniform(low=[0.0, 10.0], high=[1.0, 11.0]),
    "uniform, empty size": streams.uniform(()),
    "normal": streams.normal(SIZE),
    "normal, all arguments": streams.normal(size=SIZE, avg=5.0, std=0.1, dtype="float32"),
    "binomial": streams.binomial(SIZE, 1, 0.8),
    "binomial, all arguments": streams.binomial(size=SIZE, n=10, p=0.3, dtype="float32"),
    "binomial, prob": streams.binomial(SIZE, prob=0.9),
    "random_integers": streams.random_integers(SIZE, 3, 6),
    "random_integers, no arguments": streams.random_integers(SIZE, dtype="int8"),
    "choice": streams.choice(SIZE, a=4),
    "choice, of a vector": streams.choice(SIZE, a=[2, 5], p=[0.25, 0.75]),
    "choice, without replacement": streams.choice((5,), a=5, replace=False),
    "poisson": streams.poisson(SIZE, 3.0),
    "permutation": streams.permutation((50,), 7),
    "permutation, one": streams.permutation(n=6),
    "multinomial": streams.multinomial((5000,), 4, [0.2, 0.3, 0.5]),
    "multinomial, a row each": streams.multinomial(pvals=[[1.0, 0.0], [0.0, 1.0]], n=3),
    "shuffle_row_elements": streams.shuffle_row_elements(rows),
}
values = dict(
    zip(draws, theano.function([x, length], [*draws.values()])(ones, [4, 5]), strict=True)
)
answers: dict[str, Any] = {
    "kinds": {name: [str(value.dtype), list(value.shape)] for name, value in values.items()},
    "measured": {
        name: [float(m) for m in (value.mean(), value.var(), value.min(), value.max())]
        for name, value in values.items()
    },
    "columns": values["multinomial"].mean(axis=0).tolist(),
    "sums": np.unique(values["multinomial"].sum(axis=1)).tolist(),
    "sorted permutations": np.unique(np.sort(values["permutation"]), axis=0).tolist(),
    "permutations": len(np.unique(values["permutation"], axis=0)),
}
for name in ("choice, without replacement", "permutation, one", "multinomial, a row each"):
    answers[name] = values[name].tolist()
answers["shuffled"] = values["shuffle_row_elements"].tolist()

# A stream goes on, begins anew, and keeps to its seed.
streams = RandomStreams(7)
first, second = streams.uniform((2,)), streams.normal((2,))
draw = theano.function([], [first, second])
frozen = theano.function([], first, no_default_updates=True)
given = theano.function([], first, no_default_updates=True, updates=streams.updates())
series = [draw(), draw()]
streams.seed()
series.append(draw())
streams.seed(8)
series.append(draw())
streams[first.rng] = np.random.RandomState(3)
answers["series"] = [[value.tolist() for value in pair] for pair in series]
answers["frozen"] = [frozen().tolist(), frozen().tolist()]
answers["given"] = [given().tolist(), given().tolist()]
answers["updates"] = len(streams.updates()) == len(streams.state_updates) == 2
answers["rng"] = streams.state_updates[0][0] is first.rng
noise = theano.function([x], T.grad((x * streams.uniform(x.shape)).sum(), x))(ones)
answers["gradient"] = [list(noise.shape), bool(0 < noise.min() < noise.max() < 1)]
loop, updates = theano.scan(lambda: streams.uniform((2,)), n_steps=3)
answers["loop"] = len(np.unique(theano.function([], loop, updates=updates)()))

# The functions on their own take a state, and return the next.
state = raw_random.random_state_type()
after, drawn = raw_random.uniform(state, (2,), 0.0, 10.0)
twice = raw_random.random_integers(after, (2,), 0, 9)[1]
numpy_state = np.random.RandomState(5)
answers["raw"] = [v.tolist() for v in theano.function([state], [drawn, twice])(numpy_state)]
answers["state is left"] = bool(numpy_state.uniform(0, 10, 2).tolist() == answers["raw"][0])


def said(*arguments: Any, method: str = "uniform", **named: Any) -> list[str]:
    """Draw what can't be drawn, and return the error's class and message."""
    try:
        theano.function([], getattr(RandomStreams(1), method)(*arguments, **named))()
    except (TypeError, ValueError) as error:
        return [type(error).__name__, str(error).partition("\n")[0]]
    return ["nothing", ""]


answers["refused"] = [
    said(method="choice"),
    said((2, 2), ndim=3),
    said((2,), low=np.zeros((2, 2))),
    said((2.5,)),
    said(5),
    said((-1,)),
    said(n=3, ndim=2, method="permutation"),
    said((2,), 1, [0.7, 0.7], method="multinomial"),
]
print(json.dumps(answers))
