"""The same idea in several libraries, from the scripts in ``rosetta``.

There each stands between ``# gradient``, say, and ``# end``, in each library's script.
A chapter shows it right after its cell, in a closed box with a tab for each library::

    # .. other-libraries:: gradient

On a page that is about nothing else, ``libraries`` shows all of them side by side.
"""

import re
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst.directives import positive_int
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata
from sphinx_design.shared import create_component

from extensions.gallery.exercises import box

SCRIPTS = "rosetta/with_{}.py"
LIBRARIES = {"theano": "Theano", "pytensor": "PyTensor", "jax": "JAX", "pytorch": "PyTorch"}
SELECTED = "pytensor"  # the next of kin


class other_libraries(nodes.General, nodes.Element):
    """Where a box is to stand, with its code by library."""


def snippets(folder: Path, idea: str) -> dict[str, nodes.literal_block]:
    """Return an idea's code by library, as blocks that say which script they come from.

    Parameters
    ----------
    folder : Path
        The folder that holds ``rosetta``.
    idea : str
        What stands after ``#`` where the idea begins.

    Returns
    -------
    dict of str to literal_block
        The blocks.

    Raises
    ------
    ValueError
        If a script doesn't have the idea.
    """
    blocks = {}
    for library in LIBRARIES:
        script = folder / SCRIPTS.format(library)
        text = script.read_text(encoding="utf-8")
        found = re.search(rf"(?ms)^# {re.escape(idea)}\n(.*?)\n+# end$", text)
        if found is None:
            raise ValueError(f"{script.name} must have the idea between '# {idea}' and '# end'")
        code, source = found[1], str(script)
        blocks[library] = nodes.literal_block(code, code, language="python", source=source)
    return blocks


class Libraries(SphinxDirective):
    """Show an idea in each library: side by side, or in a box."""

    required_arguments = 1
    option_spec: ClassVar = {"columns": positive_int}

    def run(self) -> list[nodes.Node]:
        """Read the scripts."""
        try:
            blocks = snippets(Path(self.env.srcdir), self.arguments[0])
        except ValueError as problem:
            raise self.error(str(problem)) from None
        for block in blocks.values():
            self.env.note_dependency(block["source"])
        if self.name == "libraries":
            return [_side_by_side(blocks, self.options.get("columns", 2))]
        link = self.parse_text_to_nodes(":doc:`/rosetta`")  # which has a translated title
        for paragraph in link:
            paragraph["translatable"] = False  # type: ignore[index]
        return [other_libraries("", *link, blocks=blocks)]


class PutInBox(SphinxPostTransform):
    """Make the boxes, which hold no cells of the chapter, and nothing to translate."""

    default_priority = 150  # before sphinx-design makes HTML of its parts
    formats = ("html",)

    def run(self, **_settings: Any) -> None:
        """Replace the marks."""
        for mark in list(self.document.findall(other_libraries)):
            tabs = _tabs(mark["blocks"])
            made = box(_("The same in other libraries"), [tabs, *mark.children])
            made["container_classes"] += ["other-libraries", "d-print-none"]
            mark.replace_self(made)


def _side_by_side(blocks: dict[str, nodes.literal_block], columns: int) -> nodes.Element:
    widths = ["sd-row-cols-1", f"sd-row-cols-md-{columns}"]  # one column on phones
    row = create_component("grid-row", ["sd-row", *widths, "sd-g-3"])
    for library, block in blocks.items():
        name = nodes.paragraph("", LIBRARIES[library])
        row += create_component("grid-item", ["sd-col", "sd-d-flex-column"], children=[name, block])
    grid: nodes.Element = create_component(
        "grid-container", ["sd-container-fluid", "sd-sphinx-override", "sd-mb-4"], children=[row]
    )
    return grid


def _tabs(blocks: dict[str, nodes.literal_block]) -> nodes.Element:
    tabs: nodes.Element = create_component("tab-set", ["sd-tab-set"])
    for library, block in blocks.items():
        label = nodes.rubric("", LIBRARIES[library], classes=["sd-tab-label"])
        content = create_component("tab-content", ["sd-tab-content"], children=[block])
        tabs += create_component(
            "tab-item",
            ["sd-tab-item"],
            children=[label, content],
            selected=library == SELECTED,
        )
    return tabs


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.add_node(other_libraries)
    app.add_directive("libraries", Libraries)
    app.add_directive("other-libraries", Libraries)
    app.add_post_transform(PutInBox)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
