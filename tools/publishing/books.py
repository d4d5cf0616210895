"""Keep the books that are built, and know whether they still say what the pages say.

``make book`` runs this module once the EPUBs are there.
"""

import shutil
import sys
from pathlib import Path

from tools.publishing.digest import digest

PAGES = Path("build", "pages")
EPUBS = Path("build", "epub")
BOOKS = Path("build", "book")
MADE_FROM = "made_from"  # in a book's folder: a digest of the edition's pages
FORMATS = ("epub", "pdf")


def fingerprint(pages: Path) -> str:
    """Return what changes with any page of an edition."""
    return digest(sorted(pages.rglob("*.html")), pages)


def keep(tag: str) -> None:
    """Take over an edition's EPUB, if it's a new one, and note its pages."""
    (epub,) = (EPUBS / tag).glob("*.epub")
    kept = BOOKS / tag / epub.name
    if not kept.is_file() or kept.read_bytes() != epub.read_bytes():
        shutil.rmtree(BOOKS / tag, ignore_errors=True)
        (BOOKS / tag).mkdir(parents=True)
        shutil.copy(epub, kept)
    (BOOKS / tag / MADE_FROM).write_text(fingerprint(PAGES / tag), encoding="utf-8")


def up_to_date(pages: Path, books: Path) -> dict[str, Path]:
    """Return an edition's books by their formats, unless its pages have changed since.

    Parameters
    ----------
    pages : Path
        The folder of the edition's pages.
    books : Path
        The folder of its books.

    Returns
    -------
    dict of str to Path
        The files that are there.
    """
    noted = books / MADE_FROM
    if not noted.is_file() or noted.read_text(encoding="utf-8") != fingerprint(pages):
        return {}
    return {kind: file for kind in FORMATS for file in books.glob(f"*.{kind}")}


def size(file: Path) -> str:
    """Return a file's size in megabytes, as readers are told it."""
    return f"{max(file.stat().st_size / 1e6, 0.1):.1f}"


if __name__ == "__main__":
    for tag in sys.argv[1:]:
        keep(tag)
