"""Readers mark chapters as done; their browser remembers it, on every page and in every edition."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import Reader
from tests.site.conftest import CHAPTERS, SITE

Come = Callable[..., Reader]

FIRST, SECOND = "chapters/1_first_function", "chapters/2_variables"
BUTTON = ".done-mark button"
WORDS = {"en": ("Mark as done", "Take the mark away", "✓ Done")} | {
    "zh-CN": ("标记为已学完", "取消标记", "✓ 已学完")
}
BLOCKED = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("blocked", "SecurityError"); },
});"""
FULL = """() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
}"""


def marked(page: Page) -> set[str]:
    """Return the numbers that stand marked on a page, in the navigation or on cards."""
    found = page.evaluate(
        """() => [...document.querySelectorAll(".bd-links a, .sd-card")]
            .filter((part) => part.querySelector(".done"))
            .map((part) => part.textContent.match(/[0-9]\\. /)?.[0] ?? part.textContent)"""
    )
    return set(found)


def test_a_mark_is_remembered_everywhere_until_it_is_taken_away(reader: Come) -> None:
    visitor = reader()
    mark, undo, done = WORDS["en"]
    page = visitor.visit(f"en/{FIRST}.html")
    button, status = page.locator(BUTTON), page.locator(".done-mark [role=status]")
    expect(button).to_have_text(mark)
    expect(status).to_be_empty()
    assert marked(page) == set()
    button.click()
    expect(button).to_have_text(undo)
    expect(status).to_have_text(done)
    for edition, (_mark, undo_there, done_there) in WORDS.items():
        for path in ("index", "chapters/index", SECOND):
            assert marked(visitor.visit(f"{edition}/{path}.html")) == {"1. "}, (edition, path)
        page.goto(f"{visitor.address}{edition}/{FIRST}.html")
        expect(button).to_have_text(undo_there)
        expect(page.locator(".bd-links .done")).to_have_text(done_there)
    button.click()
    expect(button).to_have_text(WORDS["zh-CN"][0])
    assert marked(page) == marked(visitor.visit("en/index.html")) == set()


def test_a_keyboard_marks_too_and_keeps_its_place(reader: Come) -> None:
    page = reader().visit(f"en/{FIRST}.html")
    page.locator(".sphx-glr-footer a").last.focus()
    page.keyboard.press("Tab")
    expect(page.locator(BUTTON)).to_be_focused()
    for key, text in (("Enter", WORDS["en"][1]), ("Space", WORDS["en"][0])):
        page.keyboard.press(key)
        expect(page.locator(BUTTON)).to_have_text(text)
        expect(page.locator(BUTTON)).to_be_focused()


def test_the_mark_is_seen_and_read_aloud(reader: Come) -> None:
    visitor = reader(viewport={"width": 1280, "height": 900})
    page = visitor.visit(f"en/{FIRST}.html")
    page.click(BUTTON)
    entry = page.get_by_role("navigation", name="Section").get_by_role("link", name="✓ Done")
    expect(entry).to_have_count(1)
    expect(entry.locator(".done")).to_be_in_viewport()
    page = visitor.visit("en/index.html")
    footer = page.locator(".sd-card-footer").first
    expect(footer).to_have_text("About 15 minutes✓ Done")
    colour = "(part) => getComputedStyle(part).color"
    assert footer.locator(".done").evaluate(colour) != footer.evaluate(colour)


def test_the_way_back_and_another_tab_show_it(reader: Come) -> None:
    visitor = reader()
    other = visitor.context.new_page()
    other.goto(f"{visitor.address}zh-CN/index.html")
    page = visitor.visit("en/index.html")
    page.locator(".sd-card", has=page.locator(".sd-card-footer")).first.click()
    page.click(BUTTON)
    expect(other.locator(".done")).to_have_count(1)
    page.go_back()
    expect(page.locator(".done")).to_have_count(1)


def test_every_chapter_can_be_marked_and_nothing_else(reader: Come) -> None:
    visitor = reader()
    for chapter in CHAPTERS:
        visitor.visit(f"en/{chapter}.html").click(BUTTON)
    names = visitor.page.evaluate("Object.keys(localStorage).filter((k) => k.startsWith('done:'))")
    assert sorted(names) == sorted(f"done:{chapter}" for chapter in CHAPTERS)
    expect(visitor.visit("en/index.html").locator(".done")).to_have_count(len(CHAPTERS))
    for path in ("index", "chapters/index", "beyond/index", "playground", "glossary"):
        expect(visitor.visit(f"en/{path}.html").locator(".done-mark")).to_have_count(0)


@pytest.mark.parametrize("path", [f"en/{FIRST}.html", "en/index.html"])
def test_a_browser_that_keeps_nothing_gets_no_button(reader: Come, path: str) -> None:
    visitor = reader()
    visitor.context.add_init_script(BLOCKED)
    page = visitor.visit(path)
    page.wait_for_load_state("load")
    assert page.locator(".done-mark:visible, .done").count() == 0
    # What the theme's own script says of it isn't about the marks.
    visitor.problems[:] = [text for text in visitor.problems if "done" in text]


def test_where_there_is_no_room_nothing_is_marked(reader: Come) -> None:
    visitor = reader()
    page = visitor.visit(f"en/{FIRST}.html")
    page.evaluate(FULL)
    page.click(BUTTON)
    expect(page.locator(BUTTON)).to_have_text(WORDS["en"][0])
    expect(page.locator(".done")).to_have_count(0)


def test_without_javascript_there_is_no_button(reader: Come) -> None:
    page = reader(java_script_enabled=False).visit(f"en/{FIRST}.html")
    expect(page.locator(".done-mark")).to_be_hidden()


def test_it_works_from_a_folder(browser: Browser) -> None:
    page = browser.new_page()
    page.goto((SITE / f"en/{FIRST}.html").as_uri())
    page.click(BUTTON)
    page.goto((SITE / "zh-CN/index.html").as_uri())
    expect(page.locator(".done")).to_have_count(1)
    page.close()
