"""How much there is of what, in this repository."""

from pathlib import Path

ROOT = Path(__file__).parents[2]


def chapters() -> int:
    """Return how many chapters there are."""
    return len(list((ROOT / "docs/galleries/chapters").glob("*.py")))


def pages_beyond() -> int:
    """Return how many pages go beyond the article."""
    return len(list((ROOT / "docs/galleries/beyond").glob("*.py")))
