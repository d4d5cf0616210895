"""Show a chapter's figures with labels in the edition's language.

A chapter draws its figures once. The labels are messages of its page's catalogue; from it each
edition makes copies of the figures before it reads any page, such as ``name.zh_CN.svg``, which
Sphinx shows in place of ``name.svg`` (see its setting ``figure_language_filename``).
"""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from extensions.gallery.chapters import Chapter, all_chapters
from extensions.gallery.figure_labels import labels, translated
from extensions.i18n.languages import languages
from extensions.i18n.page_catalogue import translator


class FigureLabels(SphinxDirective):
    """The labels of the figure above: no reader sees them here, but translators do."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Leave each label where translators and no reader will find it."""
        hidden = [nodes.comment(label, label, translatable=True) for label in self.content]
        for label in hidden:
            self.set_source_info(label)
        return list(hidden)


def write_copies(app: Sphinx, came_or_went: set[str]) -> None:
    """Write the copies in the edition's language, and remove those that no figure needs."""
    language = app.config.language
    if language == languages()[0].code:
        return
    app.builder.compile_update_catalogs()  # as Sphinx does it later
    root = Path(app.srcdir)
    folders = {chapter.page.parent / "images" for chapter in all_chapters(app)}
    there = {copy for folder in folders for copy in folder.glob(f"*.{language}.svg")}
    needed = _copies(app)
    for copy in there | needed.keys():
        text, known = needed.get(copy), copy in there
        if text is None:
            copy.unlink()
        elif not known or copy.read_text(encoding="utf-8") != text:
            copy.write_text(text, encoding="utf-8")
        if known != (text is not None):
            original = copy.with_name(copy.name.replace(f".{language}.", "."))
            came_or_went |= {path.relative_to(root).as_posix() for path in (original, copy)}


def _copies(app: Sphinx) -> dict[Path, str]:
    """Return the text of each copy that there must be."""
    language = app.config.language
    copies = {}
    for chapter in all_chapters(app):
        translate = translator(app, chapter.docname)
        for figure in _figures(chapter):
            svg = figure.read_text(encoding="utf-8")
            if not labels(svg):
                continue
            try:
                copy = translated(svg, translate, language.replace("_", "-"))
            except ValueError as problem:
                raise ExtensionError(f"{chapter.docname}: {problem}") from None
            copies[figure.with_suffix(f".{language}.svg")] = copy
    return copies


def _figures(chapter: Chapter) -> Iterator[Path]:
    for ending in ("", "_dark"):
        pattern = f"sphx_glr_{chapter.page.stem}_[0-9][0-9][0-9]{ending}.svg"
        yield from (chapter.page.parent / "images").glob(pattern)


def pages_to_read(
    app: Sphinx,
    env: BuildEnvironment,
    added: set[str],
    changed: set[str],
    removed: set[str],
    came_or_went: set[str],
) -> Sequence[str]:
    """Return the pages with figures whose copies weren't there before, or are there no more."""
    return [name for path in came_or_went if path in env.images for name in env.images[path][0]]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.setup_extension("extensions.gallery.chapters")
    app.add_directive("figure-labels", FigureLabels)
    after_chapters_have_run = 700
    came_or_went: set[str] = set()
    write = partial(write_copies, came_or_went=came_or_went)
    app.connect("builder-inited", write, after_chapters_have_run)
    app.connect("env-get-outdated", partial(pages_to_read, came_or_went=came_or_went))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
