"""What Theano itself is set to."""


def seconds_for_the_lock() -> int:
    """Return how long Theano waits for a folder that another process compiles into."""
    import theano_walkthrough  # noqa: F401

    import theano

    return int(theano.config.compile__timeout)
