"""What is said of the chapters as a whole, against the folders that hold them."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GALLERIES = ROOT / "docs/galleries"
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def in_words(folder: str) -> str:
    """Return how many chapters a folder holds."""
    return WORDS[len(list((GALLERIES / folder).glob("*.py")))]


@pytest.mark.parametrize(
    ("page", "sentence", "counted"),
    [
        ("README.md", "(.*) chapters and (.*) pages beyond", ["chapters", "beyond"]),
    ],
)
def test_chapters_are_counted_right(page: str, sentence: str, counted: list[str]) -> None:
    said = re.search(sentence, (ROOT / page).read_text(encoding="utf-8"))
    assert said
    assert [number.lower() for number in said.groups()] == [in_words(name) for name in counted]


def test_what_runs_ahead_is_there() -> None:
    settings = (ROOT / "docs/conf.py").read_text(encoding="utf-8")
    (names,) = re.findall(r"^run_ahead = (\[.*\])$", settings, re.MULTILINE)
    for name in ast.literal_eval(names):
        assert (GALLERIES / f"{name}.py").is_file()
