"""Search in both languages, as a reader does it: the right page comes first."""

import gzip
import re
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Route, expect

from tests.browsing import Reader, Result
from tests.site.comparison import HAN
from tests.site.conftest import CHAPTERS, EDITIONS, SITE
from tests.site.search_queries.chinese import CHINESE
from tests.site.search_queries.english import ENGLISH

Pages = dict[str, BeautifulSoup]
Come = Callable[..., Reader]

LIMIT = 135  # kB that a search fetches, as a server compresses it
INDEX = re.compile(r"/search/(documents|search)\.js")


def leads_to(result: Result, address: str) -> bool:
    """Tell whether a result is what's expected: a place, or a page wherever on it."""
    return address in (result.address, result.address.partition("#")[0])


@pytest.mark.parametrize(("edition", "queries"), [("en", ENGLISH), ("zh-CN", CHINESE)])
def test_what_readers_search_for_comes_first(reader: Come, edition: str, queries) -> None:
    visitor = reader()
    visitor.visit(f"{edition}/search.html")
    missed = {}
    for query in queries:
        results = visitor.paste(query.words)[:3]
        first = [result for result in results[:1] if leads_to(result, query.first)]
        among = [address for address in query.among if any(leads_to(it, address) for it in results)]
        if not first or among != list(query.among):
            missed[query.words] = [result.address for result in results]
    assert missed == {}


@pytest.mark.parametrize("edition", EDITIONS)
def test_there_are_thirty_queries_and_more_in_each_language(edition: str) -> None:
    queries = {"en": ENGLISH, "zh-CN": CHINESE}[edition]
    assert len({query.words for query in queries}) >= 30
    assert sum("\n" in query.words for query in queries) >= 8  # whole messages


@pytest.mark.parametrize("query", ["变", "theano 函数", "学习率"])
def test_what_is_found_is_marked(reader: Come, query: str) -> None:
    results = reader().search("zh-CN/", query)
    marked = {words.lower() for result in results[:3] for words in result.marked}
    assert marked == set(query.split())


def test_formulas_stand_in_excerpts_as_text(reader: Come) -> None:
    results = reader().search("en/", "softplus")
    assert results[0].excerpt.startswith("ln(1 + eᶻ), a smooth version of max(0,z); ")
    assert "logistic function, sigmoid" in [
        result.title for result in reader().search("en/", "smooth step")
    ]


def announced(visitor: Reader, words: str, where: str = "main") -> None:
    """Wait until a screen reader has been told."""
    status = visitor.page.locator(f"{where} .search-results [role=status]")
    expect(status).to_have_text(re.compile(words))


@pytest.mark.parametrize(
    ("edition", "query", "near"),
    [
        ("en", "zucchini", None),
        ("zh-CN", "量子纠缠", None),
        ("en", "backproqagattion", "backpropagation"),
        ("zh-CN", "向反播传", None),
    ],
)
def test_who_finds_nothing_is_shown_the_way(
    reader: Come, edition: str, query: str, near: str | None
) -> None:
    visitor = reader()
    assert visitor.search(f"{edition}/", query) == []
    announced(visitor, query)
    results = visitor.page.locator("main .search-results")
    links = results.locator(".nothing > ul a")
    addresses = links.evaluate_all("(links) => links.map((link) => link.href)")
    assert [address.rpartition("/")[2] for address in addresses] == ["glossary.html", "help.html"]
    nearest = results.locator(".nearest a")
    assert nearest.all_inner_texts()[:1] == ([near] if near else [])
    if near:
        nearest.first.click()
        assert visitor.found(near)[0].title == near


def test_results_come_while_one_types_and_are_announced(reader: Come) -> None:
    visitor = reader()
    page = visitor.visit("en/chapters/1_first_function.html")
    page.keyboard.press("Control+k")
    page.keyboard.type("gradient desc")
    (first, *_) = visitor.found("gradient desc", "dialog")
    assert first.address == "glossary.html#term-gradient-descent"
    announced(visitor, r"^\d+ results$", "dialog")
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    announced(visitor, "^$", "dialog")
    assert not page.locator("dialog .search-results").is_visible()


def test_a_keyboard_is_enough(reader: Come) -> None:
    visitor = reader()
    page = visitor.visit("en/chapters/1_first_function.html")
    focused = "() => document.activeElement.textContent"
    page.keyboard.press("Control+k")
    page.keyboard.type("plateau")
    titles = [result.title for result in visitor.found("plateau", "dialog")]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == titles[1]
    page.keyboard.press("ArrowUp")
    assert page.evaluate(focused) == titles[0] == "plateau"
    page.keyboard.press("ArrowUp")
    page.keyboard.type("s")
    visitor.found("plateaus", "dialog")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not page.locator("dialog#pst-search-dialog").is_visible()
    page.keyboard.press("Control+k")
    page.keyboard.type("plateau")  # in place of what was typed before
    visitor.found("plateau", "dialog")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    visitor.reaches("en/glossary.html?highlight=plateau#term-plateau")
    assert page.locator(".highlighted").all_inner_texts()


def test_keys_that_choose_a_chinese_word_stay_in_the_field(reader: Come) -> None:
    visitor = reader()
    page = visitor.visit("zh-CN/search.html")
    visitor.paste("梯度")
    page.evaluate(
        """() => document.activeElement.dispatchEvent(
            new KeyboardEvent("keydown", { key: "ArrowDown", isComposing: true, bubbles: true }))"""
    )
    assert page.evaluate("() => document.activeElement.name") == "q"


def test_the_box_closes_over_a_result_on_the_same_page(reader: Come) -> None:
    visitor = reader()
    page = visitor.visit("en/help.html")
    page.keyboard.press("Control+k")
    message = "AttributeError: module 'numpy' has no attribute 'complex'."
    page.keyboard.type(message)
    visitor.found(message, "dialog")
    page.locator("dialog .search-results a").first.click()
    expect(page.locator("dialog#pst-search-dialog")).not_to_be_visible()
    expect(page.locator("#numpy-complex")).to_be_in_viewport()
    page.keyboard.press("Control+k")
    page.locator(".close-search").click()
    expect(page.locator("dialog#pst-search-dialog")).not_to_be_visible()


def test_the_box_can_be_closed_before_the_search_is_there(reader: Come) -> None:
    visitor = reader()
    page = visitor.visit("en/help.html")
    held: list[Route] = []
    page.route("**/search/*.js*", lambda route: held.append(route))
    page.keyboard.press("Control+k")
    page.locator(".close-search").click()
    expect(page.locator("dialog#pst-search-dialog")).not_to_be_visible()
    assert held


def test_a_result_in_the_playground_keeps_its_place(reader: Come) -> None:
    page = reader().visit("en/playground.html#what-you-can-see")
    page.wait_for_selector("#trainer:visible")
    expect(page.locator("#what-you-can-see h2")).to_be_in_viewport()
    assert page.locator("#notice").inner_text() == ""


def test_who_comes_back_is_where_they_were(reader: Come) -> None:
    visitor = reader()
    visitor.search("en/", "gradient")
    page = visitor.page
    link = page.locator("main .search-results ol a").nth(15)
    link.scroll_into_view_if_needed()
    before = page.evaluate("() => scrollY")
    link.click()
    page.wait_for_url(lambda address: "search.html" not in address)
    page.go_back()
    visitor.found("gradient")
    page.wait_for_function("(before) => before > 0 && Math.abs(scrollY - before) < 5", arg=before)


@pytest.mark.parametrize("missing", ["documents.js", "search.js"])
def test_who_gets_no_search_is_told(reader: Come, missing: str) -> None:
    visitor = reader()
    page = visitor.page
    page.route(f"**/{missing}*", lambda route: route.fulfill(status=404))
    visitor.visit("en/search.html?q=seed")
    announced(visitor, "The search couldn.t be loaded")
    assert page.input_value("main .bd-search input") == "seed"
    assert page.locator("main .search-results .nothing a:visible").count() == 2
    visitor.problems.clear()  # the script that isn't there


def test_a_search_that_is_still_to_come_says_so(reader: Come) -> None:
    visitor = reader()
    held: list[Route] = []
    visitor.page.route("**/documents.js*", lambda route: held.append(route))
    visitor.page.goto(f"{visitor.address}en/search.html?q=seed", wait_until="domcontentloaded")
    announced(visitor, "Loading")
    held[0].continue_()
    assert visitor.found("seed")[0].address == "glossary.html#term-seed"


def test_a_pasted_message_keeps_its_words_apart(reader: Come) -> None:
    visitor = reader()
    page = visitor.visit("en/search.html")
    visitor.paste("TypeError: cost must\nbe a\r\nscalar.")
    assert page.input_value("main .bd-search input") == "TypeError: cost must be a scalar."
    assert page.url.endswith("search.html?q=TypeError%3A+cost+must+be+a+scalar.")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_words_from_the_middle_of_a_chinese_sentence_lead_to_its_page(
    reader: Come, site: Pages, chapter: str
) -> None:
    words = words_of(site, f"zh-CN/{chapter}.html")
    assert len(words) >= 5
    visitor = reader()
    visitor.visit("zh-CN/search.html")
    for query in words[:: len(words) // 3][:3]:
        assert leads_to(visitor.paste(query)[0], f"{chapter}.html"), query


def words_of(site: Pages, name: str) -> list[str]:
    """Return four letters from the middle of sentences of a page, which no other page has."""
    others = "".join(
        page.get_text()
        for other, page in site.items()
        if other.startswith("zh-CN/") and other != name
    )
    words = []
    for paragraph in site[name].select("article section > p"):
        for run in re.findall(f"{HAN.pattern}{{8,}}", paragraph.get_text()):
            middle = run[len(run) // 2 - 2 :][:4]
            if middle not in others:
                words.append(middle)
    return words


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("width", [390, 1280])
def test_every_page_has_a_search(reader: Come, edition: str, width: int) -> None:
    visitor = reader(viewport={"width": width, "height": 800})
    page = visitor.visit(f"{edition}/{CHAPTERS[0]}.html")
    page.keyboard.press("Control+k")
    page.keyboard.type("NumPy")
    page.keyboard.press("Enter")
    visitor.reaches(f"{edition}/search.html?q=NumPy")
    assert len(visitor.found("NumPy")) > 5


def test_the_index_waits_until_a_reader_turns_to_the_search(reader: Come) -> None:
    visitor = reader()
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    page = visitor.visit("en/chapters/1_first_function.html")
    page.wait_for_load_state("networkidle")
    assert [address for address in asked if INDEX.search(address)] == []
    page.keyboard.press("Control+k")
    page.wait_for_load_state("networkidle")
    assert len([address for address in asked if INDEX.search(address)]) == 2


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_search_fetches_little(edition: str) -> None:
    files = [
        *(SITE / edition / "_static/search").glob("*.js"),
        SITE / edition / "_static/search.css",
    ]
    assert len(files) == 3
    assert sum(len(gzip.compress(path.read_bytes(), 6)) for path in files) < LIMIT * 1000


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_licences_of_what_is_in_the_script_lie_beside_it(edition: str) -> None:
    folder = SITE / edition / "_static/search"
    for library in ("minisearch", "stemmer"):
        licence = (folder / f"LICENSE-{library}.txt").read_text(encoding="utf-8")
        assert "Permission is hereby granted" in licence
        assert library in (folder / "search.js").read_text(encoding="utf-8").lower()


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_search_from_a_folder_shows_excerpts(browser: Browser, edition: str) -> None:
    page = browser.new_page()
    page.goto(f"{(SITE / edition / 'search.html').as_uri()}?q=XNOR")
    page.wait_for_selector("main .search-results mark")
    assert all(page.locator("main .search-results .excerpt").all_inner_texts())
    page.close()
