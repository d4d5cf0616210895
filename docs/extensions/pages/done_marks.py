"""Let readers mark chapters as done: the script that does it, with its one word to show."""

from typing import Any

from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.util.typing import ExtensionMetadata


def add_script(app: Sphinx) -> None:
    """Put the script on every page; asset_pruning takes it from those with nothing to mark."""
    if app.builder.name == "html":
        attributes: dict[str, Any] = {"defer": "defer", "data-done": _("Done")}
        app.add_js_file("done_marks.js", **attributes)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.connect("builder-inited", add_script)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
