"""Print the EPUBs that are built as PDFs, next to them.

The browser that prints can't tell on which sheet a link leads, so it prints until the numbers that
are written are those that come out.
"""

import os
import sys
import time
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Browser
from pypdf import PdfReader, PdfWriter

from tools.publishing.browser import started
from tools.publishing.paper.epub import Epub, read
from tools.publishing.paper.sheet import fill_in, lay_out

MOST_ROUNDS = 6
FIRST_DAY = 1767225600  # as in extensions/book/builder.py


def print_book(browser: Browser, folder: Path) -> bytes:
    """Print the EPUB whose files lie in a folder."""
    book = read(folder)
    sheet = folder / "sheet.xhtml"
    laid_out = lay_out(book)
    numbers: dict[str, int] = {}
    page = browser.new_page()
    try:
        for _round in range(MOST_ROUNDS):
            sheet.write_text(fill_in(laid_out, numbers), encoding="utf-8")
            page.goto(sheet.absolute().as_uri())
            printed = page.pdf(outline=True, tagged=True, prefer_css_page_size=True)
            known, numbers = numbers, places(printed)
            if numbers == known:
                return finished(printed, book)
    finally:
        page.close()
        sheet.unlink(missing_ok=True)
    raise RuntimeError(f"the numbers of the sheets still change after {MOST_ROUNDS} rounds")


def places(printed: bytes) -> dict[str, int]:
    """Return the number of the sheet on which each place is that a link leads to."""
    reader = PdfReader(BytesIO(printed))
    numbers = {page.indirect_reference: number for number, page in enumerate(reader.pages, 1)}
    return {
        name.removeprefix("/"): numbers[place["/Page"]]
        for name, place in reader.named_destinations.items()
    }


def finished(printed: bytes, book: Epub) -> bytes:
    """Say whose book it is, and leave out when it was printed."""
    writer = PdfWriter(clone_from=BytesIO(printed))
    day = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", FIRST_DAY)))
    date = time.strftime("D:%Y%m%d%H%M%SZ", day)
    writer.add_metadata(
        {"/Author": book.author, "/Title": book.title, "/CreationDate": date, "/ModDate": date}
    )
    result = BytesIO()
    writer.write(result)
    return result.getvalue()


if __name__ == "__main__":
    program, *folders = map(Path, sys.argv[1:])
    with started(program) as browser:
        for folder in folders:
            (epub,) = folder.glob("*.epub")
            epub.with_suffix(".pdf").write_bytes(print_book(browser, folder))
