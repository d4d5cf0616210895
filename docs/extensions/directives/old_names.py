"""List the names of Theano 1.0, and what to write instead.

``old-names`` shows those that come back on request, with ``gone`` those that don't::

    ```{old-names} gone
    ```

What is said of them stands in ``names_1_0``, and is translated in the page's catalogue.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from extensions.i18n.page_catalogue import translator
from extensions.i18n.rst import Translate

if TYPE_CHECKING:
    from theano_walkthrough.compat.names_1_0 import Group

WIDTH = 48
"""Of each column, where the page is plain text."""


class OldNames(SphinxDirective):
    """A row for names that lay in one place and share one fate."""

    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Put the names into a table."""
        if self.arguments not in ([], ["gone"]):
            raise self.error(f"old-names takes 'gone' or nothing, got {self.arguments[0]!r}")
        from theano_walkthrough.compat import names_1_0  # and with it Theano, which takes a second

        groups = [group for group in names_1_0.GROUPS if group.given == (not self.arguments)]
        self.env.note_dependency(names_1_0.__file__)
        translate = translator(self.env, self.env.docname)
        shown = table(row for group in groups for row in rows(group, translate))
        shown["messages"] = sorted({group.remedy for group in groups} - {""})
        self.set_source_info(shown)
        return [shown]


def offer_messages(app: Sphinx, doctree: nodes.document) -> None:
    """Give translators what is said of names, once, in place of the names."""
    if app.builder.name != "gettext":
        return
    for shown in list(doctree.findall(nodes.table)):
        messages: list[str] = shown.get("messages", [])
        offered = [nodes.paragraph(text, text) for text in messages]
        for paragraph in offered:
            paragraph.source, paragraph.line = shown.source, shown.line
        if offered:
            shown.replace_self(offered)


def rows(group: "Group", translate: Translate) -> Iterator[nodes.row]:
    """Return a row for names whose names of today follow one rule."""
    for place, names in places(group).items():
        full = [f"{group.module}.{names[0]}"]
        old = full if len(names) == 1 else [group.module, " ".join(names)]
        today = translate(group.remedy) if group.remedy else "`TODAY`"
        yield row([f"`{text}`" for text in old], [today.replace("TODAY", place)])


def places(group: "Group") -> dict[str, list[str]]:
    """Return a group's names by where they are today.

    Parameters
    ----------
    group : Group
        The names.

    Returns
    -------
    dict of str to list of str
        The names, of which a ``*`` stands for any.

    Examples
    --------
    >>> from theano_walkthrough.compat.names_1_0 import Group
    >>> places(Group("theano.gof.vm", "VM_Linker=VMLinker VM Stack", "theano.link.vm"))
    {'theano.link.vm.VMLinker': ['VM_Linker'], 'theano.link.vm.*': ['VM', 'Stack']}
    """
    from theano_walkthrough.compat.names_1_0 import PYTHON

    found = defaultdict(list)
    for name, today in group.places():
        if group.remedy and "TODAY" not in group.remedy:
            today = ""
        same = today.endswith(name) and group.remedy != PYTHON
        found[f"{today.removesuffix(name)}*" if same else today].append(name)
    return {
        place.removesuffix("*") + names[0]
        if place.endswith("*") and len(names) == 1
        else place: names
        for place, names in found.items()
    }


def table(lines: Iterable[nodes.row]) -> nodes.table:
    """Return a table with two columns."""
    columns = nodes.tgroup("", cols=2)
    columns += [nodes.colspec(colwidth=WIDTH) for _column in range(2)]
    columns += nodes.thead("", row([_("In Theano 1.0")], [_("Today")]))
    columns += nodes.tbody("", *lines)
    return nodes.table("", columns, classes=["old-names"], computed=True)


def row(*cells: list[str]) -> nodes.row:
    """Return a row, whose cells hold paragraphs."""
    return nodes.row("", *(nodes.entry("", *map(paragraph, cell)) for cell in cells))


def paragraph(text: str) -> nodes.paragraph:
    """Return a paragraph that is in the edition's language, with code between backquotes."""
    words, *rest = text.split("`")
    parts: list[nodes.Node] = [nodes.Text(words)]
    for code, following in zip(rest[::2], rest[1::2], strict=True):
        parts += [nodes.literal("", code), nodes.Text(following)]
    return nodes.paragraph("", "", *parts, translatable=False)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.add_directive("old-names", OldNames)
    app.connect("doctree-read", offer_messages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
