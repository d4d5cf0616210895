"""The errata and the chapters lead to each other."""

import pytest
from bs4 import BeautifulSoup

from tests.site.conftest import CHAPTERS

WALKTHROUGH = [chapter for chapter in CHAPTERS if chapter.startswith("chapters/")]


@pytest.mark.parametrize("chapter", WALKTHROUGH)
def test_a_chapter_and_its_errata_lead_to_each_other(
    pages: dict[str, BeautifulSoup], chapter: str
) -> None:
    linked = {
        str(link["href"]).partition("#")[2]
        for link in pages[f"{chapter}.html"].select('article a[href*="errata.html#"]')
    }
    (back,) = pages["errata.html"].select(f'section > h2 + p > a[href="{chapter}.html"]')
    part = back.find_parent("section")
    assert part is not None
    listed = {str(anchor["id"]) for anchor in part.select('[id^="errata-"]')}
    assert listed
    assert linked == listed
