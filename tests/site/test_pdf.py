"""The book on paper, read as a program for PDF reads it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from bs4 import BeautifulSoup
from pypdf import PageObject, PdfReader

from tests.site.conftest import CHAPTERS, SITE

NAME = "theano-walkthrough.pdf"
NUMBER = {"en": re.compile(r"p\.\s*(\d+)"), "zh-CN": re.compile(r"第\s*(\d+)\s*页")}
ON_SCREEN = re.compile("(?m)^On this page$|Download Python|This page as plain text|⟦|⟧")


@cache
def read(edition: str) -> tuple[PdfReader, list[str]]:
    """Return an edition's book, and what each sheet says: reading takes a while."""
    book = PdfReader(SITE / edition / NAME)
    return book, [sheet.extract_text() for sheet in book.pages]


@pytest.fixture
def book(edition: str) -> PdfReader:
    """An edition's book."""
    return read(edition)[0]


@pytest.fixture
def sheets(edition: str) -> list[str]:
    """What each sheet says."""
    return read(edition)[1]


def joined(text: str) -> str:
    """Return a text without what lines do to it: spaces, and hyphens at their ends."""
    return re.sub(r"\s|­|-", "", text)


def targets(numbers: dict[str, int], sheet: PageObject) -> set[int]:
    """Return the numbers of the sheets to which links of a sheet lead."""
    links = [link.get_object() for link in sheet.get("/Annots", ())]
    return {numbers[link["/Dest"]] for link in links if "/Dest" in link}


def outline(items: Any) -> Iterator[Any]:
    """Yield the outline's lines, whatever stands below which."""
    for item in items:
        if isinstance(item, list):
            yield from outline(item)
        else:
            yield item


def heading(page: BeautifulSoup) -> str:
    """Return a page's title."""
    title = page.select_one("h1")
    assert title is not None
    return title.get_text().removesuffix("#").strip()


def test_each_sheet_but_the_title_has_its_number(sheets: list[str]) -> None:
    assert not re.search(r"(?m)^1$", sheets[0])
    for number, text in enumerate(sheets[1:], 2):
        assert str(number) in text.split(), number


def test_page_numbers_beside_links_are_those_of_the_sheets(
    book: PdfReader, sheets: list[str], edition: str
) -> None:
    written = [{int(number) for number in NUMBER[edition].findall(text)} for text in sheets]
    assert sum(map(len, written)) > 200
    numbers = {
        name: 1 + (book.get_destination_page_number(place) or 0)
        for name, place in book.named_destinations.items()
    }
    for index, sheet in enumerate(book.pages):
        if not written[index]:  # the contents write numbers alone
            continue
        leads_to = targets(numbers, sheet)
        assert written[index] <= leads_to, index + 1
        # A link's number may stand on the next sheet.
        assert leads_to <= written[index] | written[min(index + 1, len(written) - 1)], index + 1


def test_contents_and_outline_name_every_chapter_and_its_sheet(
    book: PdfReader, sheets: list[str], pages: dict[str, BeautifulSoup]
) -> None:
    contents = joined("".join(sheets[1:6]))
    lines = list(outline(book.outline))
    found = {line.title: 1 + (book.get_destination_page_number(line) or 0) for line in lines}
    numbers = []
    for name in CHAPTERS[:6]:
        title = heading(pages[f"{name}.html"])
        numbers.append(found[title])
        assert joined(title) in joined(sheets[found[title] - 1])
        assert f"{joined(title)}{found[title]}" in contents
    assert numbers == sorted(numbers)


def test_every_chapters_text_is_there(sheets: list[str], pages: dict[str, BeautifulSoup]) -> None:
    text = joined("".join(sheets))
    for name in CHAPTERS:
        for code in pages[f"{name}.html"].select("article .highlight-Python pre"):
            longest = max(code.get_text().splitlines(), key=len)[:60]
            assert joined(longest) in text, (name, longest)


def fonts_of(sheet: Any) -> Iterator[Any]:
    """Yield the fonts of a sheet."""
    yield from sheet["/Resources"].get("/Font", {}).values()


def test_all_fonts_are_embedded(book: PdfReader, edition: str) -> None:
    seen = set()
    for sheet in book.pages:
        for font in fonts_of(sheet):
            for part in font.get("/DescendantFonts", [font]):
                kind = part.get_object()
                if kind["/Subtype"] != "/Type3":  # which is drawn in the file itself
                    seen.add(kind["/BaseFont"].partition("+")[2])
                    assert any(f"/FontFile{n}" in kind["/FontDescriptor"] for n in ("", 2, 3))
    assert "SourceSerif4-Regular" in seen  # which numbers the sheets
    assert edition != "en" or {"SourceSerif4-Bold", "SourceSerif4-Italic"} <= seen
    assert "DejaVuSansMono" in seen


def test_nothing_speaks_of_a_screen(sheets: list[str]) -> None:
    assert [n for n, text in enumerate(sheets, 1) if ON_SCREEN.search(text)] == []


def test_it_says_whose_it_is(
    book: PdfReader, edition: str, pages: dict[str, BeautifulSoup]
) -> None:
    assert book.metadata
    assert book.metadata.title == heading(pages["index.html"])
    assert book.metadata.author
    assert str(book.root_object["/Lang"]) == edition
