"""A term shows its definition to a mouse, the keyboard and a finger, and stays a link."""

import json
from collections.abc import Callable
from typing import Literal

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.browsing import Reader
from tests.site.conftest import EDITIONS, SITE
from tests.site.test_accessibility import AXE, FAULTS
from tests.site.test_browser import DESKTOP, PHONE, SMALL_PHONE

Come = Callable[..., Reader]

CHAPTER = "chapters/5_neuron_that_learns.html"
TERM = "a:has(> .std-term)[href$='#term-binary-cross-entropy']"
TARGET = "glossary.html#term-binary-cross-entropy"
WORDS = "The usual cost for yes-or-no answers"


def box_of(page: Page) -> Locator:
    return page.locator(".definition")


def is_for(box: Locator, term: Locator) -> None:
    """See that the box describes the term, which screen readers tell."""
    expect(box).to_have_count(1)
    assert term.get_attribute("aria-describedby") == box.get_attribute("id")


def focus_by_keyboard(page: Page, term: Locator) -> None:
    """Come to a term with the Tab key, from a link right before it."""
    term.evaluate(
        """(term) => {
            const link = Object.assign(document.createElement("a"), { href: "#", id: "before" });
            term.before(link);
            link.focus({ preventScroll: true });
        }"""
    )
    page.keyboard.press("Tab")
    expect(term).to_be_focused()


def test_a_mouse_gets_it_by_hovering_and_can_go_into_it(reader: Come) -> None:
    page = reader(viewport=DESKTOP).visit(f"en/{CHAPTER}")
    assert not page.evaluate("'glossaryData' in window")  # nothing is loaded ahead
    term, box = page.locator(TERM).first, box_of(page)
    term.hover()
    expect(box).to_contain_text(WORDS)
    is_for(box, term)
    box.locator("p").last.hover()
    page.wait_for_timeout(500)
    expect(box).to_be_visible()
    page.mouse.move(5, 5)
    expect(box).to_have_count(0)
    assert term.get_attribute("aria-describedby") is None


def test_links_in_it_lead_where_they_lead_from_the_glossary(reader: Come) -> None:
    visitor = reader(viewport=DESKTOP)
    page = visitor.visit(f"en/{CHAPTER}")
    page.locator(TERM).first.hover()
    links = box_of(page).locator("a")
    expect(links).to_have_count(3)
    assert links.evaluate_all("(links) => links.map(({ href }) => href)") == [
        f"{visitor.address}en/{end}" for end in ("glossary.html#term-cost", CHAPTER, TARGET)
    ]
    links.first.click()
    visitor.reaches("en/glossary.html#term-cost")


def test_a_mouse_that_clicks_follows_the_link(reader: Come) -> None:
    visitor = reader(viewport=DESKTOP)
    term = visitor.visit(f"en/{CHAPTER}").locator(TERM).first
    term.hover()
    expect(box_of(visitor.page)).to_be_visible()
    term.click()
    visitor.reaches(f"en/{TARGET}")


def test_a_mouse_that_only_passes_gets_nothing(reader: Come) -> None:
    page = reader(viewport=DESKTOP).visit(f"en/{CHAPTER}")
    page.locator(TERM).first.hover()
    page.wait_for_function("() => 'turnTo' in window")
    page.mouse.move(5, 5)
    expect(box_of(page)).to_have_count(0)
    page.locator(TERM).first.hover()
    page.mouse.move(5, 5)
    page.wait_for_timeout(400)
    expect(box_of(page)).to_have_count(0)


def test_the_keyboard_gets_it_and_its_links_and_leaves_it(reader: Come) -> None:
    page = reader(viewport=DESKTOP).visit(f"en/{CHAPTER}")
    term, box = page.locator(TERM).first, box_of(page)
    focus_by_keyboard(page, term)
    expect(box).to_contain_text(WORDS)
    is_for(box, term)
    for link in box.locator("a").all():
        page.keyboard.press("Tab")
        expect(link).to_be_focused()
        expect(box).to_be_visible()
    page.keyboard.press("Tab")
    expect(box).to_have_count(0)


def test_escape_closes_it_and_the_focus_stays(reader: Come) -> None:
    visitor = reader(viewport=DESKTOP)
    page = visitor.visit(f"en/{CHAPTER}")
    term, box = page.locator(TERM).first, box_of(page)
    focus_by_keyboard(page, term)
    expect(box).to_be_visible()
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(term).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(box).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")  # from within, back to the term
    page.wait_for_timeout(100)
    expect(box).to_have_count(0)
    expect(term).to_be_focused()
    page.keyboard.press("Enter")
    visitor.reaches(f"en/{TARGET}")


def test_escape_closes_it_under_a_mouse(reader: Come) -> None:
    page = reader(viewport=DESKTOP).visit(f"en/{CHAPTER}")
    page.locator(TERM).first.hover()
    expect(box_of(page)).to_be_visible()
    page.keyboard.press("Escape")
    page.wait_for_timeout(400)
    expect(box_of(page)).to_have_count(0)


@pytest.mark.parametrize("viewport", [PHONE, SMALL_PHONE])
def test_a_finger_gets_it_first_and_then_follows_the_link(
    reader: Come, edition: str, viewport: ViewportSize
) -> None:
    visitor = reader(viewport=viewport, has_touch=True)
    page = visitor.visit(f"{edition}/{CHAPTER}")
    term, box = page.locator(TERM).first, box_of(page)
    term.tap()
    expect(box).to_be_visible()
    is_for(box, term)
    assert page.url.endswith(CHAPTER)
    place = box.bounding_box()
    assert place
    assert place["x"] > 0
    assert place["x"] + place["width"] < viewport["width"]
    page.locator("h1").dispatch_event("pointerdown", {"pointerType": "touch", "bubbles": True})
    expect(box).to_have_count(0)
    term.tap()
    expect(box).to_be_visible()
    term.tap()
    visitor.reaches(f"{edition}/{TARGET}")


def test_a_finger_follows_the_link_in_it(reader: Come) -> None:
    visitor = reader(viewport=PHONE, has_touch=True)
    visitor.visit(f"en/{CHAPTER}").locator(TERM).first.tap()
    box_of(visitor.page).get_by_text("In the glossary").tap()
    visitor.reaches(f"en/{TARGET}")


def test_a_finger_follows_the_link_if_nothing_can_be_loaded(reader: Come) -> None:
    visitor = reader(viewport=PHONE, has_touch=True)
    visitor.page.route("**/glossary.js", lambda route: route.abort())
    visitor.visit(f"en/{CHAPTER}").locator(TERM).first.tap()
    visitor.reaches(f"en/{TARGET}")
    visitor.problems.clear()  # the missing file


@pytest.mark.parametrize("name", ["chapters/5_neuron_that_learns.html", "help.html"])
def test_formulas_look_as_in_the_glossary(reader: Come, name: str) -> None:
    """Also on a page that has none of its own, and no style for them."""
    page = reader(viewport=DESKTOP).visit(f"en/{name}")
    term = page.locator("a:has(> .std-term)").first
    term.evaluate(f"(term) => (term.href = new URL('{TARGET}', term.href))")
    term.hover()
    formula = box_of(page).locator(".katex").first
    expect(formula).to_be_visible()
    assert formula.evaluate("(formula) => getComputedStyle(formula).fontFamily.includes('KaTeX')")
    assert formula.locator(".katex-mathml").evaluate("(part) => part.clientWidth") <= 1


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_in_it(
    reader: Come, edition: str, viewport: ViewportSize, scheme: Literal["light", "dark"]
) -> None:
    page = reader(viewport=viewport, color_scheme=scheme).visit(f"{edition}/{CHAPTER}")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.locator(TERM).first.hover()
    expect(box_of(page)).to_be_visible()
    assert page.evaluate(FAULTS) == []


def test_paper_has_no_box(reader: Come) -> None:
    page = reader(viewport=DESKTOP).visit(f"en/{CHAPTER}")
    page.locator(TERM).first.hover()
    expect(box_of(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(box_of(page)).to_be_hidden()


@pytest.mark.parametrize("edition", EDITIONS)
def test_it_works_from_a_folder(browser: Browser, edition: str) -> None:
    page = browser.new_page()
    page.goto((SITE / edition / CHAPTER).as_uri())
    page.locator(TERM).first.hover()
    expect(box_of(page)).to_be_visible()
    page.close()


def test_without_javascript_a_term_is_a_link(reader: Come) -> None:
    visitor = reader(viewport=PHONE, has_touch=True, java_script_enabled=False)
    visitor.visit(f"en/{CHAPTER}").locator(TERM).first.tap()
    visitor.reaches(f"en/{TARGET}")


def test_every_term_on_every_page_has_a_definition(
    pages: dict[str, BeautifulSoup], edition: str
) -> None:
    script = (SITE / edition / "_static/glossary.js").read_text(encoding="utf-8")
    data = json.loads(script.removeprefix("glossaryData = ").removesuffix(";\n"))
    linked = {
        (name, str(link.parent["href"]).rpartition("#")[2])
        for name, page in pages.items()
        for link in page.select("a > .std-term")
        if link.parent
    }
    assert len(linked) > 100
    assert "tooltip" not in script  # no hint within a hint
    assert [term for term in sorted(linked) if term[1] not in data["definitions"]] == []
    loads = {name for name, page in pages.items() if page.select("script[src*='/terms.js']")}
    assert loads == {name for name, _ in linked}
