"""Make a chapter's notebook: what it needs, its prose and cells, and what they printed and drew.

sphinx-gallery makes Markdown of the prose. The rest is put in here, so that a notebook reads as
if it had just been run.
"""

import json
import re
from pathlib import Path
from textwrap import dedent
from typing import Any

from sphinx.locale import _
from sphinx_gallery.notebook import jupyter_notebook
from sphinx_gallery.py_source_parser import (
    Block,
    remove_config_comments,
    split_code_and_text_blocks,
)

from extensions.gallery import exercises, needed_package, notebook_pictures
from extensions.gallery.expected_output import Cell, ExpectationError, read_cell
from extensions.gallery.plain_prose import WriteLink, only_words, plain
from extensions.i18n.rst import Translate

DESCRIPTION = re.compile(r"(?m)^\.\. figure-description::(.*(?:\n+ .*)*)(?:\n+|\Z)")
FOLDED = "<details><summary>{title}</summary>\n\n{words}\n\n</details>\n\n"


def closing() -> str:
    """Return the sentence that every download ends with."""
    return _(
        "What this chapter prints is checked, and so is each number in its sentences: "
        "make doctest, in the project's repository, computes them anew."
    )


def notebook(
    script: Path,
    settings: dict[str, Any],
    *,
    translate: Translate = str,
    write_link: WriteLink = only_words,
    extra: str = "chapters",
) -> str:
    """Return a chapter as a notebook.

    Parameters
    ----------
    script : Path
        The chapter's script, with the code that it shows; its pictures lie in ``images`` beside
        it, if they have been drawn.
    settings : dict
        sphinx-gallery's settings.
    translate : callable, default str
        Takes a message of the chapter's page and returns its translation.
    write_link : callable, default only_words
        Takes a link's role, words and target, and returns what stands in its place.
    extra : str, default "chapters"
        What of the package's optional dependencies it needs.

    Returns
    -------
    str
        The notebook in Jupyter's format 4.5.
    """
    blocks = [block for block in split_code_and_text_blocks(script)[1] if block.content.strip()]
    texts = [_text(block, translate, write_link) for block in blocks]
    closed = [block._replace(content=text) for block, text in zip(blocks, texts, strict=True)]
    made = jupyter_notebook([*closed, Block("text", closing(), 0)], settings, script.parent)
    _store_outputs(made, script, blocks, translate)
    exercises.with_room(made)
    _say_what_is_needed(made, extra)
    _number(made)
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def _text(block: Block, translate: Translate, write_link: WriteLink) -> str:
    """Return a block as sphinx-gallery gets it."""
    if block.type == "code":
        return str(remove_config_comments(_cell(block).code))
    title = _("The picture in words")
    folded = DESCRIPTION.sub(
        lambda match: FOLDED.format(title=title, words=dedent(match[1]).strip()),
        block.content.strip("\n"),
    )
    return plain(folded, translate, write_link)


def _cell(block: Block) -> Cell:
    try:
        return read_cell(block.content.strip("\n"))
    except ExpectationError:  # a warning has told its author
        return Cell(block.content, "")


def _store_outputs(
    made: dict[str, Any], script: Path, blocks: list[Block], translate: Translate
) -> None:
    """Put below each cell what it printed and drew; hide what the reader is to predict."""
    drawn = 0
    below = [*blocks[1:], None]
    above = [None, *blocks[:-1]]
    for cell, block, before, after in zip(made["cells"], blocks, above, below, strict=False):
        if block.type != "code":
            continue
        cell["metadata"] = {}
        if printed := _cell(block).expected:
            cell["outputs"].append({"output_type": "stream", "name": "stdout", "text": printed})
        for description in DESCRIPTION.findall(after.content) if after else []:
            drawn += 1
            picture = script.parent / "images" / f"sphx_glr_{script.stem}_{drawn:03}.svg"
            words = " ".join(plain(dedent(description).strip(), translate).split())
            cell["outputs"] += notebook_pictures.stored(picture, words)
        if before and exercises.asks(before.content):
            cell["metadata"] = {"jupyter": {"outputs_hidden": True}}


def _say_what_is_needed(made: dict[str, Any], extra: str) -> None:
    """Say it below the title, and have the first cell with code look for it."""
    first = made["cells"][0]
    first["source"] = ["".join(first["source"]).rstrip() + f"\n\n{needed_package.remark()}"]
    look = {"cell_type": "code", "metadata": {}, "outputs": []}
    made["cells"].insert(1, {**look, "source": [needed_package.cell(extra)]})


def _number(made: dict[str, Any]) -> None:
    """Name all cells, and count those with code, as they are when all have run."""
    made["nbformat_minor"] = 5
    count = 0
    for number, cell in enumerate(made["cells"]):
        cell["id"] = f"cell-{number}"
        if cell["cell_type"] == "code":
            runs = bool("".join(cell["source"]).strip())
            count += runs
            cell["execution_count"] = count if runs else None
            for output in cell["outputs"]:
                if output["output_type"] == "execute_result":
                    output["execution_count"] = count
