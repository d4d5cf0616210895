"""Validate arrays of numbers, and convert them to float64."""

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
    rows = number_array(name, inputs)
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
    row = number_array("targets", targets)
    if row.shape != (count,):
        raise ValueError(f"targets must have shape ({count},), got {row.shape}")
    outside = row[(row < 0) | (row > 1)]
    if outside.size:
        raise ValueError(f"targets must lie from 0 to 1, got {float(outside[0])}")
    return row


def number_row(name: str, values: ArrayLike, count: int | None = None) -> NDArray[np.float64]:
    """Return a row of finite numbers as a float64 vector.

    Parameters
    ----------
    name : str
        What the numbers are, for the error message.
    values : array_like, shape (n,)
        The numbers, at least one.
    count : int, optional
        How many there must be.

    Returns
    -------
    ndarray, shape (n,), float64
        A copy of the numbers.

    Raises
    ------
    TypeError
        If they aren't real numbers.
    ValueError
        If there is none, the shape or count is wrong, or one isn't finite.

    Examples
    --------
    >>> number_row("costs", [3, 2, 1])
    array([3., 2., 1.])
    >>> number_row("costs", [[3, 2, 1]])
    Traceback (most recent call last):
    ValueError: costs must have shape (n,), got (1, 3)
    """
    row = number_array(name, values)
    if row.ndim != 1 or row.size == 0 or (count is not None and row.size != count):
        raise ValueError(f"{name} must have shape ({count or 'n'},), got {row.shape}")
    return row


def number_array(name: str, values: ArrayLike) -> NDArray[np.float64]:
    """Return finite numbers as a float64 array of their shape.

    Parameters
    ----------
    name : str
        What the numbers are, for the error message.
    values : array_like
        The numbers.

    Returns
    -------
    ndarray, float64
        A copy of the numbers.

    Raises
    ------
    TypeError
        If they aren't real numbers.
    ValueError
        If rows differ in length, or a number isn't finite.

    Examples
    --------
    >>> number_array("table", [[1, 2], [3, 4]])
    array([[1., 2.],
           [3., 4.]])
    >>> number_array("table", [[1, 2], [3]])
    Traceback (most recent call last):
    ValueError: table must have rows of equal length, got [[1, 2], [3]]
    """
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
