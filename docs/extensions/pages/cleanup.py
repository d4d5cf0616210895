"""Take out of the pages what sphinx-gallery adds and a reader doesn't need, and what isn't HTML."""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx_design.tabs import sd_tab_label


def clean(app: Sphinx, doctree: nodes.document) -> None:
    """Remove the note above each chapter that points to the downloads below it."""
    for note in list(doctree.findall(nodes.note)):
        if "sphx-glr-download-link-note" in note["classes"]:
            note.parent.remove(note)


def unwrap(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Take lists out of paragraphs: Sphinx puts a function's several results there."""
    for paragraph in list(doctree.findall(nodes.paragraph)):
        if len(paragraph) == 1 and isinstance(paragraph[0], nodes.bullet_list):
            paragraph.replace_self(paragraph[0])


def mend_tabs(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Let no tab's label say what it controls: HTML doesn't allow it there."""
    for label in doctree.findall(sd_tab_label):
        label.attributes.pop("aria_controls", None)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.connect("doctree-read", clean)
    app.connect("doctree-resolved", unwrap)
    app.connect("doctree-resolved", mend_tabs)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
