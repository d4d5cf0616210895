"""What needs JavaScript runs from a folder too, where a browser loads no modules."""

import pytest
from playwright.sync_api import Browser

from tests.site.conftest import EDITIONS, SITE

WITH_LIVE_FIGURES = [
    path.relative_to(SITE).as_posix()
    for path in sorted(SITE.glob("*/**/*.html"))
    if 'class="live-figure"' in path.read_text(encoding="utf-8")
]
PLAYGROUNDS = [f"{edition}/playground.html" for edition in EDITIONS]


@pytest.mark.parametrize("name", [*WITH_LIVE_FIGURES, *PLAYGROUNDS])
def test_a_page_opened_as_a_file_comes_to_life(browser: Browser, name: str) -> None:
    page = browser.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    page.goto((SITE / name).as_uri())
    for figure in page.locator(".live-figure").all():
        figure.scroll_into_view_if_needed()
        page.wait_for_function(
            "(figure) => figure.matches('.is-live')", arg=figure.element_handle()
        )
    if name.endswith("playground.html"):
        page.wait_for_selector("#trainer:visible")
    assert problems == []
    page.close()


def test_there_are_pages_with_live_figures() -> None:
    assert {"en/index.html", "zh-CN/index.html"} <= set(WITH_LIVE_FIGURES)
