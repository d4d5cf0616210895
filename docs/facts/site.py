"""How much there is of what, in this repository."""

import ast
import inspect
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

ROOT = Path(__file__).parents[2]


def chapters() -> int:
    """Return how many chapters there are."""
    return len(list((ROOT / "docs/galleries/chapters").glob("*.py")))


def pages_beyond() -> int:
    """Return how many pages go beyond the article."""
    return len(list((ROOT / "docs/galleries/beyond").glob("*.py")))


def lines_of_code(function: Callable[..., Any]) -> int:
    """Return how many lines a function has, blank ones and its docstring left out."""
    source = dedent(inspect.getsource(function))
    lines = source.splitlines()
    (definition,) = ast.parse(source).body
    if isinstance(definition, ast.FunctionDef) and ast.get_docstring(definition):
        docstring = definition.body[0]
        del lines[docstring.lineno - 1 : docstring.end_lineno]
    return sum(bool(line) for line in lines)
