"""The built site, as it would be published."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).parents[2]
HTML = ROOT / "build" / "html"
SOURCES = {
    f"{pages}/{path.stem}": path
    for folder, pages in (("walkthrough", "chapters"), ("explore", "beyond"))
    for path in sorted((ROOT / "docs" / folder).glob("*.py"))
}
"""The source of each chapter, by the chapter's page."""
CHAPTERS = list(SOURCES)


@pytest.fixture(scope="session")
def pages() -> dict[str, BeautifulSoup]:
    """Every page, by its path."""
    if not (HTML / "index.html").is_file():
        pytest.fail("the site isn't built; run make html first")
    return {
        path.relative_to(HTML).as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        for path in sorted(HTML.rglob("*.html"))
        if "_static" not in path.parts
    }


def download(chapter: str, ending: str) -> Path:
    """Return the file that a chapter's page offers."""
    page = HTML / f"{chapter}.html"
    links = BeautifulSoup(page.read_text(encoding="utf-8"), "lxml").select("a.reference.download")
    (address,) = [str(link["href"]) for link in links if str(link["href"]).endswith(ending)]
    return page.parent / unquote(address)
