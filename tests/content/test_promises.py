"""The words under "Try it yourself", against those that tests keep."""

import re

import pytest

from extensions.claims.kinds import without_kinds
from extensions.claims.numerals import numerals
from tests.content import test_try_it_yourself  # noqa: F401  (it notes what it keeps)
from tests.content.promises import KEPT, pages, section

CODE = re.compile(r"``.*?``|:math:`.*?`")


@pytest.mark.parametrize(("page", "words"), KEPT)
def test_a_page_says_what_a_test_keeps(page: str, words: str) -> None:
    assert words in section(page)


@pytest.mark.parametrize("page", pages())
def test_each_number_is_in_words_that_a_test_keeps(page: str) -> None:
    rest = section(page)
    for kept_on, words in KEPT:
        if kept_on == page:
            rest = rest.replace(words, "")
    assert [numeral.text for numeral in numerals(without_kinds(CODE.sub("", rest)))] == []
