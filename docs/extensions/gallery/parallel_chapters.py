"""Run the chapters that must run on every core; sphinx-gallery then finds their pages up to date.

Its own setting ``parallel`` starts other Pythons, which would import Theano anew and know nothing
of what extensions have changed. Here processes are forked, when all is imported.
"""

import logging
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context
from typing import Any

from sphinx.application import Sphinx
from sphinx_gallery import gen_rst

from extensions.gallery.chapters import Chapter, all_chapters, must_run


def run(app: Sphinx) -> None:
    """Run those of the chapters that have to run, the longest first."""
    waiting = [chapter for chapter in all_chapters(app) if must_run(app, chapter)]
    workers = min(os.cpu_count() or 1, len(waiting))
    if workers < 2:
        return
    waiting.sort(key=lambda chapter: chapter.docname not in app.config.longest_chapters)
    settings = app.config.sphinx_gallery_conf
    with ProcessPoolExecutor(workers, get_context("fork"), prepare, (settings,)) as pool:
        for page in [pool.submit(make_page, chapter) for chapter in waiting]:
            with suppress(BrokenProcessPool):  # sphinx-gallery will run what hasn't run
                page.result()


worker_settings: dict[str, Any] = {}
"""sphinx-gallery's settings, in a forked process: they can't be sent to one."""


def prepare(settings: dict[str, Any]) -> None:
    """Let a new process know the settings, and be quiet."""
    logging.disable()
    worker_settings.update(settings)


def make_page(chapter: Chapter) -> None:
    """Run a chapter and write its page, as sphinx-gallery does."""
    folder = chapter.page.parent
    (folder / "images" / "thumb").mkdir(parents=True, exist_ok=True)
    with suppress(Exception):  # sphinx-gallery will run it again, and say what was wrong
        gen_rst.generate_file_rst(chapter.page.name, folder, chapter.script.parent, worker_settings)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.setup_extension("extensions.gallery.chapters")
    app.add_config_value("longest_chapters", [], "", [list])
    after_the_compiler_before_sphinx_gallery = 450
    app.connect("builder-inited", run, after_the_compiler_before_sphinx_gallery)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
