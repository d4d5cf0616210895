"""Give the chapters' downloads prose that reads well outside the site.

sphinx-gallery copies a chapter's prose as it is, with links that only Sphinx understands.
Once the site is built, each chapter's script is written again in the edition's language and with
plain words in their place, its notebook is made from that script, and its archive holds the two.
sphinx-gallery's own copies stay as they are: were they touched, it would run the chapters again.
"""

import json
import re
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile, ZipInfo

from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx_gallery.notebook import jupyter_notebook
from sphinx_gallery.py_source_parser import remove_config_comments, split_code_and_text_blocks

from extensions.gallery import chapters, exercises
from extensions.i18n.page_catalogue import translator
from extensions.i18n.rst import Translate, translate_prose

# Mathematics stays: notebooks show it, and in a script its formula is all there is to read.
PROSE = re.compile(r'(?<=\A"""\n)(?s:.*?)(?=\n""")|(?P<comment>(?m:^)#(?! %%).*(?:\n#.*)*)')
LINK = re.compile(r":(?!math:)[a-z]+(?::[a-z]+)?:`([^`<\n]+?)(?: *<[^`\n]+>)?`")

ONLY_ON_THE_PAGE = re.compile(
    r"(?m)^\.\. (?:benchmark-(?:table|times|plot)|live-figure|figure-description|summary)::"
    r".*(?:\n+ .*)*(?:\n+|\Z)"
)
NO_SPACE = re.compile(
    r"(?<!\\)\\ "
)  # between markup and a letter, which only reStructuredText needs


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
        as_notebook.write_bytes(notebook(script, app.config.sphinx_gallery_conf).encode())
        archive.write_bytes(_archive(script, as_notebook))


def plain_script(script: Path, translate: Translate = str) -> str:
    """Return a chapter's script with its prose translated, and plain words for every link in it."""
    lines = script.read_text(encoding="utf-8").splitlines(keepends=True)
    blocks = split_code_and_text_blocks(script)[1]
    starts = [first_line - 1 for *_rest, first_line in blocks]
    parts = []
    for (kind, *_rest), start, end in zip(blocks, starts, [*starts[1:], len(lines)], strict=True):
        part = "".join(lines[start:end])
        parts.append(PROSE.sub(partial(_plain, translate), part) if kind == "text" else part)
    checked = _(
        "What this chapter prints is checked, and so is each number in its sentences: "
        "make doctest, in the project's repository, computes them anew."
    )
    return "".join([*parts, f"\n# %%\n# {checked}\n"])


def _plain(translate: Translate, match: re.Match[str]) -> str:
    """Return a docstring's or a comment's prose without what only Sphinx understands."""
    prose = re.sub(r"(?m)^# ?", "", match[0]) if match["comment"] else match[0]
    plain = NO_SPACE.sub("", LINK.sub(r"\1", translate_prose(prose, translate)))
    plain = exercises.in_plain_words(ONLY_ON_THE_PAGE.sub("", plain))
    return re.sub(r"(?m)^", "# ", plain).replace("# \n", "#\n") if match["comment"] else plain


def notebook(script: Path, settings: dict[str, Any]) -> str:
    """Return a script as a notebook, by sphinx-gallery's settings."""
    blocks = [
        block._replace(content=remove_config_comments(block.content))
        for block in split_code_and_text_blocks(script)[1]
    ]
    made = jupyter_notebook(blocks, settings, script.parent)
    exercises.with_room(made)
    return json.dumps(made, indent=2)


def _archive(*files: Path) -> bytes:
    """Pack files so that the same files always give the same bytes."""
    archive = BytesIO()
    with ZipFile(archive, "w") as packed:
        for file in files:
            entry = ZipInfo(file.name)  # dated 1980
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, file.read_bytes())
    return archive.getvalue()


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.setup_extension("extensions.gallery.chapters")
    app.connect("build-finished", write_downloads)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
