"""The built site, as it would be published."""

from pathlib import Path

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
