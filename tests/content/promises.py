"""Which words under "Try it yourself" a test keeps."""

import re
from collections.abc import Callable
from typing import TypeVar

from tests.project import ROOT

Test = TypeVar("Test", bound=Callable[..., None])
GALLERIES = ROOT / "docs/galleries"
SECTION = re.compile(r"^# Try it yourself\n# -+\n((?:# .*\n)*?)(?=#\n|\Z)", re.MULTILINE)

KEPT: list[tuple[str, str]] = []
"""Pages, and words on them that a test keeps."""


def keeps(page: str, *words: str) -> Callable[[Test], Test]:
    """Note words that a test keeps; the beginning of a page's name is enough."""
    (name,) = (name for name in pages() if name.startswith(page))
    KEPT.extend((name, part) for part in words)
    return lambda test: test


def pages() -> list[str]:
    """Return the names of the pages that have such a section."""
    names = (str(path.relative_to(GALLERIES).with_suffix("")) for path in GALLERIES.glob("*/*.py"))
    return sorted(name for name in names if section(name))


def section(page: str) -> str:
    """Return what stands under "Try it yourself"."""
    found = SECTION.search((GALLERIES / f"{page}.py").read_text(encoding="utf-8"))
    return found[1].replace("# ", "") if found else ""
