"""Write each page as plain text, too: beside ``page.html`` lies ``page.txt``."""

from functools import partial
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


def note_page(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: Any,
    written: list[str],
) -> None:
    """Note a page that has a source, and tell the template of its text."""
    if doctree is not None:
        written.append(pagename)
        context["plain_text"] = f"{pagename.rpartition('/')[2]}.txt"


def write_texts(app: Sphinx, exception: Exception | None, written: list[str]) -> None:
    """Write the text of each page that was written."""
    if exception is not None or app.builder.format != "html" or not written:
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


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    written: list[str] = []
    app.connect("html-page-context", partial(note_page, written=written))
    app.connect("build-finished", partial(write_texts, written=written))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
