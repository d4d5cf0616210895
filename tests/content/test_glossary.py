"""The glossary's words, and the links that lead to them."""

import re
from collections import Counter
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
GLOSSARY = (DOCS / "glossary.md").read_text(encoding="utf-8")
CHAPTERS = sorted(DOCS.glob("galleries/*/*.py"))
PAGES = sorted({*DOCS.glob("*.md")} - {DOCS / "glossary.md"})
LINK = re.compile(r"(?::term:|\{term\})`(?:[^`<]+ <)?([^`<>]+)>?`")


def entries() -> dict[tuple[str, ...], str]:
    """Return each definition by the words that it defines."""
    (content,) = re.findall(r"^```\{glossary\}\n(.*?)^```", GLOSSARY, re.MULTILINE | re.DOTALL)
    found: dict[tuple[str, ...], str] = {}
    for entry in content.strip().split("\n\n"):
        lines = entry.split("\n")
        words = tuple(line for line in lines if not line.startswith("  "))
        found[words] = " ".join(line.strip() for line in lines[len(words) :])
    return found


ENTRIES = entries()
ENTRY_OF = {word.lower(): words for words in ENTRIES for word in words}


def linked(source: Path) -> list[tuple[str, ...]]:
    """Return the entries that a source links to, one for each link."""
    text = source.read_text(encoding="utf-8")
    return [ENTRY_OF[target.lower()] for target in LINK.findall(text)]


def test_entries_are_sorted() -> None:
    names = [words[0].lower() for words in ENTRIES]
    assert names == sorted(names)
    assert len(ENTRY_OF) == sum(map(len, ENTRIES))


@pytest.mark.parametrize("source", [*CHAPTERS, *PAGES], ids=lambda path: path.stem)
def test_no_entry_is_linked_twice(source: Path) -> None:
    assert [words for words, links in Counter(linked(source)).items() if links > 1] == []


def test_every_entry_is_linked_from_a_page() -> None:
    links = {words for source in [*CHAPTERS, *PAGES] for words in linked(source)}
    assert set(ENTRIES) - links == set()


@pytest.mark.parametrize("words", ENTRIES, ids=lambda words: words[0])
def test_an_entry_is_short_and_names_a_page_that_links_back(words: tuple[str, ...]) -> None:
    definition, _, page = ENTRIES[words].rpartition(" See {doc}`")
    assert 1 <= len(re.findall(r"\.(?: |$)", definition)) <= 3
    name = page.removesuffix("`.").split("<")[-1].removesuffix(">")
    assert words in linked(next(path for path in [*CHAPTERS, *PAGES] if is_page(path, name)))


def is_page(source: Path, name: str) -> bool:
    """Tell whether a source becomes the page of this name."""
    folder = "" if source.parent == DOCS else f"{source.parent.name}/"
    return f"{folder}{source.stem}" == name
