"""Print the EPUBs that are built as PDFs, next to them.

The browser that prints can't tell on which sheet a link leads, so it prints until the numbers that
are written are those that come out.
"""

import hashlib
import logging
import re
import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Browser
from pypdf import PdfReader, PdfWriter
from pypdf.generic import Fit, IndirectObject

from tools.publishing.books import BOOKS, EPUBS
from tools.publishing.browser import started
from tools.publishing.paper.epub import Entry, Epub, read
from tools.publishing.paper.letters import name_letters
from tools.publishing.paper.sheet import MARK, fill_in, lay_out

logging.getLogger("pypdf").setLevel(logging.ERROR)  # Chromium counts its objects too low

MOST_ROUNDS = 6
# What stands in the margin only doesn't make a browser load its font.
LOAD_FONTS = "() => Promise.all([...document.fonts].map((font) => font.load()))"


def print_book(browser: Browser, folder: Path) -> bytes:
    """Print the EPUB whose files lie in a folder."""
    book = read(folder)
    sheet = folder.with_suffix(".xhtml")  # beside it, or it would be in the next EPUB
    laid_out = lay_out(book)
    numbers: dict[str, int] = {}
    page = browser.new_page()
    try:
        for _round in range(MOST_ROUNDS):
            sheet.write_text(fill_in(laid_out, numbers), encoding="utf-8")
            page.goto(sheet.absolute().as_uri())
            page.evaluate(LOAD_FONTS)
            printed = page.pdf(tagged=True, prefer_css_page_size=True)
            found = places(printed)
            known, numbers = numbers, {name: sheet for name, (sheet, _) in found.items()}
            if numbers == known:
                check(laid_out, numbers)
                return finished(printed, book, found)
    finally:
        page.close()
        sheet.unlink(missing_ok=True)
    raise RuntimeError(f"the numbers of the sheets still change after {MOST_ROUNDS} rounds")


def check(laid_out: str, numbers: Mapping[str, int]) -> None:
    """Refuse links that lead nowhere in the book."""
    if lost := set(MARK.findall(laid_out)) - numbers.keys():
        raise RuntimeError(f"links lead to what the book doesn't have: {', '.join(sorted(lost))}")


def places(printed: bytes) -> dict[str, tuple[int, float]]:
    """Return for each id that a link leads to the number of its sheet, and its height there."""
    reader = PdfReader(BytesIO(printed))
    return {
        name.removeprefix("/"): (
            (reader.get_destination_page_number(place) or 0) + 1,
            float(place.top or 0),
        )
        for name, place in reader.named_destinations.items()
    }


def add_outline(
    writer: PdfWriter, contents: list[Entry], places: Mapping[str, tuple[int, float]]
) -> None:
    """Write the contents as an outline (Chromium's own has some titles twice)."""
    above: dict[int, IndirectObject] = {}
    for entry in contents:
        sheet, top = places.get(entry.target, (1, 0))
        where = Fit.xyz(left=0, top=top) if top else Fit.fit()
        item = writer.add_outline_item(
            entry.title, sheet - 1, parent=above.get(entry.level - 1), fit=where, is_open=False
        )
        above[entry.level] = item


def finished(printed: bytes, book: Epub, places: Mapping[str, tuple[int, float]]) -> bytes:
    """Say whose book it is and from which day, which isn't that of the printing."""
    writer = PdfWriter(clone_from=BytesIO(printed))
    date = f"D:{re.sub('[-T:]', '', book.date)}"
    writer.add_metadata(
        {"/Author": book.author, "/Title": book.title, "/CreationDate": date, "/ModDate": date}
    )
    add_outline(writer, book.contents, places)
    name_letters(writer)
    result = BytesIO()
    writer.write(result)
    return result.getvalue()


def made_from(epub: Path) -> str:
    """Return what changes with an EPUB, and with the way in which it's printed."""
    ours = sorted(Path(__file__).parent.glob("*.*"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in [epub, *ours])).hexdigest()


if __name__ == "__main__":
    found, *tags = sys.argv[1:]  # the file that says where the browser is
    waiting = {}
    for tag in tags:
        (epub,) = (BOOKS / tag).glob("*.epub")
        noted, wanted = epub.with_name("printed_from"), made_from(epub)
        if not noted.is_file() or noted.read_text(encoding="utf-8") != wanted:
            waiting[tag] = (epub.with_suffix(".pdf"), noted, wanted)
    if waiting:
        with started(Path(Path(found).read_text(encoding="utf-8")).absolute()) as browser:
            for tag, (pdf, noted, wanted) in waiting.items():
                pdf.write_bytes(print_book(browser, EPUBS / tag))
                noted.write_text(wanted, encoding="utf-8")
