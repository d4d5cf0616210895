"""Chapters that must run do so side by side, once, and fail as they would alone."""

import ast
import os
import re
from pathlib import Path

import pytest
from sphinx.errors import ExtensionError

from tests.extensions.conftest import Result, Site, build_chapters

ROOT = Path(__file__).parents[2]
CHAPTER = """
'''
A chapter
=========

Words.
'''

# %%
# Run.

import os
from pathlib import Path

with Path({log!r}).open("a") as log:
    _ = log.write(f"{{os.getpid()}}\\n")
{code}
"""
# Waits until the other chapter runs, too.
MEET = """
import time

while len(Path({log!r}).read_text().split()) < 2:
    time.sleep(0.01)
"""


@pytest.fixture
def log(chapters: Site, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where each chapter notes the process that it runs in."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    return chapters.folder / "log.txt"


def write(site: Site, log: Path, name: str, code: str) -> None:
    code = code.format(log=str(log))
    site.write(f"docs/galleries/chapters/{name}.py", CHAPTER.format(log=str(log), code=code))


def build(site: Site) -> Result:
    site.write(
        "docs/galleries/chapters/index.rst",
        "Chapters\n========\n\n.. toctree::\n\n   1_first\n   2_second\n",
    )
    return build_chapters(
        site,
        "html",
        "extensions.gallery.parallel_chapters",
        longest_chapters=["chapters/2_second"],
    )


def test_two_chapters_run_at_the_same_time(chapters: Site, log: Path) -> None:
    write(chapters, log, "1_first", MEET)
    write(chapters, log, "2_second", MEET + "print(6 * 7)\n# Out:\n# 42")
    done = build(chapters)
    assert done.warnings == ""
    processes = log.read_text().split()
    assert len({*processes, str(os.getpid())}) == 3
    assert "42" in done.page("chapters/2_second.html")
    build(chapters)
    assert log.read_text().split() == processes


@pytest.mark.parametrize("end", ["1 / 0", "os._exit(1) if os.getpid() != {pid} else 1 / 0"])
def test_a_chapter_that_fails_runs_again_in_sphinx(chapters: Site, log: Path, end: str) -> None:
    write(chapters, log, "1_first", "")
    write(chapters, log, "2_second", end.replace("{pid}", str(os.getpid())))
    with pytest.raises(ExtensionError, match="division by zero"):
        build(chapters)
    assert log.read_text().split()[-1] == str(os.getpid())


def test_the_longest_chapters_are_there() -> None:
    settings = (ROOT / "docs/conf.py").read_text(encoding="utf-8")
    (names,) = re.findall(r"^longest_chapters = (\[.*?\])$", settings, re.MULTILINE | re.DOTALL)
    for name in ast.literal_eval(names):
        assert (ROOT / "docs/galleries" / f"{name}.py").is_file()
