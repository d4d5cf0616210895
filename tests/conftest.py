"""Prepare Theano before any test imports it, and a browser for those that need one."""

import theano_walkthrough  # noqa: F401, I001

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import theano
from tests.browsing import started_browser

NEEDS_COMPILER = "needs a C++ compiler and Python's headers"
LONGEST = {"test_outputs_are_the_same", "test_another_build_gives_the_same_bytes"}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser, which occupies this thread's event loop: other programs of loops need another."""
    with started_browser(Path(__file__).parent.parent) as browser:
        yield browser


def pytest_xdist_auto_num_workers() -> int:
    """Return one more worker than there are cores: tests wait for browsers and other programs."""
    return (os.cpu_count() or 1) + 1


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave tests of compiled code out where nothing can be compiled; make says how many."""
    if item.get_closest_marker("needs_compiler") and not theano.config.cxx:
        pytest.skip(NEEDS_COMPILER)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin the longest tests first: at the end, the other workers would have nothing to do."""
    items.sort(key=lambda item: item.name not in LONGEST)
