"""Plain answers to bad input, given before Theano sees it."""

from collections.abc import Sequence
from numbers import Integral, Real
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray


def input_rows(inputs: ArrayLike, width: int = 2, name: str = "inputs") -> NDArray[np.float64]:
    """Return inputs as a float64 matrix with one example in each row.

    Parameters
    ----------
    inputs : array_like, shape (n, width)
        One example in each row, every number finite.
    width : int, default 2
        How many numbers an example has.
    name : str, default "inputs"
        What the rows are, for the error message.

    Returns
    -------
    ndarray, shape (n, width), float64
        A copy of the inputs.

    Raises
    ------
    TypeError
        If the inputs are not numbers.
    ValueError
        If the shape is wrong, there is no row, or a number isn't finite.

    Examples
    --------
    >>> input_rows([[0, 1], [1, 1]])
    array([[0., 1.],
           [1., 1.]])
    >>> input_rows([0, 1])
    Traceback (most recent call last):
    ValueError: inputs must have shape (n, 2), got (2,)
    """
    rows = _numbers(name, inputs)
    if rows.ndim != 2 or rows.shape[1] != width or len(rows) == 0:
        raise ValueError(f"{name} must have shape (n, {width}), got {rows.shape}")
    return rows


def target_row(targets: ArrayLike, count: int) -> NDArray[np.float64]:
    """Return targets as a float64 vector, one for each example.

    Parameters
    ----------
    targets : array_like, shape (count,)
        The wanted outputs, each from 0 to 1.
    count : int
        How many examples there are.

    Returns
    -------
    ndarray, shape (count,), float64
        A copy of the targets.

    Raises
    ------
    TypeError
        If the targets are not numbers.
    ValueError
        If the shape is wrong or a target lies outside 0 to 1.

    Examples
    --------
    >>> target_row([0, 0, 0, 1], 4)
    array([0., 0., 0., 1.])
    >>> target_row([0, 2], 2)
    Traceback (most recent call last):
    ValueError: targets must lie from 0 to 1, got 2.0
    """
    row = _numbers("targets", targets)
    if row.shape != (count,):
        raise ValueError(f"targets must have shape ({count},), got {row.shape}")
    outside = row[(row < 0) | (row > 1)]
    if outside.size:
        raise ValueError(f"targets must lie from 0 to 1, got {float(outside[0])}")
    return row


def weight_row(weights: ArrayLike, width: int = 2) -> NDArray[np.float64]:
    """Return weights as a float64 vector, one for each input.

    Parameters
    ----------
    weights : array_like, shape (width,)
        One finite number for each input.
    width : int, default 2
        How many inputs there are.

    Returns
    -------
    ndarray, shape (width,), float64
        A copy of the weights.

    Raises
    ------
    TypeError
        If the weights are not numbers.
    ValueError
        If the shape is wrong or a weight isn't finite.

    Examples
    --------
    >>> weight_row([1, 1])
    array([1., 1.])
    >>> weight_row([1, float("nan")])
    Traceback (most recent call last):
    ValueError: weights must be finite, got nan
    """
    row = _numbers("weights", weights)
    if row.shape != (width,):
        raise ValueError(f"weights must have shape ({width},), got {row.shape}")
    return row


def number_row(name: str, values: ArrayLike) -> NDArray[np.float64]:
    """Return a row of finite numbers as a float64 vector.

    Parameters
    ----------
    name : str
        What the numbers are, for the error message.
    values : array_like, shape (n,)
        The numbers, at least one.

    Returns
    -------
    ndarray, shape (n,), float64
        A copy of the numbers.

    Raises
    ------
    TypeError
        If they aren't real numbers.
    ValueError
        If there is none, the shape is wrong, or one isn't finite.

    Examples
    --------
    >>> number_row("costs", [3, 2, 1])
    array([3., 2., 1.])
    >>> number_row("costs", [[3, 2, 1]])
    Traceback (most recent call last):
    ValueError: costs must have shape (n,), got (1, 3)
    """
    row = _numbers(name, values)
    if row.ndim != 1 or row.size == 0:
        raise ValueError(f"{name} must have shape (n,), got {row.shape}")
    return row


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


def picture_description(description: Any) -> str:
    """Return a picture's description, which stands in for it where it can't be seen.

    Parameters
    ----------
    description : str
        The picture in words.

    Returns
    -------
    str
        The description.

    Raises
    ------
    TypeError
        If the description isn't a string.
    ValueError
        If the description is empty.

    Examples
    --------
    >>> picture_description("The cost falls from 3 to 1.")
    'The cost falls from 3 to 1.'
    >>> picture_description(" ")
    Traceback (most recent call last):
    ValueError: description must say in words what the picture shows, but it's empty
    """
    if not isinstance(description, str):
        raise TypeError(f"description must be a string, got {description!r}")
    if not description.strip():
        raise ValueError("description must say in words what the picture shows, but it's empty")
    return description


def _numbers(name: str, values: ArrayLike) -> NDArray[np.float64]:
    try:
        raw = np.asarray(values)
    except ValueError:  # NumPy's message for rows of unequal length is hard to read
        raise ValueError(f"{name} must have rows of equal length, got {values!r}") from None
    if raw.dtype.kind not in "biuf":
        raise TypeError(f"{name} must be real numbers, got {values!r}")
    numbers = np.array(raw, dtype=np.float64)
    wrong = numbers[~np.isfinite(numbers)]
    if wrong.size:
        raise ValueError(f"{name} must be finite, got {float(wrong[0])}")
    return numbers
