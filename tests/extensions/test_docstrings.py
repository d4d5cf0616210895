"""Examples in the docstrings of the extensions; make doctest runs those of the package."""

import doctest
import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
EXTENSIONS = [
    ".".join(path.relative_to(DOCS).with_suffix("").parts)
    for path in sorted((DOCS / "extensions").rglob("[a-z]*.py"))
]


@pytest.mark.parametrize("name", EXTENSIONS)
def test_examples_of_the_extensions(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
