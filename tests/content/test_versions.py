"""Versions that pages name are those of the lock."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VERSION = re.compile(r"(?<![\w.])\d+\.\d+\.\d+(?![\w.]*\d)")
LOCKED = set(re.findall(r"^\S+==(\S+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE))
OF_THE_PAST = {"0.8.2", "1.0.5"}  # a Theano of 2016, and the last by its first makers
PAGES = [
    path
    for pattern in ("docs/*.md", "docs/galleries/*/*.py", "docs/landing_pages/*", "README.md")
    for path in ROOT.glob(pattern)
]


def test_versions_are_known() -> None:
    assert {"1.26.4", "1.1.2"} <= LOCKED


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_version_is_the_one_of_the_lock(page: Path) -> None:
    named = set(VERSION.findall(page.read_text(encoding="utf-8")))
    assert named - OF_THE_PAST <= LOCKED
