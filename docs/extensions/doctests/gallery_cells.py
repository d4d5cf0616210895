"""Hold each chapter's page to the outputs that its author expects.

Every code cell becomes a test for the doctest builder; the expectation leaves the page, where
the captured output stands instead, and the HTML builder compares the two.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx_gallery.py_source_parser import split_code_and_text_blocks

from extensions.gallery import chapters
from extensions.gallery.expected_output import Cell, ExpectationError, read_cell, visible

logger = logging.getLogger(__name__)


class PlacedCell(NamedTuple):
    """A cell of a chapter, and the line of the chapter where it starts."""

    cell: Cell
    line: int


def hold_to_expectations(app: Sphinx, doctree: nodes.document) -> None:
    """Turn the cells of a chapter's page into tests."""
    chapter = chapters.chapter_being_read(app)
    if chapter is None:
        return
    shown = [node for node in doctree.findall(nodes.literal_block) if _is_code(node)]
    try:
        cells = list(_cells(app, chapter))
    except ExpectationError as problem:
        logger.warning("%s", problem)
        return
    if len(cells) != len(shown):
        logger.warning("%s has %d cells, its page %d", chapter.source, len(cells), len(shown))
        return
    executed = app.config.sphinx_gallery_conf["plot_gallery"]
    for node, (cell, line) in zip(shown, cells, strict=True):
        if executed and app.builder.format == "html":
            _compare(cell, _output_after(node), f"{os.path.relpath(chapter.source)}:{line}")
        _make_test(node, cell, chapter.source, line)


def _cells(app: Sphinx, chapter: chapters.Chapter) -> Iterator[PlacedCell]:
    source_lines = chapters.expanded(app, chapter).source_lines
    for kind, content, first_line in split_code_and_text_blocks(chapter.script)[1]:
        if kind == "code" and content.strip():
            line = source_lines[first_line - 1]
            try:
                yield PlacedCell(read_cell(content.strip("\n")), line)
            except ExpectationError as problem:
                place = f"{os.path.relpath(chapter.source)}:{line}"
                raise ExpectationError(f"{place}: {problem}") from None


def _is_code(node: nodes.literal_block) -> bool:
    return node.get("language") in ("Python", "python")


def _output_after(node: nodes.literal_block) -> str:
    """Return what sphinx-gallery captured from a cell, or nothing."""
    parent = node.parent
    following = parent[parent.index(node) + 1 :]
    for sibling in following:
        if isinstance(sibling, nodes.literal_block) and _is_code(sibling):
            break
        if isinstance(sibling, nodes.Element) and "sphx-glr-script-out" in sibling["classes"]:
            return "".join(block.astext() for block in sibling.findall(nodes.literal_block))
    return ""


def _compare(cell: Cell, output: str, place: str) -> None:
    if visible(output) != visible(cell.expected):
        logger.warning(
            "%s: the cell was expected to print\n%s\nbut its page shows\n%s",
            place,
            cell.expected or "nothing",
            output or "nothing",
        )


def _make_test(node: nodes.literal_block, cell: Cell, source: Path, line: int) -> None:
    node.rawsource = cell.code
    node.children = []
    node += nodes.Text(cell.code)
    expectation = nodes.comment(cell.expected, cell.expected)
    for part, kind in ((node, "testcode"), (expectation, "testoutput")):
        part.source = str(source)
        part.line = line
        part["testnodetype"] = kind
        part["groups"] = ["chapter"]
        part["options"] = {}
    node["test"] = cell.code
    if cell.expected:
        node.parent.insert(node.parent.index(node) + 1, expectation)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.setup_extension("extensions.gallery.chapters")
    app.connect("doctree-read", hold_to_expectations, priority=100)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
