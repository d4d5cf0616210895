"""Report each number in prose that nothing bears out.

A number is borne out by its claim, or by belonging to one of the kinds that rest on no
computation; one in digits also by code, output or a formula close to it, if that shows the same
number. Words would too often meet a number there that means something else.
"""

import re
from collections.abc import Iterator
from math import isclose

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.typing import ExtensionMetadata

from extensions.claims.kinds import without_kinds
from extensions.claims.numerals import Numeral, numerals
from extensions.claims.role import claim

logger = logging.getLogger(__name__)

CODE = (nodes.literal_block, nodes.doctest_block, nodes.literal, nodes.math, nodes.math_block)
NOT_PROSE = (*CODE, claim, nodes.raw, nodes.image, addnodes.desc_signature)
CELLS_NEARBY = 2  # before a sentence, and as many after it
NUMBER_IN_CODE = re.compile(r"\d[\d_]*(?:\.\d*)?(?:e[-+]?\d+)?")
TITLE_ROLES = {"doc", "ref", "section"}
"""They show the title of what they lead to, unless they have words of their own."""
DOCSTRING = ":docstring of "
"""In autodoc's sources; what docstrings say of shapes and bounds has examples that are run."""


def check_page(app: Sphinx, doctree: nodes.document) -> None:
    """Report what nothing bears out, on a page in English that is about to be tested."""
    if app.builder.name != "doctest" or app.env.docname in app.config.pages_without_claims:
        return
    for block in doctree.findall(nodes.TextElement):
        if _is_prose(block):
            _check_prose(block)


def _check_prose(block: nodes.TextElement) -> None:
    found = numerals(without_kinds("".join(_prose(block)).strip()))
    known = _numbers_beside(block) if found else set()
    for numeral in found:
        if numeral.is_word or not _is_beside(numeral, known):
            _report(block, numeral)


def _report(block: nodes.Element, numeral: Numeral) -> None:
    logger.warning(
        "nothing bears out %r: write a claim, :claim:`%s <expression>`",
        numeral.text.strip(),
        numeral.text.strip(),
        location=block,
    )


def _is_prose(block: nodes.TextElement) -> bool:
    if isinstance(block, nodes.Inline | nodes.comment | nodes.FixedTextElement | nodes.math_block):
        return False
    node: nodes.Node | None = block
    while node is not None:
        if isinstance(node, NOT_PROSE) or DOCSTRING in (node.source or ""):
            return False
        if isinstance(node, nodes.Element) and node.get("computed"):
            return False
        node = node.parent
    return True


def _prose(node: nodes.Node) -> Iterator[str]:
    """Yield the text of a block, with a sign in place of what isn't prose."""
    for child in node.children:
        if isinstance(child, NOT_PROSE) or _shows_a_title(child):
            yield "\ufffc"
        elif isinstance(child, nodes.Text):
            yield child.astext()
        elif not isinstance(child, nodes.comment):
            yield from _prose(child)


def _shows_a_title(node: nodes.Node) -> bool:
    """Tell whether a link's words, which are a name so far, will be those of a title elsewhere."""
    return (
        isinstance(node, addnodes.pending_xref)
        and node["reftype"] in TITLE_ROLES
        and not node["refexplicit"]
    )


def _numbers_beside(block: nodes.Element) -> set[float]:
    """Return the numbers in a block's own code, and in the cells before and after it."""
    section: nodes.Element = block
    while section.parent is not None and not isinstance(section, nodes.section | nodes.document):
        section = section.parent
    shown = [node for node in section.findall(nodes.Element) if node is block or _is_code(node)]
    place = next(number for number, node in enumerate(shown) if node is block)
    found: set[float] = set()
    for side in (reversed(shown[:place]), shown[place + 1 :]):
        cells = 0
        for node in side:
            found |= _numbers_in(node)
            cells += isinstance(node, nodes.literal_block | nodes.doctest_block)
            if cells == CELLS_NEARBY:
                break
    return found


def _is_code(node: nodes.Element) -> bool:
    return isinstance(node, CODE) or node.get("testnodetype") == "testoutput"


def _numbers_in(block: nodes.Element) -> set[float]:
    return {float(number.replace("_", "")) for number in NUMBER_IN_CODE.findall(block.astext())}


def _is_beside(numeral: Numeral, numbers: set[float]) -> bool:
    """Tell whether a number, or one that rounds to it, is among those of the code."""
    value = abs(numeral.value)
    candidates = {value, value * 100} if "%" in numeral.text else {value}
    if any(isclose(value, number) for value in candidates for number in numbers):
        return True
    has_decimals = "." in numeral.text
    return has_decimals and any(abs(value - number) <= numeral.precision for number in numbers)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.setup_extension("extensions.claims.role")
    app.add_config_value("pages_without_claims", [], "env", [list])
    app.connect("doctree-read", check_page, priority=120)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
