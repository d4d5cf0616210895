"""Boxes with other libraries: closed at first, then as a reader wants them, on every page."""

from collections.abc import Callable
from typing import Literal

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, ViewportSize, expect

from tests.browsing import Reader
from tests.site.conftest import CHAPTERS
from tests.site.test_accessibility import AXE, FAULTS, SETTLED
from tests.site.test_browser import DESKTOP, PHONE

Come = Callable[..., Reader]

CHAPTER = "chapters/3_functions_and_gradients.html"
NEXT = "chapters/4_neuron_that_decides.html"
BOX = "details.other-libraries"
OPEN = f"{BOX}[open]"


def shown(page: Page) -> list[str]:
    """Return the library of each open box."""
    return [box.locator("input:checked + label").inner_text() for box in page.locator(OPEN).all()]


def test_boxes_are_closed_at_first(reader: Come, edition: str) -> None:
    page = reader().visit(f"{edition}/{CHAPTER}")
    expect(page.locator(BOX)).to_have_count(3)
    expect(page.locator(OPEN)).to_have_count(0)


def test_the_articles_chapters_have_boxes(pages: dict[str, BeautifulSoup]) -> None:
    found = {name: len(pages[f"{name}.html"].select(BOX)) for name in CHAPTERS}
    walkthrough = {name: count for name, count in found.items() if name.startswith("chapters/")}
    assert [*walkthrough.values()] == [3, 2, 3, 1, 0, 1]


def test_a_choice_holds_for_all_boxes_and_other_pages(reader: Come) -> None:
    visitor = reader(viewport=DESKTOP)
    page = visitor.visit(f"en/{CHAPTER}")
    box = page.locator(BOX).nth(1)
    box.locator("summary").click()
    expect(page.locator(OPEN)).to_have_count(3)
    assert shown(page) == ["PyTensor"] * 3
    box.get_by_text("PyTorch", exact=True).click()
    assert shown(page) == ["PyTorch"] * 3
    expect(box.get_by_text("return a**2, a**3").last).to_be_visible()
    page = visitor.visit(f"zh-CN/{NEXT}")
    assert shown(page) == ["PyTorch"]
    page.locator(f"{BOX} summary").click()
    expect(page.locator(OPEN)).to_have_count(0)
    page = visitor.visit(f"en/{CHAPTER}")
    expect(page.locator(OPEN)).to_have_count(0)
    page.locator(f"{BOX} summary").first.click()
    expect(page.locator(OPEN)).to_have_count(3)
    assert shown(page) == ["PyTorch"] * 3


def test_the_page_doesnt_jump(reader: Come) -> None:
    """Nor in a browser that doesn't see to it by itself, as Safari."""
    page = reader(viewport=DESKTOP).visit(f"en/{CHAPTER}")
    page.evaluate("document.documentElement.style.overflowAnchor = 'none'")
    title = page.locator(f"{BOX} summary").last
    title.scroll_into_view_if_needed()
    before = title.bounding_box()
    title.click()
    expect(page.locator(OPEN)).to_have_count(3)
    after = title.bounding_box()
    assert before
    assert after
    assert after["y"] == pytest.approx(before["y"], abs=2)


def test_the_keyboard_opens_and_chooses(reader: Come) -> None:
    page = reader(viewport=DESKTOP).visit(f"en/{CHAPTER}")
    page.locator(f"{BOX} summary").first.press("Enter")
    expect(page.locator(OPEN)).to_have_count(3)
    page.keyboard.press("Tab")
    expect(page.locator(f"{BOX} input").nth(1)).to_be_focused()
    page.keyboard.press("ArrowRight")
    assert shown(page) == ["JAX"] * 3


def test_a_finger_opens_and_chooses(reader: Come, edition: str) -> None:
    page = reader(viewport=PHONE, has_touch=True).visit(f"{edition}/{CHAPTER}")
    box = page.locator(BOX).first
    box.locator("summary").tap()
    box.get_by_text("JAX", exact=True).tap()
    expect(page.locator(OPEN)).to_have_count(3)
    assert shown(page) == ["JAX"] * 3
    tops = box.locator("label").evaluate_all(
        "(labels) => labels.map((label) => Math.round(label.getBoundingClientRect().bottom / 9))"
    )
    assert len(set(tops)) == 1, "the tabs don't stand in one line"


@pytest.mark.parametrize("javascript", [True, False])
def test_without_javascript_or_memory_each_box_is_by_itself(reader: Come, javascript: bool) -> None:
    visitor = reader(viewport=DESKTOP, java_script_enabled=javascript)
    visitor.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('none') } })"
    )
    page = visitor.visit(f"en/{CHAPTER}")
    box = page.locator(BOX).first
    box.locator("summary").click()
    expect(page.locator(OPEN)).to_have_count(1)
    box.get_by_text("JAX", exact=True).click()
    expect(box.get_by_text("State goes in and comes out.")).to_be_visible()
    visitor.problems.clear()  # the theme wants a memory


def test_paper_has_no_box(reader: Come) -> None:
    page = reader().visit(f"en/{CHAPTER}")
    page.emulate_media(media="print")
    for box in page.locator(BOX).all():
        expect(box).to_be_hidden()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_in_open_boxes(
    reader: Come, edition: str, viewport: ViewportSize, scheme: Literal["light", "dark"]
) -> None:
    page = reader(viewport=viewport, color_scheme=scheme).visit(f"{edition}/{CHAPTER}")
    page.locator(f"{BOX} summary").first.click()
    expect(page.locator(OPEN)).to_have_count(3)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.wait_for_function(SETTLED)
    assert page.evaluate(FAULTS) == []
