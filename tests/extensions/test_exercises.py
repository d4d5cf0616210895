"""Exercises and questions: folded on pages, with room in notebooks."""

import json

import pytest
from bs4 import BeautifulSoup, Tag

from tests.extensions.conftest import Result, Site, build_chapters

CHAPTER = '''
"""
First
=====

Begin.
"""

# %%
# Two and two.
#
# .. predict::
#
#    What is their sum?

print(2 + 2)
# Out:
# 4

# %%
# It's four.
#
# Try it yourself
# ---------------
# Do it.
#
# Twice
# ~~~~~
# Double it.
#
# .. hint::
#
#    Take the sum.

double = ...

# %%
# .. solution::

double = 4 + 4
print(double)
# Out:
# 8

# %%
# Nothing more.
#
# .. self-check::

assert double is not ..., "Put a number in the place of the three dots."
print("Right.")
# Out:
# Right.

# %%
# The end
# -------
# Good bye.
'''


@pytest.fixture
def result(chapters: Site) -> Result:
    chapters.write("docs/galleries/chapters/1_first.py", CHAPTER)
    built = build_chapters(
        chapters,
        "html",
        *("extensions.gallery.exercises", "extensions.gallery.downloads", "sphinx_design"),
        "extensions.pages.plain_text",
    )
    assert built.warnings == ""
    return built


def folded(page: Tag) -> dict[str, str]:
    """Return what is in each box, by its title."""
    boxes = page.select("details")
    assert not any(box.has_attr("open") for box in boxes)
    return {
        summary.get_text(" ", strip=True): box.get_text(" ", strip=True)
        for box in boxes
        for summary in box.select("summary")
    }


def test_hint_solution_and_check_are_folded_up_to_the_next(result: Result) -> None:
    page = BeautifulSoup(result.page("chapters/1_first.html"), "lxml")
    exercise = page.select_one("#twice")
    assert exercise
    found = folded(exercise)
    assert [*found] == ["Hint", "Solution", "Check your own answer"]
    assert "Take the sum." in found["Hint"]
    assert "4 + 4" in found["Solution"]
    assert "8" in found["Solution"]
    assert found["Solution"].endswith("Nothing more.")
    assert "assert" in found["Check your own answer"]
    for box in exercise.select("details"):
        box.decompose()
    assert "double = ..." in exercise.get_text()
    assert "Nothing more" not in exercise.get_text()


def test_what_is_to_be_predicted_is_folded(result: Result) -> None:
    page = BeautifulSoup(result.page("chapters/1_first.html"), "lxml")
    question = page.select_one(".predict")
    assert question
    assert question.get_text(strip=True) == "What is their sum?"
    box = question.find_next("details")
    assert isinstance(box, Tag)
    assert box.select_one("pre").get_text(strip=True) == "4"  # type: ignore[union-attr]
    assert "sphx-glr-script-out" not in box["class"]


def test_a_notebook_has_an_empty_cell_above_the_folded_solution(result: Result) -> None:
    (path,) = result.output.glob("_downloads/*/1_first.ipynb")
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells]
    at = next(number for number, text in enumerate(sources) if text.startswith("**Solution**"))
    assert (cells[at - 1]["cell_type"], sources[at - 1]) == ("code", "")
    assert sources[at - 2] == "double = ..."
    hidden = {"source_hidden": True, "outputs_hidden": True}
    assert cells[at + 1]["metadata"]["jupyter"] == hidden
    assert cells[at + 1]["outputs"][0]["text"] == "8\n"
    assert sources[at + 1].startswith("double = 4 + 4")
    assert (cells[at - 1]["outputs"], cells[at - 1]["execution_count"]) == ([], None)
    assert cells[at + 3]["metadata"] == {}
    asked = cells[sources.index("print(2 + 2)")]
    assert (asked["metadata"]["jupyter"], asked["outputs"][0]["text"]) == (
        {"outputs_hidden": True},
        "4\n",
    )
    text = "\n".join(sources)
    assert "**Hint**\n\nTake the sum." in text
    assert "What is their sum?" in text
    assert "::" not in text


def test_a_text_names_what_a_page_folds(result: Result) -> None:
    text = result.page("chapters/1_first.txt")
    places = [
        text.index(words)
        for words in ("double = ...", "Solution", "4 + 4", "Check your own answer", "assert")
    ]
    assert places == sorted(places)
