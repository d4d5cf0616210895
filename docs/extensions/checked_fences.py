"""Leave no Python on the pages unchecked.

Fences with ``>>>`` become tests for the doctest builder, and everything that would escape it,
or be checked less than exactly, is reported.
Chapters are held to their expectations by another extension.
"""

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from extensions import chapter_outputs

logger = logging.getLogger(__name__)

PYTHON = {"python", "python3", "py", "py3", "pycon", "ipython", "ipython3", "default", None}
WEAKER = re.compile(r"#\s*doctest:")
ELLIPSIS = re.compile(r"^\s*(?!\.\.\.($| )).*\.\.\.", re.MULTILINE)


def check(app: Sphinx, doctree: nodes.document) -> None:
    """Turn prompts into tests, and report blocks that nothing checks."""
    if app.env.docname in chapter_outputs.sources(app):
        return
    waiting: nodes.Node | None = None  # a testcode that may have a testoutput
    for block in (node for node in doctree.findall(nodes.Element) if _is_block(node)):
        kind = block.get("testnodetype")
        if kind == "testoutput" and waiting is None:
            _report("a testoutput must directly follow the testcode that prints it", block)
        waiting = block if kind == "testcode" else None
        if "skipif" in block:
            _report("a test on a page mustn't be skipped", block)
        if kind is None:
            _claim(block)
        _refuse_weakness(block)


def _is_block(node: nodes.Element) -> bool:
    return isinstance(node, nodes.literal_block | nodes.doctest_block) or (
        isinstance(node, nodes.comment) and "testnodetype" in node
    )


def _claim(block: nodes.Element) -> None:
    if isinstance(block, nodes.doctest_block):
        return
    if block.astext().lstrip().startswith(">>>"):
        block["testnodetype"] = "doctest"
        block["groups"] = ["default"]
        block["options"] = {}
        block["language"] = "pycon"
        block.line = (block.line or 0) + 1  # below the fence
    elif block.get("language") in PYTHON:
        _report("nothing checks this Python; write it with >>> and what it prints", block)


def _refuse_weakness(block: nodes.Element) -> None:
    text = block.get("test", block.astext())
    if WEAKER.search(text) or block.get("options"):
        _report("a doctest option makes the check weaker; expect the exact output", block)
    outputs = [line for line in text.splitlines() if not line.lstrip().startswith((">>>", "... "))]
    expects = block.get("testnodetype") != "testcode" and (
        isinstance(block, nodes.doctest_block) or "testnodetype" in block
    )
    if expects and any(ELLIPSIS.search(line) for line in outputs):
        _report("an expected output mustn't be abbreviated by an ellipsis", block)


def _report(problem: str, block: nodes.Node) -> None:
    logger.warning("%s", problem, location=block)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.setup_extension("extensions.chapter_outputs")
    app.connect("doctree-read", check)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
