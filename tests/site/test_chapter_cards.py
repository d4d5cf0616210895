"""Cards and the navigation beside a chapter say its number, and how long it takes."""

import re

import pytest
from bs4 import BeautifulSoup, Tag

from tests.site.conftest import CHAPTERS, EDITIONS

Pages = dict[str, BeautifulSoup]

NOT_READ = (
    ".sphx-glr-footer, .headerlink, .katex-html, annotation, .only-dark, .live-figure, "
    ".d-print-none"  # what it would be in other libraries
)


def minutes_of(page: BeautifulSoup) -> float:
    """Count what stands on an English page, without its exercises and graphs in folded text."""
    article = BeautifulSoup(str(page.select_one("article.bd-article")), "lxml")
    for heading in article.select("h2"):
        if heading.get_text().startswith("Try it yourself") and isinstance(heading.parent, Tag):
            heading.parent.decompose()
    for part in article.select(f"{NOT_READ}, details .highlight-text"):
        part.decompose()
    lines = 0
    for code in article.select(".highlight"):
        lines += len([line for line in code.get_text().splitlines() if line.strip()])
        code.decompose()
    return len(article.get_text(" ").split()) / 200 + lines / 12


def number_in(text: str) -> int:
    (number,) = re.findall(r"\d+", text)
    return int(number)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_minutes_are_those_of_the_page(site: Pages, chapter: str) -> None:
    (said,) = site[f"en/{chapter}.html"].select(".reading-time")
    minutes = number_in(said.get_text())
    assert minutes % 5 == 0
    # Rounded; and a page has formulas and links whose words are counted in another way.
    assert minutes == pytest.approx(minutes_of(site[f"en/{chapter}.html"]), abs=2.5 + 1)


@pytest.mark.parametrize("start", ["index", "chapters/index", "beyond/index"])
def test_cards_say_the_same_as_the_chapter_in_every_edition(site: Pages, start: str) -> None:
    for edition in EDITIONS:
        cards = site[f"{edition}/{start}.html"].select(".sd-card:has(.sd-card-footer)")
        folder = start.rpartition("/")[0]
        assert len(cards) == len([name for name in CHAPTERS if name.startswith(folder)])
        for card in cards:
            (link,), (footer,) = card.select("a.sd-stretched-link"), card.select(".sd-card-footer")
            target = f"{folder}/{link['href']}".removeprefix("/")
            for other in EDITIONS:
                (said,) = site[f"{other}/{target}"].select(".reading-time")
                assert number_in(said.get_text()) == number_in(footer.get_text()), target


@pytest.mark.parametrize("folder", ["chapters", "beyond"])
def test_the_navigation_calls_chapters_what_their_cards_do(site: Pages, folder: str) -> None:
    for edition in EDITIONS:
        cards = site[f"{edition}/{folder}/index.html"].select(".sd-card-title")
        titles = [card.get_text().strip() for card in cards]
        if folder == "chapters":
            assert [title.split(".")[0] for title in titles] == ["1", "2", "3", "4", "5", "6"]
        for chapter in CHAPTERS:
            if chapter.startswith(folder):
                entries = site[f"{edition}/{chapter}.html"].select(".bd-links li a")
                assert [entry.get_text() for entry in entries] == titles
