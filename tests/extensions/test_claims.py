"""What prose says of a computation is held to it, and numbers that nothing bears out are told."""

import re

import numpy as np
import pytest

from extensions.claims.comparison import complaint
from extensions.claims.kinds import KINDS, without_kinds
from extensions.claims.numerals import numerals

from .conftest import Result, Site, build_chapters


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("7.78", [7.78]),
        ("−1.52 and -3", [-1.52, -3]),
        ("1e-5", [1e-5]),
        ("30 000 of 1,859", [30_000, 1_859]),
        ("98 %, 5%", [0.98, 0.05]),
        ("0, 1 and 2", [0, 1, 2]),
        ("float64, x1, 3.11.2", []),
        ("four, twenty-five, two hundred thousand", [4, 25, 200_000]),
        ("A hundred, Thirty thousand", [100, 30_000]),
        ("a tenth, two thirds, one half, a quarter", [0.1, 2 / 3, 0.5, 0.25]),
        ("twice, a dozen", [2, 12]),
        ("one of the third kind", []),
        ("三万、十二、两百、一万两千", [30_000, 12, 200, 12_000]),
        ("十分之一，三分之二，一半，一个", [0.1, 2 / 3, 0.5]),
    ],
)
def test_numbers_are_found_in_digits_and_in_words(text: str, values: list[float]) -> None:
    assert [numeral.value for numeral in numerals(text)] == pytest.approx(values)


@pytest.mark.parametrize(
    ("shown", "value"),
    [
        ("7.78", 7.784),
        ("7.78", np.float32(7.776)),
        ("98 %", 0.9849),
        ("four", 4),
        ("30 000", 30_000),
        ("a tenth", 0.104),
        ("thirty thousand", 29_400),
        ("0.02, 0.99 and 1.00", np.array([0.018, 0.991, 0.999])),
    ],
)
def test_a_number_is_its_value_rounded_as_it_is_shown(shown: str, value: float) -> None:
    assert complaint(shown, "x", value) is None


@pytest.mark.parametrize(
    ("shown", "value"),
    [
        *(("7.78", 7.786), ("7.79", 7.784), ("98 %", 0.974), ("four", 5), ("30 000", 30_001)),
        *(("a tenth", 0.12), ("0.02 and 0.99", [0.02, 0.98]), ("0.02", [0.02, 0.02]), ("x", 1)),
    ],
)
def test_a_number_that_is_not_is_refused(shown: str, value: float) -> None:
    assert complaint(shown, "x", value)


def test_a_condition_must_be_true_and_hold_the_numbers_that_are_shown() -> None:
    assert complaint("most of it", "share > 1/2", True) is None
    assert complaint("more than half", "share > 1/2", np.bool_(True)) is None
    assert complaint("most of it", "share > 1/2", False) == (
        "the page says 'most of it', but it isn't so that share > 1/2"
    )
    assert complaint("more than a third", "share > 1/2", True) == (
        "the page says 'more than a third', but a third isn't in share > 1/2"
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_has_a_reason_and_covers_no_computed_number(kind: object) -> None:
    assert getattr(kind, "reason", "")
    computed = "the cost is 2.77 after 30 000 iterations, a tenth of three neurons"
    assert without_kinds(computed) == computed


def test_kinds_that_rest_on_no_computation_are_left_out() -> None:
    text = "On 18 April 2016, in chapter 3, with NumPy 1.26, the other two. That was 2016."
    assert not numerals(without_kinds(text))


# On pages

PAGE = """
# Page

```
>>> half = 1 / 2
>>> half
0.5
```

Half of it is {{claim}}`{shown} <{expression}>`.

```
>>> half = 0
```
"""


def built(chapters: Site, shown: str, expression: str, builder: str = "doctest") -> Result:
    page = PAGE.format(shown=shown, expression=expression)
    chapters.write("docs/index.md", page + "\n```{toctree}\nchapters/index\n```\n")
    chapters.write("docs/galleries/chapters/1_first.py", '"""\nFirst\n=====\n\nText.\n"""\n')
    extensions = ("extensions.doctests.untested_code", "extensions.claims.role")
    return build_chapters(chapters, builder, *extensions)


def test_a_claim_is_tested_in_its_place(chapters: Site) -> None:
    result = built(chapters, "0.25", "half**2")
    assert (result.status, result.warnings) == (0, "")
    assert "index: 1 outputs, 1 claims" in result.said
    assert "1 claims in prose" in result.said


def test_a_wrong_claim_fails_with_its_file_and_line(chapters: Site) -> None:
    result = built(chapters, "0.26", "half**2")
    assert result.status == 1
    said = result.said + result.warnings
    assert re.search(r'index[.]md", line \d+', said)
    assert "the page says '0.26', but half**2 is 0.25" in said


@pytest.mark.parametrize(("shown", "expression"), [("0.25", "half +"), ("0.25", "")])
def test_a_claim_without_an_expression_is_refused(
    chapters: Site, shown: str, expression: str
) -> None:
    assert "is no claim: " in built(chapters, shown, expression).warnings


def test_a_claim_is_words_with_a_hint(chapters: Site) -> None:
    page = built(chapters, "0.25", "half**2", builder="html").page()
    (words,) = re.findall(r"<span([^>]*)>0[.]25</span>", page)
    assert 'title="Computed: half**2"' in words
    assert 'tabindex="0"' in words


CHAPTER = '''
"""
First
=====

Text.
"""

cost = 2.77
print(cost)
# Out:
# 2.77

# %%
# It is :claim:`a third <cost / 8.31>` of {number}, not of ``2``.
'''


@pytest.mark.parametrize(
    ("number", "told"), [("2.77", False), ("2.8", False), ("2.7", True), ("two", True)]
)
def test_a_number_that_nothing_bears_out_is_told(chapters: Site, number: str, told: bool) -> None:
    chapters.write("docs/galleries/chapters/1_first.py", CHAPTER.format(number=number))
    result = build_chapters(chapters, "doctest", "extensions.claims.unbound")
    assert ("nothing bears out" in result.warnings) == told, result.warnings
    assert "1 claims in prose" in result.said


@pytest.mark.parametrize(("link", "told"), [("`four`", False), ("`four <four>`", True)])
def test_a_number_in_the_name_that_a_title_will_replace_is_none(
    chapters: Site, link: str, told: bool
) -> None:
    text = CHAPTER.format(number=f"2.77, says :ref:{link}").replace(
        "\n# %%", "\n# %%\n# .. _four:", 1
    )
    text = text.replace("# .. _four:\n# It", "# .. _four:\n#\n# A title\n# -------\n#\n# It")
    chapters.write("docs/galleries/chapters/1_first.py", text)
    result = build_chapters(chapters, "doctest", "extensions.claims.unbound")
    assert ("nothing bears out 'four'" in result.warnings) == told, result.warnings


@pytest.mark.parametrize(("cells", "told"), [(1, False), (2, True)])
def test_code_far_away_bears_no_number_out(chapters: Site, cells: int, told: bool) -> None:
    between = "".join(f"\n# %%\n# More.\n\nx{cell} = 'no number'\n" for cell in range(cells))
    text = CHAPTER.format(number="2.77").replace("\n# %%\n# It is", f"{between}\n# %%\n# It is")
    chapters.write("docs/galleries/chapters/1_first.py", text)
    result = build_chapters(chapters, "doctest", "extensions.claims.unbound")
    assert ("nothing bears out '2.77'" in result.warnings) == told, result.warnings


@pytest.mark.parametrize(
    ("said", "warning"),
    [
        (":claim:`1.39 <cost / 2>`", ""),
        (":claim:`1.5 <cost / 2>`", "the page says '1.5', but cost / 2 is 1.385"),
        ("1.5", "nothing bears out '1.5'"),
    ],
)
def test_what_is_said_of_a_picture_is_held_to_the_code(
    chapters: Site, said: str, warning: str
) -> None:
    description = f"# .. figure-description:: From here down to {said}.\n#\n# It is"
    text = CHAPTER.format(number="2.77").replace("# It is", description)
    chapters.write("docs/galleries/chapters/1_first.py", text)
    extensions = ("extensions.claims.unbound", "extensions.gallery.figure_description")
    result = build_chapters(chapters, "doctest", *extensions)
    told = result.warnings + result.said
    assert warning in told
    assert (result.status == 0 and "bears out" not in told) == (warning == ""), told
