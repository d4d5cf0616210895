"""Cache the default settings of a parser, which MyST asks for with each translated message.

Sphinx has MyST parse the messages one by one, and MyST then asks docutils for the settings of a
document that it throws away: ``options.get("document", make_document())``.
Takes 3 s of processor time off an edition that is translated.
"""

from functools import cache
from typing import Any

from docutils import frontend
from docutils.frontend import Values
from myst_parser.mdit_to_docutils import base
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

cached_settings = cache(frontend.get_default_settings)


def default_settings(*components: Any) -> Values:
    """Return a copy of the cached settings, for a document of its own."""
    return cached_settings(*components).copy()


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    base.get_default_settings = default_settings  # type: ignore[attr-defined]
    return {"parallel_read_safe": True, "parallel_write_safe": True}
