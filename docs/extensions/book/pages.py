"""Make the pages of a book: plain, open and light, with nothing that needs a script or a server."""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.typing import ExtensionMetadata
from sphinx.writers.html5 import HTML5Translator
from sphinx_design.shared import is_component

from extensions.book.builder import NO_PAGES, STYLES
from extensions.claims.role import claim
from extensions.directives.live_figure import live_figure
from extensions.gallery.exercises import FOOTERS
from extensions.gallery.graph_scraper import graph_figure
from extensions.pages.katex import mathml

BUILDER = "epub"
ONLY_ON_SCREEN = {"only-dark", *FOOTERS}


class OpenBoxes(SphinxPostTransform):
    """Open what is folded: nobody can click on paper. Cards go: the contents list the pages."""

    default_priority = 160  # after exercises are folded, before sphinx-design makes HTML
    builders = (BUILDER,)

    def run(self, **_settings: Any) -> None:
        """Replace the parts."""
        for part in list(self.document.findall(nodes.container)):
            if "d-print-none" in part.get("container_classes", ()):
                part.parent.remove(part)
            elif is_component(part, "dropdown"):
                title, *content = part.children
                head = nodes.paragraph("", "", *title.children, classes=["box-title"])
                part.replace_self(nodes.container("", head, *content, classes=["box"]))
            elif is_component(part, "grid-container") and is_of_cards(part):
                part.parent.remove(part)


def is_of_cards(grid: nodes.Element) -> bool:
    """Tell whether a grid holds cards that lead to other pages."""
    return any(
        is_component(node, "card") and any(node.findall(nodes.reference))
        for node in grid.findall(nodes.container)
    )


def simplify(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Take out of a page what a book can't have, and keep what stands in for it."""
    if app.builder.name != BUILDER:
        return
    for node in list(doctree.findall(nodes.Element)):
        if ONLY_ON_SCREEN.intersection(node.get("classes", ())):
            node.parent.remove(node)
        elif isinstance(node, claim | live_figure | graph_figure) or leads_nowhere(node):
            place = node.parent.index(node)
            node.parent[place : place + 1] = [] if isinstance(node, nodes.raw) else node.children


def leads_nowhere(node: nodes.Element) -> bool:
    """Tell whether a node is a link to a page that the book doesn't have, or an end of one."""
    if isinstance(node, nodes.raw):  # to a file of the site
        return node.astext().startswith(("<a ", "</a>"))
    if not isinstance(node, nodes.reference) or not node.get("internal"):
        return False
    page = node.get("refuri", "").partition("#")[0].rpartition("/")[2]
    return page.removesuffix(".xhtml") in NO_PAGES


def lay_out(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> str | None:
    """Give a page the book's template; the front page becomes the title page."""
    if app.builder.name != BUILDER:
        return None
    context["book"] = app.config
    context["styles"] = [context["pathto"](f"_static/{name}", 1) for name in STYLES]
    return "book/title.html" if pagename == app.config.root_doc else "book/page.html"


def visit_math(translator: HTML5Translator, node: nodes.math) -> None:
    """Write a formula that stands in a line of text."""
    translator.body.append(mathml(node, display=False))
    raise nodes.SkipNode


def visit_math_block(translator: HTML5Translator, node: nodes.math_block) -> None:
    """Write a formula that stands by itself."""
    translator.body.append(translator.starttag(node, "div", CLASS="math"))
    translator.body.append(f"{mathml(node, display=True)}</div>")
    raise nodes.SkipNode


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.setup_extension("extensions.book.builder")
    app.add_html_math_renderer("mathml", (visit_math, None), (visit_math_block, None))
    app.add_post_transform(OpenBoxes)
    app.connect("doctree-resolved", simplify, priority=900)
    app.connect("html-page-context", lay_out, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
