"""Report a problem at its line in the chapter, not in the page that was made from it."""

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from extensions.gallery import chapters

# sphinx-gallery writes this above each part of a page, with an empty line between.
ORIGIN = re.compile(r"GENERATED FROM PYTHON SOURCE LINES (\d+)-")
LINES_ABOVE = 2


def place(app: Sphinx, doctree: nodes.document) -> None:
    """Give each part of a chapter's page its line in the chapter."""
    chapter = chapters.chapter_being_read(app)
    if chapter is None:
        return
    source_lines = chapters.expanded(app, chapter).source_lines
    offset = None
    for node in doctree.findall(nodes.Element):
        if node.line is None:
            continue
        origin = ORIGIN.search(node.astext()) if isinstance(node, nodes.comment) else None
        if origin:
            offset = int(origin[1]) - node.line - LINES_ABOVE
        elif offset is not None:
            line = min(max(node.line + offset, 1), len(source_lines))
            node.source, node.line = str(chapter.source), source_lines[line - 1]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.setup_extension("extensions.gallery.chapters")
    app.connect("doctree-read", place, priority=50)  # before lines are used
    return {"parallel_read_safe": True, "parallel_write_safe": True}
