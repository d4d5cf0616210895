"""Code and commands can be copied with a button; what they print can't."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from tests.browsing import Reader
from tests.site.test_browser import DESKTOP, PHONE

Come = Callable[..., Reader]
CHAPTER = "chapters/1_first_function.html"
ALLOWED = ["clipboard-read", "clipboard-write"]


def copied(page: Page, block: str) -> str:
    """Press the button of the first such block with the keyboard; return what it copied."""
    page.locator(f"{block} button.copybtn").first.press("Enter")
    page.wait_for_selector("button.copybtn.success")
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_chapters_cell_is_copied_whole(reader: Come) -> None:
    page = reader(permissions=ALLOWED).visit(f"en/{CHAPTER}")
    cell = page.locator(".highlight-Python pre").first.inner_text()
    assert copied(page, ".highlight-Python") == cell.rstrip("\n")


def test_an_interactive_example_is_copied_without_prompts_and_outputs(reader: Come) -> None:
    page = reader(permissions=ALLOWED).visit("en/reference.html")
    example = page.locator(".highlight-default:has(.gp):has(.go) pre").first.inner_text()
    lines = example.splitlines()
    code = [line[4:] for line in lines if line.startswith((">>> ", "... "))]
    assert len(code) < len(lines)
    assert copied(page, ".highlight-default:has(.go)") == "\n".join(code)


def test_a_command_is_copied_without_its_prompt(reader: Come) -> None:
    page = reader(permissions=ALLOWED).visit("en/install.html")
    assert copied(page, ".highlight-console") == "make html"


@pytest.mark.parametrize("path", [CHAPTER, "help.html", "beyond/reliability.html"])
def test_what_is_printed_has_no_button(reader: Come, path: str) -> None:
    page = reader().visit(f"en/{path}")
    page.wait_for_selector("button.copybtn", state="attached")
    assert page.locator(":is(.highlight-none, .highlight-text) pre").count()
    assert page.locator(":is(.highlight-none, .highlight-text) .copybtn").count() == 0


def test_the_button_speaks_the_editions_language(reader: Come) -> None:
    page = reader(viewport=DESKTOP).visit(f"zh-CN/{CHAPTER}")
    assert page.get_by_role("button", name="复制到剪贴板").count() > 1
    assert page.locator(".copybtn").first.get_attribute("data-tooltip") == "复制"


def test_a_finger_sees_the_button_and_hits_it(reader: Come) -> None:
    page = reader(viewport=PHONE, has_touch=True, is_mobile=True).visit(f"en/{CHAPTER}")
    button = page.locator("button.copybtn").first
    button.wait_for()
    assert button.evaluate("(button) => getComputedStyle(button).opacity") == "1"
    box = button.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24


def test_paper_has_no_button(reader: Come) -> None:
    page = reader().visit(f"en/{CHAPTER}")
    page.wait_for_selector("button.copybtn", state="attached")
    page.emulate_media(media="print")
    assert page.locator("button.copybtn:visible").count() == 0


def test_pages_without_code_load_nothing_for_it(site: dict[str, BeautifulSoup]) -> None:
    for name, page in site.items():
        blocks = page.select(".bd-article .highlight")
        scripts = [script for script in page.select("script[src]") if "cop" in str(script["src"])]
        assert bool(scripts) == bool(blocks), name
