"""No example in a docstring escapes the check."""

import doctest
import importlib
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).parents[1]
EXTENSIONS = sorted(path.stem for path in (ROOT / "docs/extensions").glob("[a-z]*.py"))
MODULES = sorted(path.stem for path in (ROOT / "src/theano_walkthrough").glob("[a-z]*.py"))


@pytest.mark.parametrize("name", EXTENSIONS)
def test_examples_of_the_extensions(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"extensions.{name}")).failed == 0


@pytest.mark.parametrize("name", MODULES)
def test_the_reference_shows_every_example_so_that_make_doctest_runs_it(name: str) -> None:
    module = importlib.import_module(f"theano_walkthrough.{name}")
    with_examples = {test.name for test in doctest.DocTestFinder().find(module) if test.examples}
    page = BeautifulSoup((ROOT / "build/html/reference.html").read_text(encoding="utf-8"), "lxml")
    shown = {str(entry["id"]) for entry in page.select("dt.sig[id]")}
    assert with_examples <= shown
