"""What Theano itself is set to."""


def seconds_for_the_lock() -> int:
    """Return how long Theano waits for a folder that another process compiles into."""
    import theano_walkthrough  # noqa: F401

    import theano

    return int(theano.config.compile__timeout)


def bits_of_a_float() -> int:
    """Return how many bits a floating-point number of Theano has."""
    import theano_walkthrough  # noqa: F401

    import numpy as np
    import theano

    return 8 * int(np.dtype(theano.config.floatX).itemsize)
