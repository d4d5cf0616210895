"""Mend an old program line by line, and run it in a process of its own."""

import difflib
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from theano_walkthrough.beyond.memoize import memoize

import numpy as np
import theano
from numpy.typing import NDArray

LIBRARIES = ("fissix", "libcst", "pytensor")
"""What results depend on whose versions :func:`memoize` doesn't know."""

QUICK = "cxx=,mode=FAST_COMPILE"
"""Without compiling C, small programs end sooner; larger ones would take longer."""

ERROR = re.compile(r"^((?:\w+\.)*\w*(?:[Ee]rror|Exception)(?:: .*)?)$", re.MULTILINE)
PATH = re.compile(r" \(/.*\)$")
"""Where Python found a module, at the end of some messages: another place on each computer."""


def mend(program: str, changes: Mapping[str, str]) -> str:
    """Replace parts of a program, each wherever it stands.

    Parameters
    ----------
    program : str
        The text of the program.
    changes : mapping of str to str
        What to write in place of what.

    Returns
    -------
    str
        The text with all changes.

    Raises
    ------
    ValueError
        If a part isn't there.

    Examples
    --------
    >>> mend("print 1 + 1", {"print 1 + 1": "print(1 + 1)"})
    'print(1 + 1)'
    """
    for old, new in changes.items():
        if old not in program:
            raise ValueError(f"the program doesn't contain {old!r}")
        program = program.replace(old, new)
    return program


def run_program(program: str, settings: str = "") -> str:
    """Run a program as a file of its own, without C, and return what a reader looks at first.

    Parameters
    ----------
    program : str
        The text of the program.
    settings : str, optional
        What its user's ``.theanorc`` contains, or PyTensor's ``.pytensorrc``.

    Returns
    -------
    str
        What it printed; if an error ended it, that error's line, without the path of a module.

    Raises
    ------
    RuntimeError
        If it ended otherwise.

    Examples
    --------
    >>> print(run_program("print(1 + 1)"))
    2
    >>> print(run_program("print(xrange(2))"))
    NameError: name 'xrange' is not defined. Did you mean: 'range'?
    """
    done, _ = _run(["program.py"], program, settings, _library_versions())
    if done.returncode == 0:
        return done.stdout.rstrip()
    errors: list[str] = ERROR.findall(done.stderr)
    if not errors:
        raise RuntimeError(f"the program ended with status {done.returncode}: {done.stderr}")
    return PATH.sub("", errors[-1])


def revive_program(program: str) -> tuple[str, str]:
    r"""Let ``python -m theano_walkthrough.revive program.py --write`` mend a program.

    Parameters
    ----------
    program : str
        The text of the program.

    Returns
    -------
    str
        What the command printed.
    str
        The text of the mended program.

    Raises
    ------
    RuntimeError
        If the command can't read the program.

    Examples
    --------
    >>> report, mended = revive_program("print 1 + 1\n")
    >>> print(mended, end="")
    print(1 + 1)
    """
    command = ["-m", "theano_walkthrough.revive", "program.py", "--write"]
    done, mended = _run(command, program, "", _library_versions())
    if done.returncode > 1:
        raise RuntimeError(done.stderr.rstrip())
    return done.stdout.rstrip(), mended


def _library_versions() -> list[tuple[str, str]]:
    return [(name, version(name)) for name in LIBRARIES]


@memoize
def _run(
    command: list[str], program: str, settings: str, _versions: list[tuple[str, str]]
) -> tuple["subprocess.CompletedProcess[str]", str]:
    """Run Python beside a program; return what came of it, and the program as it is then."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "program.py")
        file.write_text(program, encoding="utf-8")
        Path(folder, "settings").write_text(settings, encoding="utf-8")
        compiled = f"base_compiledir={shlex.quote(str(theano.config.base_compiledir))}"
        flags = {
            name: ",".join(filter(None, [os.environ.get(name), *ours]))
            for name, ours in {
                "THEANO_FLAGS": [compiled, QUICK],
                "PYTENSOR_FLAGS": [QUICK],
            }.items()
        }
        files = dict.fromkeys(("THEANORC", "PYTENSORRC"), str(Path(folder, "settings")))
        done = subprocess.run(
            [sys.executable, *command],
            cwd=folder,
            env=os.environ | files | flags,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done, file.read_text(encoding="utf-8")


def differences(before: str, after: str) -> str:
    r"""Return the lines that differ between two versions of a program.

    Parameters
    ----------
    before, after : str
        The texts of both.

    Returns
    -------
    str
        The lines that are gone, behind a minus, and those that are new, behind a plus.

    Examples
    --------
    >>> print(differences("x = 1\nprint x", "x = 1\nprint(x)"))
    - print x
    + print(x)
    """
    compared = difflib.ndiff(before.splitlines(), after.splitlines())
    return "\n".join(line for line in compared if line.startswith(("- ", "+ ")))


def value_in_program(program: str, expression: str, settings: str = "") -> Any:
    """Run a program, and return what an expression is worth at its end.

    Parameters
    ----------
    program : str
        The text of the program.
    expression : str
        An expression of Python: a number, a string, or lists of them.
    settings : str, optional
        As for :func:`run_program`.

    Returns
    -------
    object
        The expression's value.

    Raises
    ------
    RuntimeError
        If an error ends the program.

    Examples
    --------
    >>> value_in_program("x = 2", "[x, x**2]")
    [2, 4]
    """
    printed = run_program(f"{program}\nimport json\nprint(json.dumps(({expression})))\n", settings)
    try:
        return json.loads(printed.splitlines()[-1])
    except json.JSONDecodeError:
        raise RuntimeError(f"the program must end without an error, got {printed}") from None


def printed_numbers(printed: str) -> NDArray[np.float64]:
    r"""Return the numbers that a program has printed, line by line.

    Parameters
    ----------
    printed : str
        Lines, each with as many numbers as the others.

    Returns
    -------
    ndarray, shape (lines, numbers in each), float64
        The numbers.

    Raises
    ------
    ValueError
        If there is none, or lines have different numbers of them.

    Examples
    --------
    >>> printed_numbers("epoch 1, cost 0.5\nepoch 2, cost 0.25")
    array([[1.  , 0.5 ],
           [2.  , 0.25]])
    """
    rows = [[float(n) for n in re.findall(r"\d+(?:\.\d+)?", line)] for line in printed.splitlines()]
    if not rows or not rows[0] or len({len(row) for row in rows}) > 1:
        raise ValueError(f"each line must hold as many numbers as the others, got {printed!r}")
    return np.array(rows)
