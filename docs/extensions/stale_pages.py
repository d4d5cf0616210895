"""Remove pages from the output whose source is gone: Sphinx leaves them there."""

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

KEPT = ("_static", "_images", "_downloads")


def note_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Note a page that has no source of its own, such as the search page."""
    if doctree is None:
        pages_without_source.add(pagename)


def remove(app: Sphinx, exception: Exception | None) -> None:
    """Remove every page that this site doesn't have any more."""
    if exception is not None or app.builder.format != "html" or not pages_without_source:
        return
    output = Path(app.outdir)
    for page in output.rglob("*.html"):
        name = page.relative_to(output).with_suffix("")
        known = app.env.found_docs | pages_without_source
        if name.parts[0] not in KEPT and name.as_posix() not in known:
            page.unlink()


pages_without_source: set[str] = set()


def forget(app: Sphinx) -> None:
    """Begin anew with each build."""
    pages_without_source.clear()


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.connect("builder-inited", forget)
    app.connect("html-page-context", note_page)
    app.connect("build-finished", remove)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
