"""The chapters' exercises: each has what it needs, and its check tells right from wrong."""

import ast
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import matplotlib.pyplot as plt
import pytest
from sphinx_gallery.py_source_parser import split_code_and_text_blocks

from tests.content.wrong_answers import WRONG
from tests.project import ROOT

GALLERIES = ROOT / "docs/galleries"
TITLE = re.compile(r"(?m)^(.+)\n~+$")
LAST_LINE = re.compile(r"\.\. (solution|self-check)::\Z")
CHAPTERS = sorted(path for path in GALLERIES.glob("*/*.py") if "\n# ~~~" in path.read_text("utf-8"))


class Cell(NamedTuple):
    """A cell of a chapter, the exercise that it belongs to, and which part of it it is."""

    code: str
    exercise: str  # empty above the exercises
    part: str  # task, solution or self-check


def cells(chapter: Path) -> Iterator[Cell]:
    """Yield the cells of a chapter."""
    exercise = part = ""
    for kind, content, _line in split_code_and_text_blocks(chapter)[1]:
        if kind == "code":
            yield Cell(content, exercise, part)
            continue
        if re.search(r"(?m)^Try it yourself\n-+$", content):
            exercise = part = ""
        for title in TITLE.finditer(content):
            exercise, part = title[1], "task"
        if mark := LAST_LINE.search(content.strip()):
            part = mark[1]
        elif re.search(r"(?m)^What the article said differently$", content):
            exercise = part = ""


def parts(chapter: Path) -> dict[str, dict[str, list[str]]]:
    """Return the code of each exercise's parts."""
    found: dict[str, dict[str, list[str]]] = {}
    for code, exercise, part in cells(chapter):
        if exercise:
            found.setdefault(exercise, {}).setdefault(part, []).append(code)
    return found


def name_of(chapter: Path) -> str:
    return chapter.relative_to(GALLERIES).with_suffix("").as_posix()


def test_each_chapter_has_exercises() -> None:
    assert {name_of(path) for path in GALLERIES.glob("chapters/*.py")} <= set(
        map(name_of, CHAPTERS)
    )


@pytest.mark.parametrize("chapter", CHAPTERS, ids=name_of)
def test_an_exercise_has_a_task_a_solution_and_a_check(chapter: Path) -> None:
    found = parts(chapter)
    assert 2 <= len(found) <= 4
    for exercise in found.values():
        assert list(exercise) == ["task", "solution", "self-check"]
        assert " = ...\n" in exercise["task"][-1]  # what is to be filled in
        tree = ast.parse("\n".join(exercise["self-check"]))
        asserts = [node for node in ast.walk(tree) if isinstance(node, ast.Assert)]
        assert len(asserts) >= 2
        assert all(node.msg for node in asserts)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=name_of)
def test_a_check_refuses_what_is_undone_or_wrong_and_says_why(chapter: Path) -> None:
    """Run the chapter, and each check before its solution, too."""
    names: dict[str, Any] = {"__name__": "__main__", "__file__": str(chapter)}
    checks = {title: "\n".join(found["self-check"]) for title, found in parts(chapter).items()}
    wrong = WRONG[name_of(chapter)]
    refused = []
    with redirect_stdout(StringIO()):
        for code, exercise, part in cells(chapter):
            if part == "solution" and exercise not in refused:
                with pytest.raises(AssertionError, match=r"^Put "):
                    exec(checks[exercise], names)
                attempt = names.copy()
                exec(wrong[exercise], attempt)
                with pytest.raises(AssertionError, match=r"^(?!Put )."):
                    exec(checks[exercise], attempt)
                refused.append(exercise)
            exec(compile(code, str(chapter), "exec"), names)
    plt.close("all")
    assert refused == [*checks] == [*wrong]
