"""Show the chapters of a folder, in order: ``chapter-cards`` as cards, ``chapter-list`` as a list.

What is told of a chapter stands below its title: ``.. summary:: What it's about, in a sentence.``
Its option ``:order:`` is for a script whose name doesn't begin with a number.
"""

from collections.abc import Callable
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Parser, directives
from docutils.utils import new_document
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from extensions.gallery.cards import Card, cards
from extensions.i18n.languages import languages
from extensions.i18n.page_catalogue import catalogue_files

Options = dict[str, Callable[[str], Any]]


class Summary(SphinxDirective):
    """What others say of this chapter: its own page doesn't show it, but has it translated."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[Options] = {"order": directives.positive_int}

    def run(self) -> list[nodes.Node]:
        """Leave the sentence where translators and no reader will find it."""
        sentence = " ".join(self.arguments[0].split())
        hidden = nodes.comment(sentence, sentence, translatable=True)
        self.set_source_info(hidden)
        return [hidden]


class Chapters(SphinxDirective):
    """The chapters of a folder."""

    required_arguments = 1

    def find(self) -> list[Card]:
        """Return the chapters' cards, and note that the page depends on them."""
        found = cards(self.env, self.arguments[0])
        for card in found:
            self.env.note_dependency(str(card.chapter.source))
            if self.config.language != languages()[0].code:
                for file in catalogue_files(self.env, card.chapter.docname):
                    self.env.note_dependency(str(file))
        # Sphinx reads such pages again when there is a page more, or less.
        self.env.glob_toctrees.add(self.env.current_document.docname)
        return found

    def parse(self, lines: list[str]) -> list[nodes.Node]:
        """Parse what is in the edition's language by now; the page around it may be in MyST."""
        nowhere = ""  # of what has no source Sphinx offers nothing to translators
        document = new_document(nowhere, self.state.document.settings)
        document.reporter = self.state.document.reporter
        Parser().parse("\n".join(lines), document)
        return document.children


class ChapterCards(Chapters):
    """A card for each chapter; with ``:toctree:`` the navigation gets the chapters, too."""

    option_spec: ClassVar[Options] = {
        "columns": directives.unchanged_required,  # as the directive grid takes them
        "toctree": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Lay the cards out."""
        found = self.find()
        lines = [f".. grid:: {self.options.get('columns', '1 2 2 2')}", "   :gutter: 3", ""]
        for card in found:
            lines += [
                f"   .. grid-item-card:: {card.title}",
                f"      :link: /{card.chapter.docname}",
                "      :link-type: doc",
                "",
                f"      {card.sentence}",
                "",
            ]
        if "toctree" in self.options:
            lines += [".. toctree::", "   :hidden:", ""]
            lines += [f"   /{card.chapter.docname}" for card in found]
        return self.parse(lines)


class ChapterList(Chapters):
    """A definition for each chapter, after those in the content."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Define the chapters."""
        lines = []
        for card in self.find():
            lines += [f":doc:`/{card.chapter.docname}`", f"   {card.sentence}", ""]
        items = [
            item for part in self.parse(lines) for item in part.findall(nodes.definition_list_item)
        ]
        above = self.parse_content_to_nodes()
        if above and isinstance(above[-1], nodes.definition_list):
            above[-1] += items
            return above
        return [*above, nodes.definition_list("", *items)]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.setup_extension("sphinx_design")
    app.setup_extension("extensions.gallery.chapters")
    app.add_directive("summary", Summary)
    app.add_directive("chapter-cards", ChapterCards)
    app.add_directive("chapter-list", ChapterList)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
