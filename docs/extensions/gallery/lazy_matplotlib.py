"""Import Matplotlib only in builds that run a chapter: it takes a third of a second.

sphinx-gallery imports it while it reads its settings, to choose a backend, and has no setting for
that; make has chosen one before. Before a chapter runs sphinx-gallery imports it all the same.
"""

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata
from sphinx_gallery import gen_gallery


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    gen_gallery._import_matplotlib = lambda: None
    return {"parallel_read_safe": True, "parallel_write_safe": True}
