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


def source_of(app: Sphinx, docname: str, chapter: chapters.Chapter | None) -> str:
    """Return the file to edit for a page, which may be made from a chapter."""
    if app.config.language != "en":
        return f"docs/locale/{app.config.language}/LC_MESSAGES/{docname}.po"
    source = chapter.source if chapter else Path(app.env.doc2path(docname))
    return f"docs/{source.relative_to(app.srcdir).as_posix()}"


def add_facts(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Give the template what it writes about a page."""
    if doctree is not None:
        chapter = chapters.chapter_of(app, pagename)
        context["description"] = describe(doctree)
        context["source_file"] = source_of(app, pagename, chapter)
        if chapter:
            context["notebook"] = f"notebooks/{chapter.source.stem}.ipynb"
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
