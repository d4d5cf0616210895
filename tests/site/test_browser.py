"""The site in a browser: its languages, its looks, and its manners."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browsing import Reader
from tests.site.conftest import EDITIONS, PAGE_NAMES

Come = Callable[..., Reader]

PAGE_TYPES = {
    "front": "index.html",
    "walkthrough": "chapters/index.html",
    "chapter": "chapters/5_neuron_that_learns.html",
    "graphs": "beyond/graphs.html",
    "glossary": "glossary.html",
    "help": "help.html",
    "table": "rosetta.html",
    "article": "article.html",
    "reference": "reference.html",
    "search": "search.html",
}
PHONE: ViewportSize = {"width": 390, "height": 844}
SWITCH = ".edition-switch:visible"
SMALL_PHONE: ViewportSize = {"width": 320, "height": 640}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}

Scheme = Literal["light", "dark"]
THEME = "(scheme) => document.documentElement.dataset.theme === scheme"
# A page is loaded with the first of these, and changes to the others.
LOOKS: list[list[tuple[ViewportSize, Scheme]]] = [
    [(SMALL_PHONE, "light"), (PHONE, "light"), (PHONE, "dark")],
    [(DESKTOP, "dark"), (DESKTOP, "light")],
]


@pytest.mark.parametrize(
    ("viewport", "javascript"), [(PHONE, True), (DESKTOP, True), (DESKTOP, False)]
)
@pytest.mark.parametrize("page", PAGE_TYPES.values(), ids=PAGE_TYPES)
def test_the_switch_leads_to_the_same_page_and_back(
    reader: Come, page: str, viewport: ViewportSize, javascript: bool
) -> None:
    visitor = reader(viewport=viewport, java_script_enabled=javascript)
    visitor.visit(f"en/{page}").locator(SWITCH).first.click()
    visitor.reaches(f"zh-CN/{page}")
    visitor.page.locator(SWITCH).first.click()
    visitor.reaches(f"en/{page}")


def test_the_switch_takes_the_anchor_along(reader: Come) -> None:
    visitor = reader()
    page = visitor.visit("en/glossary.html")
    page.evaluate("location.hash = '#term-gradient'")
    page.wait_for_function("() => document.querySelector('.edition-switch').href.includes('#')")
    page.locator(SWITCH).first.click()
    visitor.reaches("zh-CN/glossary.html#term-gradient")
    assert page.locator("#term-gradient").inner_text().startswith("梯度")


def test_the_switch_takes_the_words_of_a_search_along(reader: Come) -> None:
    visitor = reader()
    visitor.visit("en/search.html?q=theano+xnor").locator(SWITCH).first.click()
    visitor.reaches("zh-CN/search.html?q=theano+xnor")


@pytest.mark.parametrize(
    ("language", "edition"),
    [
        ("en-GB", "en"),
        ("zh-CN", "zh-CN"),
        ("zh-TW", "zh-CN"),
        ("zh", "zh-CN"),
        ("de-DE", "en"),
    ],
)
def test_the_front_door_picks_the_browsers_language(
    reader: Come, language: str, edition: str
) -> None:
    visitor = reader(locale=language)
    visitor.visit("").wait_for_url(f"**/{edition}/index.html")


def test_the_landing_page_stores_a_choice(reader: Come) -> None:
    visitor = reader(locale="en-GB")
    visitor.visit("en/help.html").locator(SWITCH).first.click()
    visitor.reaches("zh-CN/help.html")
    visitor.visit("")
    visitor.reaches("zh-CN/index.html")


def test_the_front_door_works_without_javascript(reader: Come) -> None:
    page = reader(java_script_enabled=False).visit("")
    assert page.locator("section[lang=en] a").get_attribute("href") == "en/index.html"
    page.locator("section[lang=zh-CN] a").click()
    page.wait_for_url("**/zh-CN/index.html")


@pytest.mark.parametrize(
    ("path", "first", "link"),
    [
        ("nowhere", "en", "en/index.html"),
        ("en/chapters/nowhere.html", "en", "en/search.html"),
        ("zh-CN/a/b/nowhere", "zh-CN", "zh-CN/index.html"),
    ],
)
def test_a_wrong_address_gets_help_in_both_languages(
    reader: Come, path: str, first: str, link: str
) -> None:
    visitor = reader()
    page = visitor.visit(path)
    assert page.locator("section").count() == 2
    assert page.locator("section").first.get_attribute("lang") == first
    page.locator(f'a[data-page="{link}"]').click()
    visitor.reaches(link)
    visitor.problems = [problem for problem in visitor.problems if "404" not in problem]


def take_on(page: Page, viewport: ViewportSize, scheme: Scheme) -> None:
    """Give a page another size and other colours."""
    page.set_viewport_size(viewport)
    page.emulate_media(color_scheme=scheme)


# Code in a line of text; in tables and boxes it can be scrolled to.
CUT_OFF = """() => [...document.querySelectorAll("article code:not(pre code, table code)")]
  .filter((code) => code.checkVisibility() && code.getBoundingClientRect().right > innerWidth + 0.5)
  .map((code) => code.textContent)"""


@pytest.mark.parametrize("looks", LOOKS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_fits_its_screen_and_loads_without_a_fault(
    reader: Come, edition: str, looks: list[tuple[ViewportSize, Scheme]]
) -> None:
    visitor = reader()
    for name in [*PAGE_NAMES, "search.html"]:
        take_on(visitor.page, *looks[0])
        page = visitor.visit(f"{edition}/{name}")
        for viewport, scheme in looks:
            take_on(page, viewport, scheme)
            page.wait_for_function(THEME, arg=scheme)
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= viewport["width"], (name, viewport, scheme)
            assert page.evaluate(CUT_OFF) == [], (name, viewport, scheme)


def test_paper_gets_ink_on_white_and_only_the_page(reader: Come) -> None:
    page = reader(color_scheme="dark").visit("en/chapters/5_neuron_that_learns.html")
    page.emulate_media(media="print")
    ink = """() => [...document.querySelectorAll(".bd-article .highlight span, .bd-article p")]
        .map((words) => getComputedStyle(words).color)"""
    assert set(page.evaluate(ink)) == {"rgb(0, 0, 0)"}
    paper = """() => [...document.querySelectorAll("body, .bd-article, .bd-article *")]
        .filter((part) => !part.matches("code, code *, img, .formula *"))
        .map((part) => getComputedStyle(part).backgroundColor)"""
    assert set(page.evaluate(paper)) <= {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}
    assert page.locator("img.only-light").first.is_visible()
    for selector in ("img.only-dark", ".bd-header", ".bd-sidebar-primary", ".prev-next-footer"):
        assert not page.locator(selector).first.is_visible(), selector
