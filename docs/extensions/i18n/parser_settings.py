"""Work the settings of a parser out once, not anew for each message of a translation.

Sphinx has MyST parse each translated message, and MyST then asks docutils for the settings of a
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

work_out = cache(frontend.get_default_settings)


def default_settings(*components: Any) -> Values:
    """Return settings of one's own."""
    return work_out(*components).copy()


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    base.get_default_settings = default_settings  # type: ignore[attr-defined]
    return {"parallel_read_safe": True, "parallel_write_safe": True}
