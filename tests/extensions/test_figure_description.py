"""What a figure shows stands in words below its cell, and becomes its alternative text."""

import html
import re

import pytest

from .conftest import Result, Site, build_chapters

CHAPTER = '''
"""
First
=====

Begin.
"""

import matplotlib.pyplot as plt

height = 4
for _ in range({figures}):
    plt.figure(figsize=(1, 1))

# %%
# {below}
# More.

print(height)
# Out:
# 4
'''
WORDS = 'Up: *first* a :math:`x`,\n#    then "dots", 5 < 6 and 7 at :claim:`4 <height>`. 是'
PLAIN = "Up: first a x, then “dots”, 5 < 6 and 7 at 4. 是"
FIGURE_DESCRIPTION = f".. figure-description:: {WORDS}\n#"
EXTENSIONS = ("extensions.gallery.figure_description", "extensions.claims.role")
SCRAPERS = ("extensions.gallery.matplotlib_scraper.scrape",)


def build(
    site: Site, figures: int, below: str, builder: str = "html", **settings: object
) -> Result:
    """Build a chapter with some figures, and what stands below them."""
    text = CHAPTER.format(figures=figures, below=below)
    site.write("docs/galleries/chapters/1_first.py", text)
    extensions = (*EXTENSIONS, "extensions.pages.plain_text", "extensions.search.documents")
    return build_chapters(site, builder, *extensions, scrapers=SCRAPERS, **settings)


def alternatives(result: Result) -> list[str]:
    """Return the alternative texts of a chapter's pictures."""
    tags = re.findall(r"<img [^>]*>", result.page("chapters/1_first.html"))
    return [html.unescape(re.findall(r'alt="([^"]*)"', tag)[0]) for tag in tags]


def test_description_becomes_the_alternative_text_and_vanishes(chapters: Site) -> None:
    result = build(chapters, 1, FIGURE_DESCRIPTION)
    assert result.warnings == ""
    assert alternatives(result) == [PLAIN, PLAIN]
    assert "dots" not in re.sub(r"<img [^>]*>", "", result.page("chapters/1_first.html"))
    assert "dots" not in result.page("_static/search/documents.js")
    text = " ".join(result.page("chapters/1_first.txt").split())
    assert text.count(f"[image: {PLAIN}]") == 1
    assert text.count("dots") == 1


def test_each_figure_of_a_cell_has_its_own(chapters: Site) -> None:
    below = ".. figure-description:: One.\n#\n# .. figure-description:: Two.\n#"
    result = build(chapters, 2, below)
    assert result.warnings == ""
    assert alternatives(result) == ["One.", "One.", "Two.", "Two."]


@pytest.mark.parametrize(
    ("figures", "below", "place", "problem"),
    [
        (1, "Prose.", "py:7", "a figure of this cell has no description for readers who can't see"),
        (2, FIGURE_DESCRIPTION, "py:7", "a figure of this cell has no description"),
        (0, FIGURE_DESCRIPTION, "py:14", "the cell above has no figure for this description"),
        (1, ".. figure-description::\n#", "rst:", "Content block expected"),
    ],
)
def test_each_figure_has_a_description_and_the_other_way_round(
    chapters: Site, figures: int, below: str, place: str, problem: str
) -> None:
    result = build(chapters, figures, below)
    assert f"1_first.{place}" in result.warnings
    assert problem in result.warnings


def test_figures_that_are_not_drawn_need_no_description(chapters: Site) -> None:
    result = build(chapters, 1, FIGURE_DESCRIPTION, "doctest")
    assert (result.warnings, result.status) == ("", 0)
    assert "1 claims in prose" in result.said


def test_description_is_translated_as_any_sentence(chapters: Site) -> None:
    message = " ".join(WORDS.replace("\n#   ", "").split()).replace('"', r"\"")
    result = build(chapters, 1, FIGURE_DESCRIPTION, "gettext", gettext_compact=False)
    assert f'msgid "{message}"' in re.sub(r'"\n"', "", result.page("chapters/1_first.pot"))
    chapters.write(
        "docs/locale/zh_CN/LC_MESSAGES/chapters/1_first.po",
        f'msgid "{message}"\nmsgstr "先是\\\\ *一条线*，高\\\\ :claim:`4 <height>`。"\n',
    )
    chinese = {"language": "zh_CN", "locale_dirs": ["locale"], "gettext_compact": False}
    result = build(chapters, 1, FIGURE_DESCRIPTION, "html", **chinese)
    assert alternatives(result) == ["先是一条线，高4。"] * 2
