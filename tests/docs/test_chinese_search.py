"""The index of the Chinese search; the site's own tests look for its words in a browser."""

import json
import re

import pytest
from bs4 import BeautifulSoup

from extensions.chinese_search import ChineseSearch
from tests.docs.conftest import Result, Site

PAGE = "# 学习率\n\n它从[随机的权重](https://example.org)开始，用 NumPy 计算 gradients。"


def build(site: Site, language: str) -> Result:
    site.write("docs/index.md", PAGE)
    result = site.build("extensions.chinese_search", language=language)
    assert result.warnings == ""
    return result


def terms(result: Result, kind: str = "terms") -> set[str]:
    text = result.page("searchindex.js")
    return set(json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))[kind])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("共享变量（shared variable）", ["共享变量", "shared", "variable"]),
        ("用theano函数，int64", ["用", "theano", "函数", "int64"]),
        ("\uff21\uff22\uff23\uff11\uff12", ["ABC12"]),  # full-width
        ("w_hidden、𠮷野", ["w_hidden", "𠮷野"]),
        ("，。：", []),
    ],
)
def test_text_is_split_into_runs_of_han_and_latin_words(text: str, words: list[str]) -> None:
    assert ChineseSearch({}).split(text) == words


def test_runs_are_indexed_whole_even_across_a_link(site: Site) -> None:
    found = terms(build(site, "zh_CN"))
    assert {"它从随机的权重开始", "计算", "gradient"} <= found
    assert terms(build(site, "zh_CN"), "titleterms") == {"学习率"}


def test_a_joined_run_does_not_show(site: Site) -> None:
    words = BeautifulSoup(build(site, "zh_CN").page(), "lxml").get_text()
    assert len(re.findall("随机的权重", words)) == 1


def test_another_language_stays_as_it_is(site: Site) -> None:
    assert "它从随机的权重开始" not in terms(build(site, "en"))
