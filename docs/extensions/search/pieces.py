"""Cut a page into the pieces that a search finds, each with an address of its own."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from docutils import nodes
from sphinx import addnodes

from extensions.gallery.figure_description import figure_description
from extensions.search.formula_text import formula_text

NO_TEXT = (
    *(nodes.Invisible, nodes.raw, nodes.image, nodes.title, nodes.system_message),
    *(addnodes.toctree, addnodes.desc_signature, addnodes.index, figure_description),
)
DETAILS = (nodes.field_list, nodes.rubric, nodes.doctest_block, nodes.literal_block)  # of functions
NO_TEXT_CLASSES = {"sphx-glr-footer", "sphx-glr-timing", "sd-card", "toctree-wrapper"}
ERROR = re.compile(r"[\w.]*(?:Error|Exception|Warning|Timeout)\b: ")
NAMES = re.compile(r"[A-Za-z_][\w.]+(?=\()|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+|\w{3,}(?==[^=])")
PROMPT = re.compile(r"(?m)^(?:>>>|\.\.\.)(?: |$)")
SENTENCE_OF_CODE = re.compile(r"(?!Traceback )(?:[^=]*?\b[A-Za-z]{2,}\b){5}")
THREE_WORDS = re.compile(r"(?:.*?[A-Za-z]{2,}\b){3}")


@dataclass
class Piece:
    """A part of a page that a search finds by itself.

    Parameters
    ----------
    anchor : str
        Where it is on the page; empty for the page's beginning.
    title : str
        What it's called.
    parents : tuple of str
        The titles of the sections that it's in, without the page's.
    blocks : list of str
        Its paragraphs and commands, in their order.
    names : list of str
        What its code calls and passes: of code, that's what readers search for.
    messages : list of str
        Errors and warnings as Python prints them, which the piece is about.
    leads_to : str
        The address of the page that a term's explanation names last, which introduces it.
    """

    anchor: str
    title: str
    parents: tuple[str, ...]
    blocks: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    leads_to: str = ""


def pieces_of(
    doctree: nodes.document, about_messages: bool = False, labels: Container[str] = ()
) -> list[Piece]:
    """Return the pieces of a page: its beginning, sections, terms, functions.

    Parameters
    ----------
    doctree : document
        The page as it is written, with its links resolved.
    about_messages : bool
        Whether the page is about messages, so that whatever looks like one is one.
    labels : container of str
        The identifiers that authors have given: such an address stays when a heading changes.

    Returns
    -------
    list of Piece
        In the order of the page.
    """
    page = doctree.next_node(nodes.section)
    if page is None:
        return []
    first = Piece("", _title(page), ())
    pieces = [first, *_collect(page, first, (), about_messages)]
    given = {
        section["ids"][0]: label
        for section in page.findall(nodes.section)
        for label in reversed(section["ids"])  # the first counts
        if label in labels
    }
    for piece in pieces:
        piece.anchor = given.get(piece.anchor, piece.anchor)
    return pieces


def _collect(
    parent: nodes.Element, piece: Piece, above: tuple[str, ...], about_messages: bool
) -> Iterator[Piece]:
    """Give a piece its text, and yield the pieces within."""
    for node in parent.children:
        if not isinstance(node, nodes.Element) or _has_no_text(node):
            continue
        if about_messages and isinstance(node, nodes.term):  # the same in each entry
            continue
        within, parents = _begins(node), above
        if within:
            yield within
            within.parents = (*above, *within.parents)
            if isinstance(node, nodes.section):
                parents = (*above, within.title)
                _add_messages(node.next_node(nodes.title), within, about_messages)
        elif _is_code(node):
            _add_code(node, piece, about_messages)
            continue
        elif isinstance(node, nodes.TextElement):
            if text := _inline(node):
                piece.blocks.append(text)
                _add_messages(node, piece, about_messages)
            continue
        yield from _collect(node, within or piece, parents, about_messages)


def _begins(node: nodes.Element) -> Piece | None:
    """Return the piece that begins with a node, if one does."""
    if isinstance(node, nodes.section):
        return Piece(node["ids"][0], _title(node), ())
    if isinstance(node, addnodes.desc) and node["objtype"] not in ("attribute", "property"):
        signature = node.next_node(addnodes.desc_signature)
        if signature is not None and signature["ids"]:
            return Piece(signature["ids"][0], signature["fullname"], (signature["module"],))
    if isinstance(node, nodes.definition_list_item):
        terms = [child for child in node if isinstance(child, nodes.term) and child["ids"]]
        if terms:
            links = [link for link in node.findall(nodes.reference) if link.get("internal")]
            leads_to = str(links[-1].get("refuri", "")).partition("#")[0] if links else ""
            title = ", ".join(map(_inline, terms))
            return Piece(terms[0]["ids"][0], title, (), leads_to=leads_to)
    return None


def _is_code(node: nodes.Element) -> bool:
    return node.tagname == "code_links_block" or (  # sphinx-gallery's code, with links in it
        isinstance(node, nodes.FixedTextElement) and not isinstance(node, nodes.math_block)
    )


def _has_no_text(node: nodes.Element) -> bool:
    is_title = isinstance(node, nodes.term) and node["ids"]
    is_detail = isinstance(node.parent, addnodes.desc_content) and isinstance(node, DETAILS)
    return bool(
        is_title
        or is_detail
        or isinstance(node, NO_TEXT)
        or NO_TEXT_CLASSES.intersection(node.get("classes", ()))
    )


def _title(section: nodes.Element) -> str:
    title = section.next_node(nodes.title)
    return _inline(title) if title is not None else ""


def _inline(element: nodes.Element) -> str:
    """Return what is written in a heading, a paragraph, a block of code."""
    if isinstance(element, nodes.math | nodes.math_block):
        return formula_text(element.astext())
    text = ""
    for child in element.children:
        if isinstance(child, nodes.Text):
            text += child.astext()
        elif isinstance(child, nodes.Element) and not _has_no_text(child):
            text += _inline(child)
    return re.sub(r"\s+", " ", text)


def _add_code(block: nodes.Element, piece: Piece, about_messages: bool) -> None:
    """Note a command, a message, or the names in code."""
    language, code = block.get("language"), block.astext().strip()
    if language == "console":
        piece.blocks.append(code)
    elif language == "text" and about_messages:
        piece.messages += code.splitlines()
    else:
        is_output = "sphx-glr-script-out" in block["classes"] or PROMPT.search(code)
        printed = [line for line in code.splitlines() if not PROMPT.match(line)]
        piece.messages += [
            line
            for line in printed
            if ERROR.match(line) or (is_output and SENTENCE_OF_CODE.match(line))
        ]
        piece.names += NAMES.findall(code)


def _add_messages(element: nodes.Element | None, piece: Piece, about_messages: bool) -> None:
    """Note the messages in a heading or a paragraph."""
    if element is not None and about_messages:
        codes = (code.astext() for code in element.findall(nodes.literal))
        piece.messages += [code for code in codes if THREE_WORDS.match(code)]
