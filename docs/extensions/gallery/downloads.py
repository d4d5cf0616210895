"""Give the chapters' downloads prose that reads well outside the site.

sphinx-gallery copies a chapter's prose as it is, with links that only Sphinx understands.
Once the site is built, each chapter's script is written again in the edition's language and with
plain words in their place, its notebook too, and its archive holds the two.
sphinx-gallery's own copies stay as they are: were they touched, it would run the chapters again.
"""

import re
from functools import partial
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx_gallery.py_source_parser import split_code_and_text_blocks

from extensions.gallery import chapters, page_links
from extensions.gallery.archive import packed
from extensions.gallery.notebooks import closing, notebook
from extensions.gallery.plain_prose import plain
from extensions.i18n.page_catalogue import translator
from extensions.i18n.rst import Translate

PROSE = re.compile(r'(?<=\A"""\n)(?s:.*?)(?=\n""")|(?P<comment>(?m:^)#(?! %%).*(?:\n#.*)*)')


def write_downloads(app: Sphinx, exception: Exception | None) -> None:
    """Write every chapter's script, notebook and archive."""
    if exception is not None or app.builder.name != "html":
        return
    built = {
        Path(name): Path(app.outdir, "_downloads", copy)
        for name, (_pages, copy) in app.env.dlfiles.items()
    }
    for chapter in chapters.all_chapters(app):
        script, as_notebook, archive = (
            built[Path(f"{chapter.docname}{ending}")] for ending in (".py", ".ipynb", ".zip")
        )
        translate = translator(app, chapter.docname)
        script.write_bytes(plain_script(chapter.page, translate).encode())
        text = notebook(
            chapter.page,
            app.config.sphinx_gallery_conf,
            translate=translate,
            write_link=partial(_markdown_link, app, chapter.docname),
            extra=chapter.source.parent.name,
        )
        as_notebook.write_bytes(text.encode())
        archive.write_bytes(
            packed({file.name: file.read_bytes() for file in (script, as_notebook)})
        )


def plain_script(script: Path, translate: Translate = str) -> str:
    """Return a chapter's script with its prose translated, and plain words for every link in it."""
    lines = script.read_text(encoding="utf-8").splitlines(keepends=True)
    blocks = split_code_and_text_blocks(script)[1]
    starts = [first_line - 1 for *_rest, first_line in blocks]
    parts = []
    for (kind, *_rest), start, end in zip(blocks, starts, [*starts[1:], len(lines)], strict=True):
        part = "".join(lines[start:end])
        parts.append(PROSE.sub(partial(_plain, translate), part) if kind == "text" else part)
    return "".join([*parts, f"\n# %%\n# {closing()}\n"])


def _plain(translate: Translate, match: re.Match[str]) -> str:
    """Return a docstring's or a comment's prose without what only Sphinx understands."""
    prose = re.sub(r"(?m)^# ?", "", match[0]) if match["comment"] else match[0]
    words = plain(prose, translate)
    return re.sub(r"(?m)^", "# ", words).replace("# \n", "#\n") if match["comment"] else words


def _markdown_link(app: Sphinx, docname: str, role: str, words: str, target: str) -> str:
    """Return a link as notebooks have it."""
    address = page_links.address(app, docname, role, target)
    return f"[{words}]({address})" if address else words


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.setup_extension("extensions.gallery.chapters")
    app.connect("build-finished", write_downloads)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
