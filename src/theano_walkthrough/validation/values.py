"""Validate single values: numbers and choices."""

from collections.abc import Sequence
from numbers import Integral, Real
from typing import Any

import numpy as np


def finite_number(name: str, value: Any) -> float:
    """Return a real, finite number as a float.

    Parameters
    ----------
    name : str
        What the number is, for the error message.
    value : float
        The number.

    Returns
    -------
    float
        The number.

    Raises
    ------
    TypeError
        If the value isn't a real number.
    ValueError
        If the value isn't finite.

    Examples
    --------
    >>> finite_number("bias", 1)
    1.0
    >>> finite_number("bias", "one")
    Traceback (most recent call last):
    TypeError: bias must be a number, got 'one'
    """
    if isinstance(value, bool) or not isinstance(value, Real):
        raise TypeError(f"{name} must be a number, got {value!r}")
    number = float(value)
    if not np.isfinite(number):
        raise ValueError(f"{name} must be finite, got {number}")
    return number


def positive_number(name: str, value: Any) -> float:
    """Return a positive, finite number as a float.

    Parameters
    ----------
    name : str
        What the number is, for the error message.
    value : float
        The number.

    Returns
    -------
    float
        The number.

    Raises
    ------
    TypeError
        If the value isn't a real number.
    ValueError
        If the value isn't finite, or not above zero.

    Examples
    --------
    >>> positive_number("learning_rate", 0.01)
    0.01
    >>> positive_number("learning_rate", 0)
    Traceback (most recent call last):
    ValueError: learning_rate must be above 0, got 0.0
    """
    number = finite_number(name, value)
    if number <= 0:
        raise ValueError(f"{name} must be above 0, got {number}")
    return number


def whole_number(name: str, value: Any, least: int) -> int:
    """Return a whole number that isn't below a bound.

    Parameters
    ----------
    name : str
        What the number is, for the error message.
    value : int
        The number.
    least : int
        The smallest allowed value.

    Returns
    -------
    int
        The number.

    Raises
    ------
    TypeError
        If the value isn't a whole number.
    ValueError
        If the value is below the bound.

    Examples
    --------
    >>> whole_number("iterations", 30_000, least=1)
    30000
    >>> whole_number("iterations", 0, least=1)
    Traceback (most recent call last):
    ValueError: iterations must be at least 1, got 0
    """
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise TypeError(f"{name} must be a whole number, got {value!r}")
    if value < least:
        raise ValueError(f"{name} must be at least {least}, got {value}")
    return int(value)


def one_of(name: str, value: Any, choices: Sequence[str]) -> str:
    """Return a value that is one of the choices.

    Parameters
    ----------
    name : str
        What is chosen, for the error message.
    value : str
        The choice made.
    choices : sequence of str
        What can be chosen.

    Returns
    -------
    str
        The value.

    Raises
    ------
    TypeError
        If the value isn't a string.
    ValueError
        If the value isn't among the choices.

    Examples
    --------
    >>> one_of("gate", "AND", ["AND", "OR"])
    'AND'
    >>> one_of("gate", "and", ["AND", "OR"])
    Traceback (most recent call last):
    ValueError: gate must be one of AND, OR, got 'and'
    """
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a string, got {value!r}")
    if value not in choices:
        raise ValueError(f"{name} must be one of {', '.join(choices)}, got {value!r}")
    return value
