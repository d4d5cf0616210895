"""Put canonical code where a chapter shows it.

A chapter imports what it shows, and says so::

    from theano_walkthrough.training import train  # shown in full

The reader gets the function itself in place of that line, with the first line of its
docstring, on the page as in the downloads, and the cell runs it.
The chapter's own source stays a script that runs, and never repeats the code.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MARK = "  # shown in full"
MARKED_IMPORT = re.compile(rf"from ([\w.]+) import (\w+(?:, \w+)*|\([\w,\s]+\)){MARK}")


class ShownCodeError(Exception):
    """A chapter shows code that isn't there."""


@dataclass(frozen=True)
class ExpandedScript:
    """A chapter with its canonical code in place.

    Parameters
    ----------
    text : str
        The script that the reader downloads.
    source_lines : tuple of int
        For each line of the text, the line of the chapter that it comes from.
    """

    text: str
    source_lines: tuple[int, ...]


def expand(chapter: Path, source_root: Path) -> ExpandedScript:
    """Replace each marked import by the code that it imports.

    Parameters
    ----------
    chapter : Path
        A chapter's script.
    source_root : Path
        The folder that holds the package.

    Returns
    -------
    ExpandedScript
        The script, and where its lines come from.

    Raises
    ------
    ShownCodeError
        If a marked module or name doesn't exist, or a mark stands elsewhere.
    """
    lines: list[str] = []
    origins: list[int] = []
    for number, statement in _statements(chapter.read_text(encoding="utf-8").splitlines()):
        match = MARKED_IMPORT.fullmatch("\n".join(statement))
        last = number + len(statement) - 1
        try:
            if statement[-1].endswith(MARK) and not match:
                raise ShownCodeError("only names that are imported from a module can be shown")
            if match:
                shown = _shown_lines(match, source_root)
                if lines[-1].strip() and not lines[-1].startswith("#"):
                    shown = ["", "", *shown]
                numbers = [last] * len(shown)
            else:
                shown, numbers = statement, list(range(number, last + 1))
        except ShownCodeError as problem:
            raise ShownCodeError(f"{chapter}:{last}: {problem}") from None
        lines += shown
        origins += numbers
    return ExpandedScript("\n".join(lines) + "\n", tuple(origins))


def _statements(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines, counted from 1, those of an import in brackets together."""
    number = 1
    while number <= len(lines):
        first = number
        if re.fullmatch(r"from .* \(", lines[number - 1]):
            while number < len(lines) and not lines[number - 1].startswith(")"):
                number += 1
        yield first, lines[first - 1 : number]
        number += 1


def _shown_lines(match: re.Match[str], source_root: Path) -> list[str]:
    module = match[1]
    path = source_root.joinpath(*module.split(".")).with_suffix(".py")
    if not path.is_file():
        raise ShownCodeError(f"there is no module {module} to show")
    text = path.read_text(encoding="utf-8")
    definitions = {
        node.name: node
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }
    shown: list[str] = []
    for name in re.findall(r"\w+", match[2]):
        if name not in definitions:
            raise ShownCodeError(f"{module} defines no function or class {name}")
        shown += ["", "", *_without_details(definitions[name], text.splitlines())]
    return shown[2:]


def _without_details(node: ast.FunctionDef | ast.ClassDef, lines: list[str]) -> list[str]:
    """Keep a definition's code and the first line of its docstring."""
    first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
    docstring = node.body[0]
    if ast.get_docstring(node) is None or docstring.end_lineno is None:
        return lines[first - 1 : node.end_lineno]
    summary = lines[docstring.lineno - 1].rstrip().removesuffix('"""')
    rest = lines[docstring.end_lineno : node.end_lineno]
    return [*lines[first - 1 : docstring.lineno - 1], f'{summary}"""', *rest]
