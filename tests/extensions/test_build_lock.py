"""Editions that are built at the same time run each chapter once."""

import sys
from multiprocessing import get_context

from tests.extensions.conftest import Site, build_chapters

CHAPTER = """
'''
First
=====

Words.
'''

# %%
# Print.

import time
from pathlib import Path

time.sleep(1)
with Path({log!r}).open("a") as log:
    _ = log.write("run ")
print(6 * 7)
# Out:
# 42
"""


def test_who_comes_second_finds_the_chapters_run(chapters: Site) -> None:
    log = chapters.folder / "log.txt"
    chapters.write("docs/galleries/chapters/1_first.py", CHAPTER.format(log=str(log)))

    def build(place: str) -> None:
        built = build_chapters(chapters, "html", "extensions.gallery.build_lock", place=place)
        sys.exit(built.warnings or 0)

    fork = get_context("fork")
    builds = [fork.Process(target=build, args=[place]) for place in ("one", "two")]
    for process in builds:
        process.start()
    for process in builds:
        process.join()
        assert process.exitcode == 0
    assert log.read_text() == "run "
