"""Chinese search, in a browser: what a reader types is found wherever it stands."""

import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from docutils import nodes
from playwright.sync_api import Browser

from extensions.i18n.chinese_search import ChineseSearch, JoinedRun
from tests.browsing import Reader, served
from tests.extensions.conftest import Site

OURS = "extensions.i18n.chinese_search"
PAGES = {
    "index": "# 首页\n\n欢迎来到这里。",
    "descent": "# 一步一步\n\n## 梯度下降\n\n梯度下降一小步一小步地减小损失。",
    "training": "# 训练\n\n我们用梯度下降训练神经元，直到它答对。",
    "often": "# 多次\n\n神经元会学习。一个神经元有几个权重。两个神经元各有偏置。",
    "scattered": "# 山坡\n\n梯度很大，高度下去得快，温度也下降。",
    "linked": "# 记住\n\n它是**共享**[变](https://example.org)量，值会*改*变。",
    "code": "# 编译\n\n`theano.function` 由表达式编译出函数，用的是 int64。",
    "english": "# 英文\n\nTheano functions and their gradients，即梯度。",
    "alone": "# 单字\n\n熵。",
}


@pytest.fixture(scope="module")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Chinese site."""
    with served(build(tmp_path_factory.mktemp("chinese"), OURS)) as address:
        yield address


@pytest.fixture
def visitor(browser: Browser, chinese: str) -> Iterator[Reader]:
    """Somebody who visits the Chinese site; at the end nothing may have gone wrong."""
    visitor = Reader(browser, chinese)
    yield visitor
    visitor.context.close()
    assert visitor.problems == []


def build(folder: Path, *extensions: str, language: str = "zh_CN") -> Path:
    """Build the site, and return the folder that it's in."""
    site = Site(folder)
    for name, text in PAGES.items():
        site.write(f"docs/{name}.md", f"---\norphan: true\n---\n\n{text}")
    result = site.build(*extensions, language=language)
    assert result.warnings == ""
    return result.output


def found(visitor: Reader, query: str) -> list[str]:
    return [result.address.split(".")[0] for result in visitor.search("", query)[0]]


def full_width(text: str) -> str:
    """Return text in letters as wide as Han, which a Chinese keyboard easily gives."""
    return "".join(chr(ord(letter) + ord("！") - ord("!")) for letter in text)


@pytest.mark.parametrize(
    ("query", "pages"),
    [
        ("欢迎", ["index"]),  # at the start of a sentence
        ("来到", ["index"]),  # in its middle
        ("训练神经元", ["training"]),
        ("熵", ["alone"]),  # a single letter
        ("小", ["descent"]),
        ("梯度下降", ["descent", "descent", "training"]),  # never where its letters are scattered
        ("共享变量", ["linked"]),  # across an emphasis and a link
        ("改变", ["linked"]),
        ("函数 编译", ["code"]),  # every word
        ("theano 函数", ["code"]),
        ("函数theano", ["code"]),
        ("Functions 梯度", ["english"]),
        ("gradient", ["english"]),
        ("int64", ["code"]),
        (full_width("int64") + "，函数", ["code"]),
    ],
)
def test_words_are_found(visitor: Reader, query: str, pages: list[str]) -> None:
    assert found(visitor, query) == pages


def test_titles_come_first_then_where_the_word_is_frequent(visitor: Reader) -> None:
    assert found(visitor, "训练") == ["training"]
    assert found(visitor, "神经元") == ["often", "training"]
    results, _ = visitor.search("", "梯度下降")
    assert [result.address for result in results] == [
        "descent.html#id2",  # the heading itself
        "descent.html",
        "training.html",
    ]


@pytest.mark.parametrize(
    "query", ["量子纠缠", "神经元 量子", "theano 神经元", "纠", "降梯", "熵 欢迎"]
)
def test_what_is_nowhere_is_said_in_chinese(visitor: Reader, query: str) -> None:
    results, said = visitor.search("", query)
    assert results == []
    assert said.startswith("您的搜索没有匹配到文档")


def test_words_typed_without_spaces_are_told_apart(visitor: Reader) -> None:
    results, _ = visitor.search("", "权重神经元")
    assert [result.address for result in results] == ["often.html"]
    assert set(results[0].highlighted) == {"权重", "神经元"}


def cuts(typed: str, runs: list[str]) -> Iterator[list[str]]:
    """Yield each way to cut what was typed into pieces of the runs, longest pieces first."""
    if not typed:
        yield []
    for end in range(len(typed), 1, -1):
        if any(typed[:end] in run for run in runs):
            yield from ([typed[:end], *rest] for rest in cuts(typed[end:], runs))


def test_the_first_words_are_as_long_as_the_rest_allows(visitor: Reader) -> None:
    chance = random.Random(0)
    # Few letters in many runs, so that pieces overlap and often the longest leaves no way on.
    runs = ["".join(chance.choices("甲乙丙", k=length)) for length in (2, 3, 3, 4, 5)]
    typed = ["".join(chance.choices("甲乙丙", k=chance.randrange(1, 15))) for _ in range(1000)]
    told_apart = visitor.visit("search.html").evaluate(
        """([runs, typed]) => {
            const terms = Object.fromEntries(runs.map((run) => [run, 0]));
            Search._index = { terms, titleterms: {} };
            return typed.map(splitQuery);
        }""",
        [runs, typed],
    )
    assert told_apart == [next(cuts(words, runs), [words]) for words in typed]
    assert {len(words) for words in told_apart} >= {1, 2, 3, 4}


def test_long_words_that_fail_at_their_end_are_answered(visitor: Reader) -> None:
    # Trying all the ways to cut this would take longer than the universe is old.
    sentence = "梯度下降一小步一小步地减小损失"
    assert visitor.search("", (sentence * 14)[:199] + "熵")[0] == []


def test_the_excerpt_shows_what_was_typed(visitor: Reader) -> None:
    results, _ = visitor.search("", "Theano 梯度")
    assert [result.highlighted for result in results] == [["Theano", "梯度"]]
    (result,), _ = visitor.search("", "共享变量")
    assert "它是共享变量，值会改变。" in result.excerpt


def test_pages_show_joined_words_once(tmp_path: Path) -> None:
    page = (build(tmp_path, OURS) / "linked.html").read_text(encoding="utf-8")
    assert "共享变量" not in page
    assert page.count("共享") == page.count("量，值会") == 1


def test_as_text_a_page_has_joined_words_once() -> None:
    pieces = [nodes.Text("共享"), nodes.emphasis("", "变量"), JoinedRun("", "共享变量")]
    assert nodes.paragraph("", "", *pieces).astext() == "共享变量"


def test_the_browser_splits_as_the_index_does(visitor: Reader) -> None:
    chance = random.Random(0)
    kinds = ["梯度下降变量々〇", "𠀀𪜀𱍐", "abzXYZ", "0129", full_width("AbZ09"), "éßΩжあ한①²½"]
    kinds += [" \n\t", "，。；“”（）、·", "_-.'\""]
    sentences = [
        "".join(chance.choice(chance.choice(kinds)) for _ in range(chance.randrange(40)))
        for _ in range(500)
    ]
    sentences += [
        "theano.function 编译出int64的函数。",
        full_width("Theano") + "与NumPy 的 gradients_of（梯度）",
    ]
    every_character = " ".join(
        chr(code)
        for code in range(0x40000)
        if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")
    )
    page = visitor.visit("search.html")
    browsers = page.evaluate(
        """(texts) => {
            Search._index = { terms: {}, titleterms: {} };
            const stemmer = new Stemmer();
            return texts.map((text) =>
                splitQuery(text).map((word) => stemmer.stemWord(word.toLowerCase())));
        }""",
        [*sentences, every_character],
    )
    ours = ChineseSearch({})
    for text, words in zip([*sentences, every_character], browsers, strict=True):
        assert words == [ours.stem(word) for word in ours.split(text)]


def test_the_index_is_the_same_each_time(tmp_path: Path) -> None:
    first, second = (
        (build(tmp_path / name, OURS) / "searchindex.js").read_bytes() for name in ("a", "b")
    )
    assert first == second


def test_english_stays_as_it_is(tmp_path: Path) -> None:
    without = build(tmp_path / "without", language="en")
    with_ours = build(tmp_path / "with", OURS, language="en")
    for name in ("searchindex.js", "_static/language_data.js", "linked.html"):
        assert (with_ours / name).read_bytes() == (without / name).read_bytes()
