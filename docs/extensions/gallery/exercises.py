"""What readers do themselves: the directives ``predict``, ``solution`` and ``self-check``.

An exercise is a section of its own below "Try it yourself"::

    # A sum in place of a product
    # ~~~~~~~~~~~~~~~~~~~~~~~~~~~
    # The task, and then perhaps
    #
    # .. hint::
    #
    #    Only the formula changes.

    added = ...  # your function

    # %%
    # .. solution::

    added = theano.function([a, b], a + b)

    # %%
    # .. self-check::

    assert added is not ..., "Put your function in the place of the three dots."

On the page, hint, solution and check are folded. In notebooks there is an empty cell above the
solution, whose cell is folded, and so is what it prints.
A ``predict`` asks what the next cell prints, and folds that.
"""

import re
from collections.abc import Iterator
from textwrap import dedent
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata
from sphinx_design.shared import create_component

OUTPUT = "sphx-glr-script-out"
EMPTY: dict[str, Any] = {"cell_type": "code", "execution_count": None, "outputs": [], "source": []}
MARK = re.compile(r"(?m)^\.\. (solution|self-check)::[ \t]*$")
INDENTED = re.compile(r"(?m)^\.\. (hint|predict)::\n\n((?: {3}.*(?:\n|\Z))+)")
FOOTERS = {"sphx-glr-footer", "sphx-glr-timing", "sphx-glr-signature"}


class folded(nodes.General, nodes.Element):
    """The beginning of what is folded: a paragraph with its title, and text."""


class predict(nodes.General, nodes.Element):
    """A question about what the next cell prints."""


def title_of(name: str) -> str:
    """Return what is written on what a directive folds."""
    return _("Solution") if name == "solution" else _("Check your own answer")


def in_plain_words(prose: str) -> str:
    """Write the directives as a script or a notebook, which folds nothing, has them.

    Parameters
    ----------
    prose : str
        Text of a chapter, in reStructuredText.

    Returns
    -------
    str
        The text with titles in the place of the directives.
    """

    def plain(match: re.Match[str]) -> str:
        title = f"**{_('Hint')}**\n\n" if match[1] == "hint" else ""
        return title + dedent(match[2])

    prose = MARK.sub(lambda match: f"**{title_of(match[1])}**", prose)
    return INDENTED.sub(plain, prose)


def asks(prose: str) -> bool:
    r"""Tell whether text asks to predict what the cell below it prints.

    Parameters
    ----------
    prose : str
        Text of a chapter, in reStructuredText.

    Returns
    -------
    bool
        Whether there's a ``predict`` in it.

    Examples
    --------
    >>> asks(".. predict::\n\n   What is it?\n")
    True
    """
    return any(match[1] == "predict" for match in INDENTED.finditer(prose))


def with_room(notebook: dict[str, Any]) -> None:
    """Give a notebook an empty cell for each answer, and fold the cell with the solution.

    Parameters
    ----------
    notebook : dict
        The notebook in Jupyter's format 4; it's changed.
    """
    title = f"**{title_of('solution')}**"
    cells: list[dict[str, Any]] = []
    is_solution = False
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown" and "".join(cell["source"]).startswith(title):
            cells.append({**EMPTY, "metadata": {}})
            is_solution = True
        elif cell["cell_type"] == "code" and is_solution:
            cell["metadata"] |= {"jupyter": {"source_hidden": True, "outputs_hidden": True}}
            is_solution = False
        cells.append(cell)
    notebook["cells"] = cells


class Folded(SphinxDirective):
    """What comes up to the next such directive, or to the end of the section, is folded."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Leave a mark, with its title and what stands in it."""
        title = nodes.paragraph("", title_of(self.name))
        mark = folded("", title, *self.parse_content_to_nodes())
        self.set_source_info(mark)
        return [mark]


class Predict(SphinxDirective):
    """A question about what the next cell prints."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Leave a mark around the question."""
        self.assert_has_content()
        mark = predict("", *self.parse_content_to_nodes())
        self.set_source_info(mark)
        return [mark]


class Fold(SphinxPostTransform):
    """Fold hints, solutions, checks, and what is to be predicted."""

    default_priority = 150  # before sphinx-design makes HTML of its parts
    formats = ("html",)

    def run(self, **_settings: Any) -> None:
        """Replace the marks by boxes that open."""
        for hint in list(self.document.findall(nodes.hint)):
            hint.replace_self(box(_("Hint"), hint.children))
        for mark in list(self.document.findall(folded)):
            title, *text = mark.children
            following = list(up_to_next(mark))
            for node in following:
                mark.parent.remove(node)
            mark.replace_self(box(title.astext(), [*text, *following]))
        for question in list(self.document.findall(predict)):
            output = next(node for node in after(question) if OUTPUT in node.get("classes", ()))
            # replace_self would give the box the output's classes, and so its looks.
            output.parent.replace(output, box(_("What it prints"), [output.deepcopy()]))
            question.replace_self(nodes.container("", *question.children, classes=["predict"]))


def after(node: nodes.Element) -> Iterator[nodes.Element]:
    """Yield what stands after a node, beside it."""
    siblings = node.parent[node.parent.index(node) + 1 :]
    return (sibling for sibling in siblings if isinstance(sibling, nodes.Element))


def up_to_next(mark: nodes.Element) -> Iterator[nodes.Element]:
    """Yield what belongs to a mark."""
    for node in after(mark):
        if isinstance(node, folded | nodes.section) or FOOTERS.intersection(node["classes"]):
            return
        yield node


def box(title: str, content: list[nodes.Node]) -> nodes.Element:
    """Return a box that opens when its title is clicked."""
    component: nodes.Element = create_component(
        "dropdown",
        opened=False,
        type="dropdown",
        has_title=True,
        icon=None,
        chevron=None,
        container_classes=["sd-mb-3"],
        title_classes=[],
        body_classes=[],
    )
    component += [nodes.rubric("", title), *content]
    return component


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.add_node(folded)
    app.add_node(predict)
    app.add_directive("solution", Folded)
    app.add_directive("self-check", Folded)
    app.add_directive("predict", Predict)
    app.add_post_transform(Fold)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
