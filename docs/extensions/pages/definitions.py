"""Write the glossary once more, as ``_static/glossary.js``, for the boxes beside its terms.

A script that holds data, as a page that is opened from a folder may load nothing else.
"""

import json
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.locale import _

from extensions.claims.role import claim

FILE = "_static/glossary.js"


def write_definitions(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Write what a page's glossary says of each term, as HTML with links as on that page."""
    entries = [
        entry
        for glossary in (doctree.findall(addnodes.glossary) if doctree else ())
        for entry in glossary.findall(nodes.definition_list_item)
    ]
    if not entries:
        return
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    definitions: dict[str, str] = {}
    for entry in entries:
        html = str(app.builder.render_partial(_box(entry))["fragment"]).strip()
        for term in entry.findall(nodes.term):
            definitions |= dict.fromkeys(term["ids"], html)
    data = json.dumps({"link": _("In the glossary"), "definitions": definitions}, indent=0)
    path = Path(app.outdir, FILE)
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"glossaryData = {data};\n", encoding="utf-8")


def _box(entry: nodes.definition_list_item) -> nodes.Element:
    """Return an entry's terms, as a title, and its definition."""
    title = ", ".join(term.astext() for term in entry.findall(nodes.term))
    (definition,) = (part for part in entry if isinstance(part, nodes.definition))
    box = nodes.container("", nodes.paragraph("", "", nodes.strong("", title)))
    box += definition.deepcopy().children
    for number in list(box.findall(claim)):
        number.replace_self(number.children)  # no hint within a hint
    return box


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.connect("html-page-context", write_definitions)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
