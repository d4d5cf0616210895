"""Call a compiled function again and again, as fast as it goes."""

from theano_walkthrough import checks


def repeat(step, times):
    """Call a step that takes nothing many times, without Python in between if that can be.

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
    times = checks.whole_number("times", times, least=1)
    if len(step.maker.inputs) > len(step.get_shared()):
        raise ValueError("step must take nothing: keep its data in shared variables")
    if getattr(step.fn, "need_update_inputs", True):  # Python has to carry each update over
        for _ in range(times):
            step()
        return
    at_a_time = 1_000  # then Python looks whether somebody has pressed Ctrl-C
    for done in range(0, times, at_a_time):
        step.fn(n_calls=min(at_a_time, times - done))
