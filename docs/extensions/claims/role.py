"""The role ``claim``: words of a page, bound to the computation that they speak of.

::

    The weights end at :claim:`7.78 <neuron.w.get_value()[0]>`.

The reader sees the words; the doctest builder evaluates the expression in the page's namespace,
after the code above it, and compares.
"""

import ast
import re
from typing import Any

from docutils import nodes
from docutils.parsers.rst.states import Inliner
from docutils.utils import unescape
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.writers.html5 import HTML5Translator

from extensions.gallery import chapters

CHECK = "__import__('extensions.claims.comparison', fromlist=['complaint']).complaint"
CLAIM = re.compile(r"(?s)(?P<shown>.+?)\s+<(?P<expression>.+)>")


class claim(nodes.inline):
    """Words, and the expression that bears them out."""


def read_claim(
    name: str,
    rawtext: str,
    text: str,
    lineno: int,
    inliner: Inliner,
    options: dict[str, Any] | None = None,
    content: list[str] | None = None,
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """Read a claim, and refuse one that has no expression."""
    match = CLAIM.fullmatch(unescape(text))
    try:
        if match is None:
            raise SyntaxError("it must be words and an expression, as in `7.78 <weight>`")
        expression = " ".join(match["expression"].split())
        ast.parse(expression, mode="eval")
    except SyntaxError as problem:
        message = inliner.reporter.error(f"{rawtext} is no claim: {problem.msg}", line=lineno)
        return [inliner.problematic(rawtext, rawtext, message)], [message]
    node = claim(rawtext, match["shown"], expression=expression)
    node.line = lineno
    return [node], []


def make_tests(app: Sphinx, doctree: nodes.document) -> None:
    """Put a test after each block that makes a claim."""
    chapter = chapters.chapter_being_read(app)
    group = "default" if chapter is None else "chapter"
    source = app.env.doc2path(app.env.docname) if chapter is None else chapter.source
    for node in reversed(list(doctree.findall(claim))):
        block: nodes.Node = node
        while isinstance(block.parent, nodes.TextElement) or not _may_hold_blocks(block.parent):
            block = block.parent
        code = f">>> {CHECK}({node.astext()!r}, {node['expression']!r}, {node['expression']})\n"
        test = nodes.comment(code, code)
        test.source, test.line = str(source), block.line or node.line
        test["testnodetype"], test["groups"], test["options"] = "doctest", [group], {}
        block.parent.insert(block.parent.index(block) + 1, test)


def _may_hold_blocks(node: nodes.Node) -> bool:
    return isinstance(
        node,
        nodes.document
        | nodes.section
        | nodes.list_item
        | nodes.definition
        | nodes.block_quote
        | nodes.container
        | nodes.Admonition
        | nodes.entry,
    )


def visit_claim(translator: HTML5Translator, node: claim) -> None:
    """Write the words, with a hint that says how they are computed (Bootstrap's, in the theme)."""
    hint = _("Computed: {expression}").format(expression=node["expression"])
    attributes: Any = {"title": hint, "tabindex": "0", "data-bs-toggle": "tooltip"}
    translator.body.append(translator.starttag(node, "span", "", CLASS="claim", **attributes))


def depart_claim(translator: HTML5Translator, node: claim) -> None:
    """Close the words."""
    translator.body.append("</span>")


def _ignore(translator: nodes.NodeVisitor, node: claim) -> None:
    """Leave the words as they are."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.setup_extension("extensions.gallery.chapters")
    app.add_node(claim, html=(visit_claim, depart_claim), text=(_ignore, _ignore))
    app.add_role("claim", read_claim)
    app.connect("doctree-read", make_tests, priority=110)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
