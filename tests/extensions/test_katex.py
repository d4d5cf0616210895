"""Mathematics set at build time."""

import re

import pytest
from bs4 import BeautifulSoup

from tests.extensions.conftest import DOCS, Result, Site

KATEX = DOCS / "_vendor" / "katex"


def build(site: Site, page: str) -> Result:
    site.write("docs/index.md", "# Home\n\n" + page)
    return site.build(
        "extensions.pages.katex", html_math_renderer="katex", myst_enable_extensions=["dollarmath"]
    )


def test_formulas_are_html_and_mathml_without_a_script(site: Site) -> None:
    result = build(site, "In a line $w_1$.\n\n$$\n\\frac{1}{1 + e^{-z}}\n$$\n")
    assert result.warnings == ""
    page = BeautifulSoup(result.page("index.html"), "lxml")
    (inline,), (block,) = page.select("span.math"), page.select("div.math")
    assert inline.select("math msub mi")[0].text == "w"
    assert inline.select_one("[aria-hidden=true]") is not None
    assert block.select_one("math mfrac") is not None
    assert block.select(".formula")[0]["tabindex"] == "0"
    assert not [s for s in page.select("script[src]") if "math" in s["src"] or "katex" in s["src"]]


def test_style_and_fonts_are_served_by_the_site_where_they_are_needed(site: Site) -> None:
    site.write("docs/other.md", "---\norphan: true\n---\n\n# No formula")
    result = build(site, "$x$")
    assert "katex/katex.min.css" in result.page("index.html")
    assert "katex" not in result.page("other.html")
    style = (result.output / "_static/katex/katex.min.css").read_text()
    fonts = re.findall(r"url\((fonts/[^)]+\.woff2)\)", style)
    assert len(fonts) == 20
    assert all((result.output / "_static/katex" / font).is_file() for font in fonts)
    assert "http" not in style
    assert not list(result.output.rglob("katex*.js"))


def test_pages_written_at_the_same_time_keep_their_own_formulas(site: Site) -> None:
    names = [f"a{page}" for page in range(10)]
    for name in names:
        formulas = " ".join(f"${name}_{{{number}}}$" for number in range(50))
        site.write(f"docs/{name}.md", f"---\norphan: true\n---\n\n# Page\n\n{formulas}")
    result = site.build(
        "extensions.pages.katex",
        html_math_renderer="katex",
        myst_enable_extensions=["dollarmath"],
        parallel=3,  # one of them hands out the pages
    )
    for name in names:
        page = BeautifulSoup(result.page(f"{name}.html"), "lxml")
        sources = [source.text for source in page.select("span.math annotation")]
        assert sources == [f"{name}_{{{number}}}" for number in range(50)]


def test_numbered_formulas_can_be_linked(site: Site) -> None:
    site.write(
        "docs/index.rst", "Home\n====\n\n.. math:: a\n   :label: first\n\nSee :eq:`first`.\n"
    )
    (site.docs / "index.md").unlink()
    result = site.build("extensions.pages.katex", html_math_renderer="katex")
    page = BeautifulSoup(result.page("index.html"), "lxml")
    assert page.select("#equation-first .eqno")[0].text.startswith("(1)")
    assert page.select('a.reference[href="#equation-first"]')[0].text == "(1)"


@pytest.mark.parametrize("formula", [r"\frac{1", r"\nonsense", "50%", r"\begin{aligned} a"])
def test_a_formula_that_can_not_be_read_is_reported_with_its_place(
    site: Site, formula: str
) -> None:
    warned = build(site, f"Words.\n\n$$\n{formula}\n$$\n").warnings
    assert "index.md:5" in warned
    assert "KaTeX" in warned
