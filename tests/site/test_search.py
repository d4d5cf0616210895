"""What a search shows first, in both languages."""

import json
import re
from collections.abc import Callable

import pytest

from tests.site.browsing import Reader
from tests.site.conftest import SITE

Come = Callable[..., Reader]
RESULTS = "#search-results ul.search > li"

FIRST = [
    # words of the glossary, of two letters to five
    ("zh-CN", "共享变量", "glossary.html#term-shared-variable"),
    ("zh-CN", "梯度", "glossary.html#term-gradient"),
    ("zh-CN", "神经元", "glossary.html#term-neuron"),
    ("zh-CN", "梯度下降", "glossary.html#term-gradient-descent"),
    ("zh-CN", "计算图", "glossary.html#term-computation-graph"),
    ("zh-CN", "损失", "glossary.html#term-cost"),
    ("zh-CN", "符号微分", "glossary.html#term-symbolic-differentiation"),
    ("zh-CN", "二元交叉熵", "glossary.html#term-binary-cross-entropy"),
    # a single letter; Latin letters; both
    ("zh-CN", "变", "chapters/2_variables.html"),
    ("zh-CN", "XNOR", "glossary.html#term-XNOR"),
    ("zh-CN", "theano 函数", "chapters/1_first_function.html"),
    # from the middle of sentences, one of them across a link
    ("zh-CN", "一步一步跟随", "chapters/1_first_function.html"),
    ("zh-CN", "错得多厉害", "chapters/5_neuron_that_learns.html"),
    ("zh-CN", "拿它们和我们亲手选的", "chapters/5_neuron_that_learns.html"),
    ("zh-CN", "从随机的权重开始", "chapters/5_neuron_that_learns.html"),
    ("zh-CN", "量子纠缠", None),
    # English
    ("en", "shared variable", "glossary.html#term-shared-variable"),
    ("en", "gradient", "glossary.html#term-gradient"),
    ("en", "computation graph", "glossary.html#term-computation-graph"),
    ("en", "XNOR", "glossary.html#term-XNOR"),
    ("en", "nan", "help.html"),
]


@pytest.mark.parametrize(("edition", "words", "expected"), FIRST)
def test_the_right_page_comes_first(
    reader: Come, edition: str, words: str, expected: str | None
) -> None:
    page = reader().visit(f"{edition}/search.html?q={words}")
    page.wait_for_function("document.querySelector('.search-summary')?.innerText.match(/[.。]/)")
    found = [str(link.get_attribute("href")) for link in page.locator(f"{RESULTS} > a").all()[:1]]
    assert [re.sub(r"\?[^#]*", "", address) for address in found] == (
        [expected] if expected else []
    )


@pytest.mark.parametrize("edition", ["en", "zh-CN"])
def test_searching_starts_on_any_page_and_the_keyboard_suffices(reader: Come, edition: str) -> None:
    visitor = reader()
    page = visitor.visit(f"{edition}/help.html")
    page.keyboard.press("Control+k")
    page.keyboard.type("Theano")
    page.keyboard.press("Enter")
    page.wait_for_selector(RESULTS)
    assert visitor.place().startswith(f"{edition}/search.html?q=Theano")


def test_the_english_index_is_sphinxs_own() -> None:
    text = (SITE / "en/searchindex.js").read_text(encoding="utf-8")
    index = json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))
    assert {"gradient", "neuron", "theano"} <= index["terms"].keys()
    assert not [term for term in index["terms"] if re.search("[\u3400-\u9fff]", term)]
