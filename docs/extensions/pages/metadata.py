"""Tell the templates what a page is about, how long it is, and what it is made from and with.

Not sphinxext-opengraph 0.13: it must know the site's address while it builds, and ends
descriptions in the middle of a sentence.
"""

import platform
import re
from importlib.metadata import version
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from extensions.gallery import chapters
from extensions.gallery.reading_time import minutes_to_read

LONGEST = 160  # what search engines show


def describe(doctree: nodes.document) -> str:
    """Return the first words of a page, as far as whole sentences go or a few words allow.

    Parameters
    ----------
    doctree : document
        The page.

    Returns
    -------
    str
        At most 160 letters.
    """
    paragraph = next(doctree.findall(nodes.paragraph), None)
    if paragraph is None:
        return ""
    text = " ".join(paragraph.astext().split())
    if len(text) <= LONGEST:
        return text
    ends = [match.end() for match in re.finditer(r"[.?!](?= )|[。？！]", text[:LONGEST])]
    return text[: ends[-1]] if ends else text[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def source_of(app: Sphinx, docname: str) -> tuple[str, str]:
    """Return the file to edit for a page, and the notebook of a chapter."""
    if app.config.language != "en":
        source = f"docs/locale/{app.config.language}/LC_MESSAGES/{docname}.po"
    else:
        source = f"docs/{Path(app.env.doc2path(docname)).relative_to(app.srcdir).as_posix()}"
    for chapter in chapters.all_chapters(app):
        if chapter.docname == docname:
            script = chapter.source.relative_to(app.srcdir).as_posix()
            notebook = f"notebooks/{chapter.source.stem}.ipynb"
            return (f"docs/{script}" if app.config.language == "en" else source), notebook
    return source, ""


def add_facts(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Give the template what it writes about a page."""
    if doctree is not None:
        context["description"] = describe(doctree)
        context["source_file"], context["notebook"] = source_of(app, pagename)
    for chapter in chapters.all_chapters(app):
        if chapter.docname == pagename:
            context["minutes"] = minutes_to_read(chapter.script)
    context["versions"] = {
        "python": platform.python_version(),
        "theano": version("theano-pymc"),
        "numpy": version("numpy"),
    }


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.setup_extension("extensions.gallery.chapters")
    app.connect("html-page-context", add_facts)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
