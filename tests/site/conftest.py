"""The built site, as it would be published."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).parents[2]
HTML = ROOT / "build" / "html"
CHAPTERS = sorted(path.stem for path in (ROOT / "docs" / "walkthrough").glob("*.py"))


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
