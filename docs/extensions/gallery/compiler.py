"""Without a C++ compiler, say so once, and let the pages be the same.

Otherwise each process would say it again, the first chapter's page too, and so would PyTensor.
"""

import os
from typing import Any

from sphinx.application import Sphinx

from extensions.gallery.chapters import all_chapters, must_run


def prepare() -> None:
    """Import Theano, which says what is missing, and keep all that runs from now on quiet."""
    import theano_walkthrough  # noqa: F401  # takes a while, and most builds run no chapter

    import theano

    flags = os.environ.get("PYTENSOR_FLAGS", "")
    if not theano.config.cxx and "cxx=" not in flags:
        os.environ["PYTENSOR_FLAGS"] = f"{flags},cxx="


def prepare_for_chapters(app: Sphinx) -> None:
    """Do it before chapters run, if any must."""
    if any(must_run(app, chapter) for chapter in all_chapters(app)):
        prepare()


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.setup_extension("extensions.gallery.chapters")
    before_any_chapter_runs = 440
    app.connect("builder-inited", prepare_for_chapters, before_any_chapter_runs)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
