"""What a search looks through."""

import json
from typing import Any

import pytest
from sphinx.errors import ExtensionError

from extensions.search.documents import END, START
from extensions.search.formula_text import formula_text
from extensions.search.han_variants import variants
from extensions.search.synonyms import SynonymError, read_synonyms
from tests.extensions.conftest import Result, Site

OURS = "extensions.search.documents"
SYNONYMS = "cost = loss"


@pytest.fixture
def site(site: Site) -> Site:
    """Return a site that knows a synonym."""
    site.write("docs/synonyms.txt", SYNONYMS)
    return site


def pieces(result: Result) -> dict[str, list[list[Any]]]:
    """Return each page's pieces."""
    text = result.page("_static/search/documents.js")
    pages: dict[str, list[list[Any]]]
    pages = json.loads(text.removeprefix(START).removesuffix(END))["pages"]
    return pages


def test_a_page_its_sections_and_their_titles(site: Site) -> None:
    site.write(
        "docs/index.md",
        """
        # Home
        Some *words*,
        and a [link](#deep).
        ## Middle
        ### Deep
        More.
        """,
    )
    assert pieces(site.build(OURS, myst_heading_anchors=3))["index"] == [
        ["", "Home", [], "Some words, and a link."],
        ["middle", "Middle"],
        ["deep", "Deep", ["Middle"], "More."],
    ]


def test_a_term_has_its_names_and_the_page_that_explains_it(site: Site) -> None:
    site.write(
        "docs/index.md",
        """
        # Home
        ```{toctree}
        deep/page
        ```
        ```{glossary}
        cost
        loss
          How wrong it is. See {doc}`it <deep/page>`.
        ```
        """,
    )
    site.write("docs/deep/page.md", "# A page")
    assert pieces(site.build(OURS))["index"][1] == [
        *("term-cost", "cost, loss", [], "How wrong it is. See it.", "", "deep/page.html"),
    ]


def test_of_code_stay_names_and_errors_of_commands_all(site: Site) -> None:
    site.write(
        "docs/index.md",
        """
        # Home
        ```python
        >>> f = theano.function([x], x, givens={x: 3})
        >>> f("4")
        Traceback (most recent call last):
        TypeError: no.
        ```
        ```console
        $ make html
        ```
        """,
    )
    ((*_, text, messages, leads_to, names),) = pieces(site.build(OURS))["index"]
    assert (text, messages, leads_to) == ("$ make html", "TypeError: no.", "")
    assert names == "theano.function givens"


def test_the_help_page_is_about_messages(site: Site) -> None:
    page = """
    # Help
    ## `cost must be a scalar`
    ```text
    it must be
    ```
    Also `as a vector it fails`, but not `x`.
    """
    site.write("docs/index.md", "# Home\n```{toctree}\nhelp\nother\n```")
    site.write("docs/help.md", page)
    site.write("docs/other.md", page)
    found = pieces(site.build(OURS))
    messages = "cost must be a scalar\nit must be\nas a vector it fails"
    assert found["help"][1][4] == messages
    assert len(found["other"][1]) == 4


def test_formulas_are_text(site: Site) -> None:
    site.write("docs/index.md", "# Home\nSo $x^2$ it is.\n\n$$\n\\frac{a}{b + 1}\n$$")
    result = site.build(OURS, myst_enable_extensions=["dollarmath"], html_math_renderer="mathjax")
    assert pieces(result)["index"][0][3] == "So x² it is.\na/(b + 1)"


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\sum_i (a_i - \hat a_i)\, x_i", "∑_i(a_i − â_i) x_i"),
        (r"10^{-16} \cdot w^{\mathsf T}", "10⁻¹⁶ ⋅ wᵀ"),
        (r"x^{3 - 1}", "x^(3 − 1)"),
        (r"\frac{C(w + h)}{2 h}", "(C(w + h))/(2h)"),
        (r"2 \ln 2 \approx 1.386", "2 ln 2 ≈ 1.386"),
        (r"\begin{aligned} a &= 1, \\ b &= -2. \end{aligned}", "a = 1; b = −2"),
        (r"a = \begin{cases} 0 & \text{if } z < 0 \\ 1 \end{cases}", "a = {0 if z < 0; 1"),
        (r"\sqrt{x_0^2}", "√(x_0²)"),
        (r"z_{00}", "z_00"),
    ],
)
def test_a_formula_in_a_line_means_the_same(tex: str, text: str) -> None:
    assert formula_text(tex) == text


def test_pages_that_are_not_written_again_stay(site: Site) -> None:
    site.write("docs/index.md", "# Home\n```{toctree}\none\ntwo\n```")
    for name in ("one", "two"):
        site.write(f"docs/{name}.md", "# Page\nOld.")
    site.build(OURS)
    site.write("docs/one.md", "# Page\nNew.")
    found = pieces(site.build(OURS))
    assert [found[name][0][3] for name in ("one", "two")] == ["New.", "Old."]
    site.write("docs/index.md", "# Home\n```{toctree}\none\n```")
    (site.docs / "two.md").unlink()
    assert pieces(site.build(OURS)).keys() == {"index", "one"}


def test_a_file_that_is_gone_or_of_another_kind_is_made_anew(site: Site) -> None:
    first = pieces(site.build(OURS))
    path = site.folder / "build/html/_static/search/documents.js"
    path.write_text("Search.setIndex({})", encoding="utf-8")
    assert pieces(site.build(OURS)) == first
    path.unlink()
    assert pieces(site.build(OURS)) == first


@pytest.mark.parametrize(("language", "known"), [("en", ""), ("zh_CN", "變变")])
def test_traditional_letters_come_with_the_chinese_edition(
    site: Site, language: str, known: str
) -> None:
    site.write("docs/index.md", "# 变")
    text = site.build(OURS, language=language).page("_static/search/documents.js")
    assert json.loads(text.removeprefix(START).removesuffix(END))["variants"] == known
    assert json.loads(text.removeprefix(START).removesuffix(END))["synonyms"] == [["cost", "loss"]]


def test_only_letters_of_the_text_have_variants() -> None:
    assert variants("共享变量 abc") == "變变"
    assert "導导" in variants("导数")


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("cost", "a line must be like 'a = b', got 'cost'"),
        ("cost = ", "a line must be like 'a = b'"),
        ("cost = loss\nbias = cost", "a word must stand once, got 2 times 'cost'"),
    ],
)
def test_a_line_of_synonyms_that_cannot_be_used_is_named(
    site: Site, line: str, complaint: str
) -> None:
    path = site.write("docs/synonyms.txt", f"# remark\n\n{line}")
    with pytest.raises(SynonymError, match=complaint):
        read_synonyms(path)
    with pytest.raises(ExtensionError, match=complaint):
        site.build(OURS)
