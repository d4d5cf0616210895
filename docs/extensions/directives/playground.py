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
GATES = [
    *(("0001", "AND"), ("0111", "OR"), ("1110", "NAND")),
    *(("1000", "NOR"), ("0110", "XOR"), ("1001", "XNOR")),
]
"""The gates that have a name: their targets at the corners, and the name."""


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
        (_("AND, one neuron"), "targets=0001&network=neuron"),
        (_("XNOR, one neuron"), "network=neuron"),
        (_("XNOR, three neurons"), "seed=0"),
        (_("Trap: two undecided"), "seed=15"),
        (_("Trap: three lumped"), "seed=22"),
        (_("Twins"), "weights=0.5,0.5,0.5,0.5,0.5,0.5,1,1"),
        (_("Rate too large"), "targets=0001&network=neuron&rate=100"),
    ]


def words() -> dict[str, str | dict[str, str]]:
    """Return what the scripts say, in the edition's language."""
    return {
        "comma": _(", "),
        "guess": _("guessing"),
        "three": _("three lumped"),
        "two": _("two undecided"),
        "rightOf4": _("{right} of 4 right"),
        "summary": _("Iteration {iteration}: cost {cost}, {right} of 4 right."),
        "past": _("Looking back at iteration {iteration} of {last}: Train goes on from here."),
        "diverged": _(
            "Stopped at iteration {iteration}: the cost jumped to {highest}, then was no longer a "
            "number ({cost}). Each step leaps too far: try a smaller learning rate, such as "
            "{rate}."
        ),
        "unread": _("The address has something that means nothing here: {parts}"),
        "surface": _(
            "It answers yes on {share} % of the plane. At the corners 00, 01, 10 and 11 it "
            "answers {answers}."
        ),
        "moment": _("iteration {iteration}, cost {cost}"),
        "costs": _("In {iterations} iterations the cost has gone from {first} to {last}."),
        "noCosts": _("Before the first iteration the cost is {last}."),
        "fewCosts": _("The costs, one after the other: {costs}."),
        "right": _("right"),
        "wrong": _("wrong"),
        "own": _("your own"),
        "gates": {
            "0000": _("it always answers 0"),
            "0010": _("it answers 1 only for 1 0"),
            "0011": _("its answer is x1"),
            "0100": _("it answers 1 only for 0 1"),
            "0101": _("its answer is x2"),
            "1010": _("its answer is the opposite of x2"),
            "1011": _("it answers 0 only for 0 1"),
            "1100": _("its answer is the opposite of x1"),
            "1101": _("it answers 0 only for 1 0"),
            "1111": _("it always answers 1"),
        },
    }


def visit_playground(translator: HTML5Translator, node: nodes.Element) -> None:
    """Write the controls."""
    context = {"corners": CORNERS, "gates": GATES, "presets": presets(), "words": words()}
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
        app.add_css_file("playground_panels.css")
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
