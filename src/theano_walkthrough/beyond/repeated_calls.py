"""Call a compiled function many times without returning to Python in between."""

from theano_walkthrough import validation


def repeat(step, times):
    """Call a step without arguments many times, in one C loop where there is one.

    Parameters
    ----------
    step : theano function
        Takes nothing.
    times : int
        How often to call it.

    Raises
    ------
    TypeError
        If times isn't a whole number.
    ValueError
        If times is below 1, or the step takes something.

    Examples
    --------
    >>> count = theano.shared(0)
    >>> repeat(theano.function([], updates={count: count + 1}), 1000)
    >>> int(count.get_value())
    1000

    Notes
    -----
    Where Theano runs without its C code, the loop is Python's.
    """
    times = validation.whole_number("times", times, least=1)
    if len(step.maker.inputs) > len(step.get_shared()):
        raise ValueError("step must take nothing: keep its data in shared variables")
    if getattr(step.fn, "need_update_inputs", True):  # this linker leaves updates to Python
        for _ in range(times):
            step()
        return
    chunk = 1_000  # Python handles Ctrl-C only between chunks
    for done in range(0, times, chunk):
        step.fn(n_calls=min(chunk, times - done))
