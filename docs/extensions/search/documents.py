"""Write what the search looks through: ``_static/search/documents.js``, a script that holds data.

A script, because a page that is opened from a folder may load scripts, and nothing else.
"""

import json
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from extensions.search import synonyms
from extensions.search.han_variants import variants
from extensions.search.pieces import Piece, pieces_of

FILE = "_static/search/documents.js"
START, END = "searchData = ", ";\n"

Pages = dict[str, list[Any]]


class Documents:
    """The pieces of the pages that are being written."""

    def __init__(self) -> None:
        self.written: Pages = {}

    def collect(self, app: Sphinx, doctree: nodes.document, docname: str) -> None:
        """Keep the pieces of a page."""
        if app.builder.name == "html":
            labels = app.env.domains.standard_domain.anonlabels.values()
            given = {label for page, label in labels if page == docname}
            pieces = pieces_of(doctree, docname == "help", given)
            self.written[docname] = [_compact(piece) for piece in pieces]

    def write(self, app: Sphinx, exception: Exception | None) -> None:
        """Write the pieces of all pages; those of pages that weren't written again stay."""
        if exception is not None or app.builder.name != "html":
            return
        path = Path(app.outdir, FILE)
        before = read(path)
        for docname in app.env.found_docs - (before | self.written).keys():
            doctree = app.env.get_and_resolve_doctree(docname, app.builder, tags=app.tags)
            self.collect(app, doctree, docname)
        pages = before | self.written
        lines = ",\n".join(
            f"{json.dumps(docname)}: {json.dumps(pages[docname], ensure_ascii=False)}"
            for docname in sorted(app.env.found_docs)
        )
        others = {
            "synonyms": synonyms.read_synonyms(Path(app.srcdir, synonyms.FILE)),
            "variants": variants(lines) if app.config.language.startswith("zh") else "",
        }
        rest = json.dumps(others, ensure_ascii=False).removeprefix("{")
        path.parent.mkdir(exist_ok=True)
        path.write_text(f'{START}{{"pages": {{\n{lines}\n}},\n{rest}{END}', encoding="utf-8")


def read(path: Path) -> Pages:
    """Return the pieces of each page, as the file has them; none if there's no file.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    dict of str to list
        For each page its pieces, each a list of its anchor, its title, the titles above it,
        its text, the messages in it, the page that it leads to, and the names in its code; what
        would be empty at the end is left out.
    """
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    if not text.startswith(START):
        return {}
    pages: Pages = json.loads(text.removeprefix(START).removesuffix(END))["pages"]
    return pages


def _compact(piece: Piece) -> list[Any]:
    parts = [piece.anchor, piece.title, list(piece.parents), "\n".join(piece.blocks)]
    parts += ["\n".join(dict.fromkeys(piece.messages)), piece.leads_to]
    parts += [" ".join(dict.fromkeys(piece.names))]
    while not parts[-1]:
        parts.pop()
    return parts


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    documents = Documents()
    app.connect("doctree-resolved", documents.collect, priority=900)
    app.connect("build-finished", documents.write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
