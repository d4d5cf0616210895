"""Search in both languages, as a reader does it: the right page comes first."""

import gzip
import re
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from tests.browsing import Reader, Result
from tests.site.comparison import HAN
from tests.site.conftest import CHAPTERS, EDITIONS, SITE
from tests.site.search_queries import CHINESE, ENGLISH

Pages = dict[str, BeautifulSoup]
Come = Callable[..., Reader]

LIMIT = 120  # kB that a search fetches, as a server compresses it
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
    results = visitor.page.locator("main .search-results")
    assert query in results.locator("[role=status]").inner_text()
    addresses = results.locator(".nothing > ul a").evaluate_all(
        "(links) => links.map((a) => a.href)"
    )
    assert [address.rpartition("/")[2] for address in addresses] == ["glossary.html", "help.html"]
    nearest = results.locator(".nearest a")
    assert nearest.all_inner_texts()[:1] == ([near] if near else [])
    if near:
        nearest.first.click()
        assert visitor.found(near)[0].title == near


def test_results_come_while_one_types_and_are_announced(reader: Come) -> None:
    visitor = reader()
    page = visitor.visit("en/chapters/1_first_function.html")
    status = page.locator("dialog .search-results [role=status]")
    page.keyboard.press("Control+k")
    page.keyboard.type("gradient desc")
    assert (
        visitor.found("gradient desc", "dialog")[0].address == "glossary.html#term-gradient-descent"
    )
    assert re.fullmatch(r"\d+ results", status.inner_text())
    page.keyboard.type("ent zucchini")
    visitor.found("gradient descent zucchini", "dialog")
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    assert not status.is_visible()


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
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    visitor.reaches("en/glossary.html?highlight=plateau#term-plateau")
    assert page.locator(".highlighted").all_inner_texts()


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
def test_a_search_from_a_folder_shows_excerpts(browser: Browser, edition: str) -> None:
    page = browser.new_page()
    page.goto(f"{(SITE / edition / 'search.html').as_uri()}?q=XNOR")
    page.wait_for_selector("main .search-results mark")
    assert all(page.locator("main .search-results .excerpt").all_inner_texts())
    page.close()
