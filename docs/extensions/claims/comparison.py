"""Compare what a text says with the value that it's bound to."""

import ast
from math import isclose
from typing import Any

import numpy as np

from extensions.claims.numerals import Numeral, numerals


def complaint(shown: str, expression: str, value: Any) -> str | None:
    """Say what is wrong with a text that its value doesn't bear out.

    A number must be the value, rounded as it is shown.
    A value that is True or False is a condition; the numbers that the text shows must then be
    in the condition, so that neither can change alone.

    Parameters
    ----------
    shown : str
        What the reader sees.
    expression : str
        What was evaluated, in Python.
    value : bool, number, or iterable of numbers
        Its value; several numbers stand for those of the text in their order.

    Returns
    -------
    str or None
        A sentence; None if the text is right.

    Examples
    --------
    >>> complaint("98 %", "activation", 0.9821)
    >>> complaint("within the first 1 000 iterations", "first < 1_000", True)
    >>> complaint("7.79", "weight", 7.784)
    "the page says '7.79', but weight is 7.784"
    """
    said = numerals(shown)
    if isinstance(value, bool | np.bool_):
        if not value:
            return f"the page says {shown!r}, but it isn't so that {expression}"
        constants = _constants(expression)
        for numeral in said:
            if not any(isclose(constant, numeral.value) for constant in constants):
                return f"the page says {shown!r}, but {numeral.text} isn't in {expression}"
        return None
    values = [float(number) for number in np.ravel(value)]
    if len(said) != len(values):
        return f"{shown!r} shows {len(said)} numbers, and {expression} has {len(values)}"
    for numeral, number in zip(said, values, strict=True):
        if not _is_rounded(numeral, number):
            return f"the page says {shown!r}, but {expression} is {number:.6g}"
    return None


def _is_rounded(numeral: Numeral, value: float) -> bool:
    tolerance = numeral.precision + 1e-9 * max(1.0, abs(value))
    return abs(numeral.value - value) <= tolerance


def _constants(expression: str) -> list[float]:
    """Return the numbers that stand in an expression, and quotients of two such as 1/3."""
    nodes = list(ast.walk(ast.parse(expression, mode="eval")))
    found = [_number(node) for node in nodes]
    for node in nodes:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            above, below = _number(node.left), _number(node.right)
            found.append(above / below if above is not None and below else None)
    return [number for number in found if number is not None]


def _number(node: ast.AST) -> float | None:
    value = node.value if isinstance(node, ast.Constant) else None
    return float(value) if isinstance(value, int | float) else None
