"""Remove pages and pictures from the output whose source is gone: Sphinx leaves them there."""

from functools import partial
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

KEPT = ("_static", "_images", "_downloads")


def note_page(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: Any,
    pages_without_source: set[str],
) -> None:
    """Note a page that has no source of its own, such as the search page."""
    if doctree is None:
        pages_without_source.add(pagename)


def remove(app: Sphinx, exception: Exception | None, pages_without_source: set[str]) -> None:
    """Remove every page and picture that this site doesn't have any more."""
    if exception is not None or app.builder.format != "html" or not pages_without_source:
        return
    output = Path(app.outdir)
    known = app.env.found_docs | pages_without_source
    for page in output.rglob("*.html"):
        name = page.relative_to(output).with_suffix("")
        if name.parts[0] not in KEPT and name.as_posix() not in known:
            page.unlink()
    shown = {file for _, file in app.env.images.values()}
    for picture in (output / app.builder.imagedir).glob("*"):
        if picture.name not in shown:
            picture.unlink()


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    noted: set[str] = set()
    app.connect("html-page-context", partial(note_page, pages_without_source=noted))
    app.connect("build-finished", partial(remove, pages_without_source=noted))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
