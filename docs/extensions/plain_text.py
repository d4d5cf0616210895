"""Write each page as plain text, too: beside ``page.html`` lies ``page.txt``."""

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.text import TextBuilder
from sphinx.writers.text import TextTranslator


class PlainTranslator(TextTranslator):
    """Also writes what was made for HTML: sphinx-gallery's code with links, and boxes."""

    visit_code_links_block = TextTranslator.visit_literal_block
    depart_code_links_block = TextTranslator.depart_literal_block

    def unknown_visit(self, node: nodes.Node) -> None:
        """Write what is in a box, without the box."""

    unknown_departure = unknown_visit


class PlainBuilder(TextBuilder):
    """Sphinx's builder of texts, with the translator above."""

    default_translator_class = PlainTranslator


def name_text(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Tell the template of a page that has a source of its text."""
    if doctree is not None:
        context["plain_text"] = f"{pagename.rpartition('/')[2]}.txt"


def write_texts(app: Sphinx, exception: Exception | None) -> None:
    """Write the text of each page that was written."""
    if exception is not None or app.builder.format != "html":
        return
    written = [docname for docname in sorted(app.env.found_docs) if _is_newer(app, docname)]
    if not written:
        return
    html = app.builder
    # Extensions ask for the builder to know what to make of a page.
    app.builder = text = PlainBuilder(app, app.env)
    try:
        text.init()
        text.prepare_writing(set(written))
        for docname in written:
            text.write_doc(docname, app.env.get_and_resolve_doctree(docname, text, tags=app.tags))
    finally:
        app.builder = html


def _is_newer(app: Sphinx, docname: str) -> bool:
    """Tell whether a page was written after its text."""
    page, text = (Path(app.outdir, f"{docname}.{suffix}") for suffix in ("html", "txt"))
    return not text.is_file() or page.stat().st_mtime_ns >= text.stat().st_mtime_ns


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.connect("html-page-context", name_text)
    app.connect("build-finished", write_texts)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
