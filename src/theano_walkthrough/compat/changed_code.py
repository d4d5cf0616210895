"""Change a few lines of Theano's code, and refuse code that isn't what we know."""

import linecache
import textwrap
from collections.abc import Mapping
from itertools import takewhile
from typing import Any


def changed(code: str, changes: Mapping[str, str]) -> str:
    """Replace pieces of code.

    Parameters
    ----------
    code : str
        What Theano has.
    changes : mapping from str to str
        What is wrong, each once in the code, and what is right.

    Returns
    -------
    str
        The code that is right.

    Raises
    ------
    ImportError
        If it isn't the code that we know.
    """
    for wrong, right in changes.items():
        if code.count(wrong) != 1:
            raise ImportError("Theano's code isn't what we know: install theano-pymc==1.1.2.")
        code = code.replace(wrong, right)
    return code


def change_function(place: Any, name: str, changes: Mapping[str, str]) -> None:
    """Replace pieces of a function of a module, or of a class; tracebacks show Theano's file.

    Parameters
    ----------
    place : module or type
        Where the function is.
    name : str
        What it's called there.
    changes : mapping from str to str
        What is wrong, each once in the function's source, and what is right.

    Raises
    ------
    ImportError
        If it isn't the code that we know.
    """
    old = vars(place)[name]
    file, above = old.__code__.co_filename, old.__code__.co_firstlineno - 1
    first, *below = linecache.getlines(file)[above:]  # inspect.getsource takes ten times as long
    deeper = first[: len(first) - len(first.lstrip())] + " "
    body = takewhile(lambda line: line.startswith(deeper) or line.isspace(), below)
    code = changed(textwrap.dedent("".join([first, *body])), changes)
    made: dict[str, Any] = {}
    exec(compile("\n" * above + code, file, "exec"), old.__globals__, made)
    made[name].__qualname__ = old.__qualname__
    setattr(place, name, made[name])
