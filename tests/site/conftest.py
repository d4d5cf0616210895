"""The built site, as it would be published."""

import gc
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from extensions.i18n.languages import languages
from tests.browsing import Reader
from tools.publishing.host import served

ROOT = Path(__file__).parents[2]
SITE = ROOT / "build" / "html"
EDITIONS = [language.tag for language in languages()]
TRANSLATIONS = EDITIONS[1:]
SOURCES = {
    f"{folder}/{path.stem}": path
    for folder in ("chapters", "beyond")
    for path in sorted((ROOT / "docs/galleries" / folder).glob("*.py"))
}
"""The source of each chapter, by the chapter's page."""
CHAPTERS = list(SOURCES)
PAGE_NAMES = [
    *(
        f"{path.stem}.html"
        for path in sorted((ROOT / "docs").glob("*.md"))
        if path.stem != "readme"
    ),
    *(f"{name}.html" for name in ["chapters/index", "beyond/index", *CHAPTERS]),
]
"""Every page that has a source."""


@pytest.fixture(scope="session")
def site() -> dict[str, BeautifulSoup]:
    """Every page of all editions and between them, by its path."""
    for edition in EDITIONS:
        if not (SITE / edition / "index.html").is_file():
            pytest.fail(f"the site isn't built in {edition}; run make html first")
    gc.disable()  # which would look at the million parts of these pages again and again
    site = {
        path.relative_to(SITE).as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        for path in sorted(SITE.rglob("*.html"))
        if "_static" not in path.parts
    }
    gc.freeze()
    gc.enable()
    return site


@pytest.fixture(params=EDITIONS)
def edition(request: pytest.FixtureRequest) -> str:
    """An edition's language tag."""
    return str(request.param)


@pytest.fixture
def pages(site: dict[str, BeautifulSoup], edition: str) -> dict[str, BeautifulSoup]:
    """Every page of an edition, by its path there."""
    start = f"{edition}/"
    return {name.removeprefix(start): page for name, page in site.items() if name.startswith(start)}


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the site is served."""
    with served(SITE) as address:
        yield address


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Callable[..., Reader]]:
    """Readers with settings of their own; at the end none of them may have met a problem."""
    readers: list[Reader] = []

    def come(**settings: Any) -> Reader:
        readers.append(Reader(browser, address, **settings))
        return readers[-1]

    yield come
    for visitor in readers:
        visitor.context.close()
    assert [problem for visitor in readers for problem in visitor.problems] == []


@cache
def download(chapter: str, ending: str, edition: str = "en") -> Path:
    """Return the file that a chapter's page offers."""
    page = SITE / edition / f"{chapter}.html"
    links = BeautifulSoup(page.read_text(encoding="utf-8"), "lxml").select("a.reference.download")
    (address,) = [str(link["href"]) for link in links if str(link["href"]).endswith(ending)]
    return page.parent / unquote(address)
