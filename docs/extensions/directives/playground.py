"""The playground: its page, and links to it from anywhere.

The directive ``playground`` puts the controls into a page; the role of the same name links to
the page with settings, as in ``:playground:`three corners lumped together <seed=22>```.
"""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.util.docutils import ReferenceRole, SphinxDirective
from sphinx.util.typing import ExtensionMetadata
from sphinx.writers.html5 import HTML5Translator
from sphinx.writers.text import TextTranslator

PAGE = "playground"
CORNERS = [(0, 0), (0, 1), (1, 0), (1, 1)]


class playground(nodes.General, nodes.Element):
    """Where the controls and pictures stand in the page."""


class Playground(SphinxDirective):
    """Put the playground here."""

    def run(self) -> list[nodes.Node]:
        """Leave a mark for the writer."""
        return [playground()]


class PlaygroundLink(ReferenceRole):
    """Link to the playground with settings, written as in its address."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Leave a link whose address is filled in when the page is written."""
        link = nodes.reference("", self.title, internal=True, settings=self.target)
        return [link], []


def presets() -> list[tuple[str, str]]:
    """Return the stories that the playground begins with: a name, and settings."""
    return [
        (_("AND with one neuron"), "targets=0001&network=neuron"),
        (_("XNOR with one neuron: it can't"), "network=neuron"),
        (_("XNOR with three neurons: it works"), "seed=0"),
        (_("Trapped: two corners undecided"), "seed=15"),
        (_("Trapped: three corners lumped together"), "seed=22"),
        (_("Twins that stay twins"), "weights=0.5,0.5,0.5,0.5,0.5,0.5,1,1"),
        (_("A learning rate that's too large"), "targets=0001&network=neuron&rate=100"),
    ]


def words() -> dict[str, str | list[str]]:
    """Return what the scripts say, in the edition's language."""
    return {
        "comma": _(", "),
        "iteration": _("iteration"),
        "cost": _("cost"),
        "guess": _("guessing"),
        "three": _("three corners lumped together"),
        "two": _("two corners undecided"),
        "summary": _("Iteration {iteration}: cost {cost}, {right} of 4 answers are right."),
        "diverged": _(
            "Stopped at iteration {iteration}: the cost is {cost}. Try a smaller learning rate."
        ),
        "unread": _("The address has something that means nothing here: {parts}"),
        "surface": _(
            "It answers yes on {share} % of the plane. At the corners 00, 01, 10 and 11 it "
            "answers {answers}."
        ),
        "costs": _("In {iterations} iterations the cost has gone from {first} to {last}."),
        "noCosts": _("Before the first iteration the cost is {last}."),
        "right": _("right"),
        "wrong": _("wrong"),
        "own": _("your own"),
        "gates": [
            *(_("always 0"), "AND", "x1 AND NOT x2", "x1", "NOT x1 AND x2", "x2", "XOR", "OR"),
            *("NOR", "XNOR", "NOT x2", "x1 OR NOT x2", "NOT x1", "NOT x1 OR x2", "NAND"),
            _("always 1"),
        ],
    }


def visit_playground(translator: HTML5Translator, node: nodes.Element) -> None:
    """Write the controls."""
    context = {"corners": CORNERS, "presets": presets(), "words": words()}
    translator.body.append(translator.builder.templates.render("playground.html", context))
    raise nodes.SkipNode


def visit_playground_text(translator: TextTranslator, node: nodes.Element) -> None:
    """Write nothing: the page says what can be done here."""
    raise nodes.SkipNode


def add_scripts(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Load the script on the playground's page only."""
    if doctree is not None and any(doctree.findall(playground)):
        app.add_css_file("live.css")
        app.add_css_file("playground.css")
        app.add_js_file("live/playground.js", defer="defer")


def fill_in_addresses(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Complete the links to the playground."""
    for link in doctree.findall(nodes.reference):
        if "settings" in link:
            page = app.builder.get_relative_uri(docname, PAGE)
            link["refuri"] = f"{page}#{link['settings']}"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.setup_extension("extensions.directives.live_figure")
    app.add_node(playground, html=(visit_playground, None), text=(visit_playground_text, None))
    app.add_directive("playground", Playground)
    app.add_role("playground", PlaygroundLink())
    app.connect("doctree-resolved", fill_in_addresses)
    app.connect("html-page-context", add_scripts)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
