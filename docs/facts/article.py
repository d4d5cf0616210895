"""What the page about the article holds."""

import re
from pathlib import Path

DOCS = Path(__file__).parents[1]


def programs() -> int:
    """Return how many programs it shows."""
    return len(list((DOCS / "article").glob("*.py")))


def steps() -> int:
    """Return how many steps of the article it tells apart."""
    text = (DOCS / "article.md").read_text(encoding="utf-8")
    return len(re.findall(r"(?m)^- \(article-step-\d+\)=$", text))
