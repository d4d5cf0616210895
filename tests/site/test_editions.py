"""Each translated edition says all that the English one says, in its own language."""

import re

import pytest
from bs4 import BeautifulSoup
from sphinx_gallery.py_source_parser import split_code_and_text_blocks

from tests.site.comparison import FOUR_WORDS, LEAKS, OTHER_LETTERS, differences, english_left, leaks
from tests.site.conftest import CHAPTERS, EDITIONS, PAGE_NAMES, TRANSLATIONS, download

Site = dict[str, BeautifulSoup]

CODE_OR_FORMULA = re.compile(r"``.+?``|:math:`[^`]+`|(?m:^ +.*$)")

ENGLISH = """<html lang="en"><title>Cost</title><body><article><h1 id="cost">Cost</h1>
<p>The <a href="glossary.html#term-cost">cost</a> <code>c</code> is 2, says this sentence.</p>
<pre>print(c)</pre><pre>2</pre><img src="a.png" alt="The cost falls and falls.">
<annotation>c^2</annotation><annotation>1 \\text{ if}</annotation></article></body></html>"""
CHINESE = """<html lang="zh-CN"><title>损失</title><body><article><h1 id="cost">损失</h1>
<p><code>c</code> 这个<a href="glossary.html#term-cost">损失</a>是 2，
见 <em>How to Learn from Examples</em>。</p>
<pre>print(c)</pre><pre>2</pre><img src="a.png" alt="损失一路下降。">
<annotation>c^2</annotation><annotation>1 \\text{ 如果}</annotation></article></body></html>"""


def parsed(text: str) -> BeautifulSoup:
    return BeautifulSoup(text, "lxml")


@pytest.mark.parametrize("translation", TRANSLATIONS)
def test_editions_have_the_same_pages(site: Site, translation: str) -> None:
    english, translated = (
        {name.removeprefix(f"{tag}/") for name in site if name.startswith(f"{tag}/")}
        for tag in ("en", translation)
    )
    assert english == translated


@pytest.mark.parametrize("translation", TRANSLATIONS)
@pytest.mark.parametrize("name", PAGE_NAMES)
def test_pages_differ_in_words_only(site: Site, name: str, translation: str) -> None:
    assert list(differences(site[f"en/{name}"], site[f"{translation}/{name}"])) == []


@pytest.mark.parametrize("name", [*PAGE_NAMES, "search.html"])
def test_no_markup_shows(site: Site, name: str) -> None:
    for edition in EDITIONS:
        assert leaks(site[f"{edition}/{name}"]) == []


@pytest.mark.parametrize("translation", [tag for tag in TRANSLATIONS if tag in OTHER_LETTERS])
@pytest.mark.parametrize("name", [*PAGE_NAMES, "search.html"])
def test_nothing_is_left_in_english(site: Site, name: str, translation: str) -> None:
    assert english_left(site[f"{translation}/{name}"]) == []


@pytest.mark.parametrize("translation", TRANSLATIONS)
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_scripts_differ_in_comments_only(chapter: str, translation: str) -> None:
    english, translated = (
        split_code_and_text_blocks(download(chapter, ".py", edition))[1]
        for edition in ("en", translation)
    )
    assert [b.type for b in english] == [b.type for b in translated]
    for ours, theirs in zip(english, translated, strict=True):
        if ours.type == "code":
            assert theirs.content == ours.content
        elif translation in OTHER_LETTERS:
            prose = CODE_OR_FORMULA.sub("x", theirs.content)
            assert not FOUR_WORDS.search(prose)
            assert not LEAKS.search(prose.replace("**", ""))


def test_two_editions_that_agree_pass() -> None:
    english, chinese = parsed(ENGLISH), parsed(CHINESE)
    assert list(differences(english, chinese)) == []
    assert leaks(chinese) == english_left(chinese) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("print(c)", "print(d)"),
        ("<pre>2</pre>", "<pre>3</pre>"),
        ("<pre>2</pre>", ""),
        ('src="a.png"', 'src="b.png"'),
        ('id="cost"', 'id="损失"'),
        ("<code>c</code>", "c"),
        ("<code>c</code>", "<code>d</code>"),
        ("c^2", "c^3"),
        ("#term-cost", "#term-loss"),
        ('<a href="glossary.html#term-cost">损失</a>', "损失"),
    ],
)
def test_a_difference_is_found(before: str, after: str) -> None:
    assert before in CHINESE
    assert list(differences(parsed(ENGLISH), parsed(CHINESE.replace(before, after))))


@pytest.mark.parametrize("leak", ["`c`", "**很**", ":term:", "{term}", "损失\\ 是", "[损失](a)"])
def test_a_leak_is_found(leak: str) -> None:
    assert leaks(parsed(CHINESE.replace("是 2", leak)))
    assert not leaks(parsed(CHINESE.replace("print(c)", leak)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("损失一路下降。", "The cost falls and falls."),
        ("是 2", "是 2, which is what it costs"),
        ("<title>损失</title>", "<title>The cost of a network</title>"),
        ("<title>损失</title>", "<title>Cost</title>"),
        ("是 2", "是 2</p><p>More</p><p>"),
        ("是 2", '<input placeholder="Search in these pages">'),
    ],
)
def test_a_sentence_in_english_is_found(before: str, after: str) -> None:
    assert before in CHINESE
    assert english_left(parsed(CHINESE.replace(before, after)))


def test_english_in_code_is_no_sentence_left() -> None:
    assert not english_left(parsed(CHINESE.replace("print(c)", "# this is what it costs")))
