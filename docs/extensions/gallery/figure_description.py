"""Say in words what a chapter's figure shows: the directive ``figure-description``.

::

    .. figure-description:: The cost falls from :claim:`5.3 <costs[0]>` to nearly 0.

It stands in the text below the cell that draws the figure, and is prose as any other, with claims
and terms, until the page is written: then it becomes the alternative text of the figure.
A cell that draws several figures has a description for each, in their order.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from extensions.gallery import chapters

logger = logging.getLogger(__name__)

LANGUAGE_OF_CELLS = ("Python", "python")


class figure_description(nodes.General, nodes.Element):
    """Paragraphs that say what a figure shows, and no reader sees."""


class FigureDescription(SphinxDirective):
    """The description of the figure above."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the paragraphs."""
        self.assert_has_content()
        description = figure_description("", *self.parse_content_to_nodes())
        self.set_source_info(description)
        return [description]


def check_page(app: Sphinx, doctree: nodes.document) -> None:
    """Report each figure of a chapter without a description, and the other way round."""
    if chapters.chapter_being_read(app) is None or not chapters.runs_chapters(app):
        return
    cell: nodes.Element = doctree
    undescribed: list[nodes.Element] = []  # for each such figure, the cell that drew it
    for node in doctree.findall(nodes.Element):
        if isinstance(node, nodes.literal_block) and node.get("language") in LANGUAGE_OF_CELLS:
            _report(undescribed)
            cell, undescribed = node, []
        elif _is_figure(node, "light"):
            undescribed.append(cell)
        elif isinstance(node, figure_description):
            if undescribed:
                undescribed.pop()
            else:
                logger.warning("the cell above has no figure for this description", location=node)
    _report(undescribed)


def _report(cells: list[nodes.Element]) -> None:
    for cell in cells:
        logger.warning(
            "a figure of this cell has no description for readers who can't see it: begin the "
            "text below with .. figure-description:: <what it shows>",
            location=cell,
        )


def describe(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Turn descriptions into the alternative text of the light and the dark picture."""
    if app.builder.name == "gettext":  # which offers them to translators
        return
    light: list[nodes.Element] = []
    dark: list[nodes.Element] = []
    for node in list(doctree.findall(nodes.Element)):
        if _is_figure(node, "light"):
            light.append(node)
        elif _is_figure(node, "dark"):
            dark.append(node)
        elif isinstance(node, figure_description):
            words = " ".join(node.astext().split())
            for images in (light, dark):
                if images:
                    images.pop(0)["alt"] = words
            node.parent.remove(node)


def _is_figure(node: nodes.Element, page: str) -> bool:
    return isinstance(node, nodes.image) and f"only-{page}" in node["classes"] and "alt" not in node


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.setup_extension("extensions.gallery.source_lines")
    app.add_node(figure_description)
    app.add_directive("figure-description", FigureDescription)
    app.connect("doctree-read", check_page)
    app.connect("doctree-resolved", describe, priority=100)  # before words are counted
    return {"parallel_read_safe": True, "parallel_write_safe": True}
