"""Search in both languages, as a reader does it: the right page comes first."""

import re
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup

from extensions.i18n.chinese_search import HAN
from tests.browsing import Reader
from tests.site.conftest import CHAPTERS, EDITIONS

Pages = dict[str, BeautifulSoup]
Come = Callable[..., Reader]

FIRST = {
    "en": {
        "shared variable": "glossary.html#term-shared-variable",
        "gradient": "glossary.html#term-gradient",
        "computation graph": "glossary.html#term-computation-graph",
        "XNOR": "glossary.html#term-XNOR",
        "nan": "help.html",
    },
    "zh-CN": {
        "共享变量": "glossary.html#term-shared-variable",
        "梯度": "glossary.html#term-gradient",
        "梯度下降": "glossary.html#term-gradient-descent",
        "神经元": "glossary.html#term-neuron",
        "计算图": "glossary.html#term-computation-graph",
        "损失": "glossary.html#term-cost",
        "XNOR": "glossary.html#term-XNOR",
        "符号微分": "glossary.html#term-symbolic-differentiation",
        "二元交叉熵": "glossary.html#term-binary-cross-entropy",
        "变": "chapters/2_variables.html",
        "theano 函数": "chapters/1_first_function.html",
        "从随机的权重开始": "chapters/5_neuron_that_learns.html",
        "gradients 梯度": "beyond/gradients.html",
        "nan": "help.html",
    },
}


@pytest.mark.parametrize(
    ("edition", "query", "first"),
    [(edition, query, first) for edition in FIRST for query, first in FIRST[edition].items()],
)
def test_the_right_page_comes_first(reader: Come, edition: str, query: str, first: str) -> None:
    results, _ = reader().search(f"{edition}/", query)
    assert [result.address for result in results][:1] == [first]


@pytest.mark.parametrize("query", ["变", "theano 函数", "学习率"])
def test_what_is_found_is_shown(reader: Come, query: str) -> None:
    results, _ = reader().search("zh-CN/", query)
    shown = {words.lower() for result in results for words in result.highlighted}
    assert shown == set(query.split())


@pytest.mark.parametrize(("edition", "query"), [("en", "zucchini"), ("zh-CN", "量子纠缠")])
def test_what_is_nowhere_is_not_found(reader: Come, edition: str, query: str) -> None:
    results, said = reader().search(f"{edition}/", query)
    assert results == []
    assert said


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_words_from_the_middle_of_a_chinese_sentence_lead_to_its_page(
    reader: Come, site: Pages, chapter: str
) -> None:
    words = words_of(site, f"zh-CN/{chapter}.html")
    assert len(words) >= 5
    for query in words[:: len(words) // 3][:3]:
        results, _ = reader().search("zh-CN/", query)
        assert results[0].address == f"{chapter}.html", query


def words_of(site: Pages, name: str) -> list[str]:
    """Return four letters from the middle of sentences of a page, which no other page has."""
    others = "".join(
        page.get_text()
        for other, page in site.items()
        if other.startswith("zh-CN/") and other != name
    )
    words = []
    for paragraph in site[name].select("article section > p"):
        for run in re.findall(f"[{HAN}]{{8,}}", paragraph.get_text()):
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
    page.wait_for_function("() => Search.status?.innerText")
    assert page.locator("ul.search > li").count() > 5
