"""Give translators only messages that say something.

A formula reads the same in every language unless it has words in it, and Sphinx offers a
docstring's list of results once as a whole, which it then can't put back, and once item by item.
"""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx


def drop_wordless(app: Sphinx, doctree: nodes.document) -> None:
    """Leave out what a translator couldn't translate."""
    if app.builder.name != "gettext":
        return
    for formula in list(doctree.findall(nodes.math_block)):
        if r"\text" not in formula.astext():
            formula.parent.remove(formula)
    for whole in doctree.findall(nodes.inline):
        if whole.get("translatable") and any(whole.findall(nodes.bullet_list)):
            whole["translatable"] = False


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.connect("doctree-read", drop_wordless)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
