"""Show the chapters of a folder as cards, in order: the directive ``chapter-cards``.

What is told of a chapter stands below its title: ``.. summary:: What it's about, in a sentence.``
Its option ``:picture:`` is the number of the figure that stands for the chapter, and ``:order:`` is
for a script whose name doesn't begin with a number.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Parser, directives
from docutils.utils import new_document
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata
from sphinx_design.shared import is_component

from extensions.gallery.cards import Card, cards

Options = dict[str, Callable[[str], Any]]
SHOWN = "chapter_cards"
"""Where a page's metadata keep the cards that it shows, by their folder."""


class Summary(SphinxDirective):
    """What others say of this chapter: its own page doesn't show it, but has it translated."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[Options] = {
        "order": directives.positive_int,
        "picture": directives.positive_int,
    }

    def run(self) -> list[nodes.Node]:
        """Leave the sentence where translators and no reader will find it."""
        sentence = " ".join(self.arguments[0].split())
        hidden = nodes.comment(sentence, sentence, translatable=True)
        self.set_source_info(hidden)
        return [hidden]


class ChapterCards(SphinxDirective):
    """A card for each chapter, after those in the content.

    With ``:toctree:`` the navigation gets the chapters, too.
    """

    required_arguments = 1
    has_content = True
    option_spec: ClassVar[Options] = {
        "columns": directives.unchanged_required,  # as the directive grid takes them
        "toctree": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Lay the cards out."""
        found = self.find()
        length = _("About {minutes} minutes")
        lines = [f".. grid:: {self.options.get('columns', '1 2 2 2')}", "   :gutter: 3", ""]
        for card in found:
            lines += [
                f"   .. grid-item-card:: {card.title}",
                f"      :link: /{card.chapter.docname}",
                "      :link-type: doc",
                f"      :footer: {length.format(minutes=card.minutes)}",
                "",
            ]
            if card.picture:
                lines += [
                    "      .. card-header::",
                    "",
                    f"         .. chapter-figure:: {card.chapter.docname} {card.picture}",
                    "            :lazy:",
                    "",
                ]
            lines += [f"      {card.sentence}", ""]
        if "toctree" in self.options:
            lines += [".. toctree::", "   :hidden:", ""]
            lines += [f"   /{card.chapter.docname}" for card in found]
        grid, *rest = self.parse(lines)
        parts = list(grid.findall(nodes.Element))
        titles = [part for part in parts if is_component(part, "card-title")]
        for footer in (part for part in parts if is_component(part, "card-footer")):
            footer["computed"] = True
        for toctree in (tree for node in rest for tree in node.findall(addnodes.toctree)):
            toctree["titles"] = titles
        (row,) = (row for row in grid.findall(nodes.container) if is_component(row, "grid-row"))
        own, row.children = row.children, []
        self.state.nested_parse(self.content, self.content_offset, row)
        row += own
        return [grid, *rest]

    def find(self) -> list[Card]:
        """Return the chapters' cards, and note that the page shows them."""
        (folder,) = self.arguments
        found = cards(self.env, folder)
        metadata = self.env.metadata[self.env.current_document.docname]
        metadata.setdefault(SHOWN, {})[folder] = found
        return found

    def parse(self, lines: list[str]) -> list[nodes.Node]:
        """Parse what is in the edition's language by now; the page around it may be in MyST."""
        nowhere = ""  # of what has no source Sphinx offers nothing to translators
        document = new_document(nowhere, self.state.document.settings)
        document.reporter = self.state.document.reporter
        Parser().parse("\n".join(lines), document)
        return document.children


def name_pages(app: Sphinx, doctree: nodes.document) -> None:
    """Call chapters in the navigation what their cards call them, with their numbers.

    By now Sphinx has collected what is to be translated, and set the quotation marks.
    """
    for toctree in doctree.findall(addnodes.toctree):
        if titles := [title.astext() for title in toctree.attributes.pop("titles", ())]:
            toctree["entries"] = list(zip(titles, toctree["includefiles"], strict=True))


def pages_with_old_cards(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Return the pages that show cards as they no longer are: most edits leave cards alone."""
    now = cache(partial(cards, env))
    return [
        docname
        for docname in env.metadata.keys() - changed - removed
        for folder, shown in env.metadata[docname].get(SHOWN, {}).items()
        if now(folder) != shown
    ]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.setup_extension("sphinx_design")
    app.setup_extension("extensions.directives.chapter_figure")
    before_sphinx = 400
    app.connect("env-get-outdated", pages_with_old_cards)
    app.connect("doctree-read", name_pages, before_sphinx)
    app.add_directive("summary", Summary)
    app.add_directive("chapter-cards", ChapterCards)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
