"""Call functions that were written for Theano 1.0 with the arguments that they expect."""

import functools
import inspect
from collections.abc import Callable
from typing import Any

Function = Callable[..., Any]


def without_graph(function: Function, arguments: int, position: int) -> Function:
    """Leave the function graph out, if a function is called with one and doesn't expect it.

    Parameters
    ----------
    function : callable
        What Theano will call, or a method.
    arguments : int
        With how many arguments Theano calls it today.
    position : int
        Which of them is the function graph.

    Returns
    -------
    callable
        The function itself, if it takes as many arguments.
    """
    if _takes(function, arguments) or not _takes(function, arguments - 1):
        return function

    @functools.wraps(function)
    def call(*values: Any, **named: Any) -> Any:
        if len(values) == arguments:
            values = values[:position] + values[position + 1 :]
        return function(*values, **named)

    return call


def without_unknown_keywords(function: Function) -> Function:
    """Leave out arguments with names that a function doesn't have.

    Parameters
    ----------
    function : callable
        What Theano will call, or a method.

    Returns
    -------
    callable
        The function itself, if it takes any name.
    """
    parameters = inspect.signature(function).parameters
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters.values()):
        return function

    @functools.wraps(function)
    def call(*values: Any, **named: Any) -> Any:
        return function(*values, **{name: v for name, v in named.items() if name in parameters})

    return call


def _takes(function: Function, arguments: int) -> bool:
    try:
        inspect.signature(function).bind(*range(arguments))
    except TypeError:
        return False
    return True
