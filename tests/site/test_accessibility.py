"""No page has a fault that axe finds, and a keyboard gets everywhere."""

from collections.abc import Callable

import pytest
from playwright.sync_api import ViewportSize

from tests.browsing import Reader
from tests.site.conftest import EDITIONS, ROOT
from tests.site.test_browser import DESKTOP, PAGE_TYPES, PHONE, Scheme, take_on

Come = Callable[..., Reader]
AXE = ROOT / ".venv/web/node_modules/axe-core/axe.min.js"
# To describe what passes, too, takes axe up to half as long again.
FAULTS = """async () => (await axe.run({ resultTypes: ["violations"] })).violations.flatMap(
    ({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))"""
# A moment after it has changed, the theme lets a keyboard reach what has to scroll now.
SETTLED = """() =>
    [...document.querySelectorAll("pre, .pst-scrollable-table-container")].every((part) => {
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = part;
        const scrolls = scrollWidth > clientWidth || scrollHeight > clientHeight;
        return part.tabIndex === (scrolls ? 0 : -1);
    })"""
# Editions differ in words alone, so each of them shows half of these.
LOOKS: list[list[tuple[ViewportSize, Scheme]]] = [
    [(DESKTOP, "light"), (PHONE, "dark")],
    [(DESKTOP, "dark"), (PHONE, "light")],
]
CHECKED = {
    **PAGE_TYPES,
    "network": "chapters/6_network_that_solves_xnor.html",
    "playground": "playground.html",
    "browser": "beyond/to_the_browser.html",
}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("page", CHECKED.values(), ids=CHECKED)
def test_axe_finds_no_fault(reader: Come, page: str, edition: str) -> None:
    visitor = reader(reduced_motion="reduce")
    shown = visitor.visit(f"{edition}/{page}")
    for figure in shown.locator(".live-figure").all():
        figure.scroll_into_view_if_needed()
        shown.wait_for_function(
            "(figure) => figure.matches('.is-live')", arg=figure.element_handle()
        )
    shown.evaluate(AXE.read_text(encoding="utf-8"))
    for viewport, scheme in LOOKS[EDITIONS.index(edition) % len(LOOKS)]:
        take_on(shown, viewport, scheme)
        shown.wait_for_function(SETTLED)
        assert shown.evaluate(FAULTS) == [], (viewport, scheme)


def test_axe_finds_no_fault_between_the_editions(reader: Come) -> None:
    shown = reader().visit("404.html")
    shown.evaluate(AXE.read_text(encoding="utf-8"))
    for scheme in ("light", "dark"):
        shown.emulate_media(color_scheme=scheme)
        assert shown.evaluate(FAULTS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_in_what_a_search_has_found(reader: Come, scheme: str) -> None:
    visitor = reader(color_scheme=scheme)
    visitor.search("en/", "gradient")
    visitor.page.evaluate(AXE.read_text(encoding="utf-8"))
    assert visitor.page.evaluate(FAULTS) == []
    visitor.page.locator("main .search-results a").first.click()
    visitor.page.wait_for_url(lambda address: "search.html" not in address)
    visitor.page.wait_for_selector(".highlighted")
    visitor.page.evaluate(AXE.read_text(encoding="utf-8"))
    assert visitor.page.evaluate(FAULTS) == []


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
@pytest.mark.parametrize("typed", ["gradient", "zucchini"])
def test_axe_finds_no_fault_in_the_box_for_a_search(
    reader: Come, viewport: ViewportSize, typed: str
) -> None:
    visitor = reader(viewport=viewport)
    page = visitor.visit("zh-CN/chapters/1_first_function.html")
    page.keyboard.press("Control+k")
    page.keyboard.type(typed)
    visitor.found(typed, "dialog")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(FAULTS) == []


@pytest.mark.parametrize("path", ["en/chapters/5_neuron_that_learns.html", "en/playground.html"])
def test_the_keyboard_gets_everywhere_and_shows_where_it_is(reader: Come, path: str) -> None:
    page = reader(viewport=DESKTOP).visit(path)
    page.wait_for_load_state("networkidle")
    page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, input, select, [tabindex='0']")]
            .filter((item) => item.checkVisibility({ visibilityProperty: true })
                && !item.disabled && item.tabIndex >= 0
                && !(item.type === "radio" && !item.checked))
            .forEach((item) => item.setAttribute("data-not-reached", ""))"""
    )
    unseen = []
    for _ in range(400):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const item = document.activeElement;
                item.removeAttribute("data-not-reached");
                if (item === document.body) return "end";
                const { outlineStyle, boxShadow } = getComputedStyle(item);
                return outlineStyle !== "none" || boxShadow !== "none" || item.outerHTML;
            }"""
        )
        if seen == "end":
            break
        if seen is not True:
            unseen.append(seen)
    left = "[...document.querySelectorAll('[data-not-reached]')].map((item) => item.outerHTML)"
    assert page.evaluate(left) == []
    assert unseen == []
