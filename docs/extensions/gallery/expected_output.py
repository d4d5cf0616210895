"""Read the expectation that an author wrote at the end of a code cell.

::

    print(gradient(4.0))
    # Out:
    # 48.0
"""

import re
from typing import NamedTuple

_START = re.compile(r"^# Out:\s*$", re.MULTILINE)


class ExpectationError(Exception):
    """An expectation that can't be read."""


class Cell(NamedTuple):
    """A code cell, taken apart.

    Parameters
    ----------
    code : str
        What is run.
    expected : str
        What it must print; empty if it must print nothing.
    """

    code: str
    expected: str


def read_cell(content: str) -> Cell:
    r"""Separate a cell's code from its expectation.

    Parameters
    ----------
    content : str
        The cell as it stands in the script.

    Returns
    -------
    Cell
        The code and the expected output.

    Raises
    ------
    ExpectationError
        If there are two expectations, an empty one, or code after one.

    Examples
    --------
    >>> read_cell("print(6 * 7)\n# Out:\n# 42\n")
    Cell(code='print(6 * 7)', expected='42\n')
    """
    code, *expectations = _START.split(content)
    if not expectations:
        return Cell(content.rstrip("\n"), "")
    if len(expectations) > 1:
        raise ExpectationError("a cell has one '# Out:', at its end; split this cell")
    lines = expectations[0].strip("\n").split("\n")
    if any(not line.startswith("#") for line in lines):
        raise ExpectationError("after '# Out:' every line must be a comment, to the cell's end")
    expected = "\n".join(line.removeprefix("#").removeprefix(" ") for line in lines) + "\n"
    return Cell(code.rstrip("\n"), expected)


def visible(output: str) -> str:
    r"""Return an output without what nobody can see.

    Parameters
    ----------
    output : str
        What was printed, or should be.

    Returns
    -------
    str
        The output without spaces at the ends of lines and blank lines around it.

    Examples
    --------
    >>> visible("\n a  \n b")
    ' a\n b\n'
    """
    return "".join(f"{line.rstrip()}\n" for line in output.strip("\n").splitlines())
