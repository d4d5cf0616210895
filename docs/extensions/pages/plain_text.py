"""Write each page as plain text, too: beside ``page.html`` lies ``page.txt``."""

import re
from pathlib import Path
from typing import Any
from unittest import mock

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.text import TextBuilder
from sphinx.locale import _
from sphinx.writers import text as writer
from sphinx.writers.text import TextTranslator
from sphinx_design.dropdown import dropdown_title
from sphinx_design.shared import PassthroughTextElement

BREAK = re.compile(r"(\s+)|(?<=[、。，；：？！）》」』】])(?![、。，；：？！）》」』】”…—\s])")
"""Where a line may end: at a space, or in Chinese after a sign that no other sign follows."""


class PlainWrapper(writer.TextWrapper):
    """Break lines so that who joins them again, as a search does, needn't guess.

    Sphinx's wrapper breaks Chinese anywhere: in the middle of a word, before a full stop.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, break_long_words=False)

    def _split(self, text: str) -> list[str]:
        return [chunk for chunk in BREAK.split(text) if chunk]


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

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Write a page's text."""
        simplify(doctree)
        with mock.patch.object(writer, "TextWrapper", PlainWrapper):  # which has no setting
            super().write_doc(docname, doctree)


def simplify(doctree: nodes.document) -> None:
    """Say in words what a picture shows, once, and give boxes' titles lines of their own.

    What isn't printed is left out, too.

    Parameters
    ----------
    doctree : document
        The page as it is for HTML: with each picture for light and for dark pages, and with
        links that lie over a whole box and repeat its title.
    """
    for part in list(doctree.findall(nodes.Element)):
        if "d-print-none" in part["classes"]:
            part.parent.remove(part)
    for image in list(doctree.findall(nodes.image)):
        if "only-dark" in image["classes"] or not image.get("alt"):
            image.parent.remove(image)
            continue
        words = nodes.Text(_("[image: %s]") % image["alt"])
        in_text = isinstance(image.parent, nodes.TextElement)
        image.replace_self(words if in_text else nodes.paragraph("", "", words))
    for link in list(doctree.findall(nodes.reference)):
        if "sd-hide-link-text" in link["classes"]:
            link.parent.remove(link)
    for kind in (dropdown_title, PassthroughTextElement):
        for title in list(doctree.findall(kind)):
            title.replace_self(nodes.paragraph("", "", *title.children))


def name_text(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Tell the template of a page that has a source of its text."""
    if doctree is not None:
        context["plain_text"] = f"{pagename.rpartition('/')[2]}.txt"


def write_texts(app: Sphinx, exception: Exception | None) -> None:
    """Write the text of each page that was written."""
    if exception is not None or app.builder.name != "html":
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
