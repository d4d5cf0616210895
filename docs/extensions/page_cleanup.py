"""Take out of the chapter pages what sphinx-gallery adds and a reader doesn't need."""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx


def clean(app: Sphinx, doctree: nodes.document) -> None:
    """Remove the note above each chapter that points to the downloads below it."""
    for note in list(doctree.findall(nodes.note)):
        if "sphx-glr-download-link-note" in note["classes"]:
            note.parent.remove(note)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.connect("doctree-read", clean)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
