"""Prepare Theano before any test imports it, and a browser for those that need one."""

import theano_walkthrough  # noqa: F401, I001

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsing import started_browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser; not for longer, as it occupies the event loop that notebooks need, too."""
    with started_browser(Path(__file__).parent.parent) as browser:
        yield browser
