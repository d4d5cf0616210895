"""What programs for Theano 1.0 wrote, beside what NumPy says; a function is a program.

test_help.py runs each as it is, and with what the help page says to write instead.
"""

from typing import Any

import numpy as np
import theano
import theano.tensor as T

IMAGE = np.arange(25.0).reshape(1, 1, 5, 5)
CHANCES = np.array([[0.2, 0.3, 0.5]] * 500)


def drawn(streams):
    """Draw as dropout, noise and samplers did."""
    numpy_random = np.random.RandomState(7)
    x = T.dmatrix("x")
    keep = streams.binomial(n=1, p=0.3, size=x.shape, dtype="float32")
    uniform, normal = streams.uniform((200, 30)), streams.normal((200, 30))
    chosen = streams.multinomial(pvals=CHANCES)
    draw = theano.function(
        [x],
        [
            uniform,
            streams.uniform(size=(200, 30), low=-2.0, high=3.0, dtype="float32"),
            streams.uniform(x.shape),
            normal,
            streams.normal(size=(199, 31), avg=5.0, std=0.1, dtype="float32"),
            keep,
            streams.binomial((200, 30), 1, 0.8),
            chosen,
            T.argmax(chosen, axis=1),
            uniform + uniform - 2 * uniform,
        ],
    )
    frozen = theano.function([], normal, no_default_updates=True)
    got = [*draw(np.ones((100, 40))), frozen() - frozen()]
    expected = [
        numpy_random.uniform(size=(200, 30)),
        numpy_random.uniform(-2, 3, (200, 30)).astype("float32"),
        numpy_random.uniform(size=(100, 40)),
        numpy_random.normal(size=(200, 30)),
        numpy_random.normal(5, 0.1, (199, 31)).astype("float32"),
        numpy_random.binomial(1, 0.3, (100, 40)).astype("float32"),
        numpy_random.binomial(1, 0.8, (200, 30)),
        numpy_random.multinomial(1, CHANCES[0], len(CHANCES)),
        numpy_random.choice(3, len(CHANCES), p=CHANCES[0]),
        np.zeros((200, 30)),
        np.zeros((200, 30)),
    ]
    return got, expected


def streams_of_tensor():
    from theano.tensor.shared_randomstreams import RandomStreams

    return drawn(RandomStreams(seed=234))


def mrg_streams():
    from theano.sandbox.rng_mrg import MRG_RandomStreams

    return drawn(MRG_RandomStreams(seed=234))


def mrg_streams_by_attribute():
    import theano.sandbox.rng_mrg

    return drawn(theano.sandbox.rng_mrg.MRG_RandomStreams())


def pooling_module():
    from theano.tensor.signal import downsample

    images = T.dtensor4("images")
    pooled = [downsample.max_pool_2d(images, (2, 2), ignore_border=b) for b in (True, False)]
    return theano.function([images], pooled)(IMAGE), [
        np.array([[[[6.0, 8], [16, 18]]]]),
        np.array([[[[6.0, 8, 9], [16, 18, 19], [21, 23, 24]]]]),
    ]


def pooling_function():
    from theano.tensor.signal.downsample import max_pool_2d

    images = T.dtensor4("images")
    pooled = max_pool_2d(images, ds=(2, 2), ignore_border=True, st=(1, 1))
    return [theano.function([images], pooled)(IMAGE)], [IMAGE[:, :, 1:, 1:]]


def doubled(op: Any, apply: Any):
    """Define an operation as Theano's documentation did, and take its gradient."""

    class Double(op):
        __props__ = ()

        def make_node(self, x):
            x = T.as_tensor_variable(x)
            return apply(self, [x], [x.type()])

        def perform(self, node, inputs, output_storage):
            output_storage[0][0] = inputs[0] * 2

        def grad(self, inputs, output_grads):
            return [output_grads[0] * 2]

    x = T.dvector("x")
    double = Double()(x)
    got = theano.function([x], [double, T.grad((double**2).sum(), x)])([1, 3])
    return got, [np.array([2.0, 6.0]), np.array([8.0, 24.0])]


def gof():
    from theano import gof

    assert isinstance(T.dvector(), gof.Variable)
    assert isinstance(T.dvector().type, gof.Type)
    return doubled(gof.Op, gof.Apply)


def op_of_gof():
    from theano.gof import Op

    return doubled(Op, theano.Apply)


def op():
    return doubled(theano.Op, theano.Apply)


def flat():
    x = T.dtensor3("x")
    values = np.arange(12.0).reshape(2, 3, 2)
    return [theano.function([x], T.flatten(x, outdim=2))(values)], [values.reshape(2, 6)]


def doublings(until):
    """Double up to a limit, as Theano's documentation did."""
    limit = T.dscalar("limit")
    powers, _ = theano.scan(
        lambda power, limit: (power * 2, until(power * 2 > limit)),
        outputs_info=T.constant(1.0, dtype="float64"),
        non_sequences=limit,
        n_steps=100,
    )
    return [theano.function([limit], powers)(45)], [np.array([2.0, 4, 8, 16, 32, 64])]


def until():
    from theano.scan_module import until

    return doublings(until)


def graphics_card():
    from theano.sandbox import cuda

    cuda.use("gpu0")
    x = T.dvector("x")
    return [theano.function([x], x * 2)([1, 2])], [np.array([2.0, 4.0])]
