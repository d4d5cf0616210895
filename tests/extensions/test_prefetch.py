"""Long chapters begin early in another process, and only when they must run."""

import ast
import re
import time
from pathlib import Path

from tests.extensions.conftest import Site, build_chapters

ROOT = Path(__file__).parents[2]
CHAPTER = """
'''
First
=====

Words.
'''

# %%
# Print.

import os
from pathlib import Path

from theano_walkthrough.gates import truth_table

with Path({log!r}).open("a") as log:
    _ = log.write(f"{{os.getpid()}}\\n")
"""


def test_a_chapter_runs_ahead_once(chapters: Site) -> None:
    log = chapters.folder / "log.txt"
    chapters.write("docs/galleries/chapters/1_first.py", CHAPTER.format(log=str(log)))
    assert build(chapters) == ""
    for _ in range(100):
        if len(processes(log)) == 2:
            break
        time.sleep(0.05)
    assert len(set(processes(log))) == 2
    assert build(chapters) == ""
    assert len(processes(log)) == 2


def processes(log: Path) -> list[str]:
    return log.read_text().split()


def build(site: Site) -> str:
    ahead = ["chapters/1_first", "chapters/no_such"]
    return build_chapters(site, "html", "extensions.gallery.prefetch", run_ahead=ahead).warnings


def test_the_page_that_runs_ahead_is_there() -> None:
    settings = (ROOT / "docs/conf.py").read_text(encoding="utf-8")
    (names,) = re.findall(r"^run_ahead = (\[.*\])$", settings, re.MULTILINE)
    for name in ast.literal_eval(names):
        assert (ROOT / "docs/galleries" / f"{name}.py").is_file()
