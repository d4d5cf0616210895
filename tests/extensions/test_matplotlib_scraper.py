"""Chapters show each figure twice, light and dark."""

import re

from .conftest import Result, Site, build_chapters

CHAPTER = '''"""
Chapter
=======

Prose.
"""

import matplotlib.pyplot as plt

figure, axes = plt.subplots(figsize=(3, 2))
axes.plot([0, 1], color="#d55e00", label="cost of a\\nstep")
axes.set_xlabel("z")
axes.legend()

# %%
# Two in one cell, with other sizes.

for number in (1, 2):
    plt.figure(figsize=(number, 1))
'''


def gallery(chapters: Site, builder: str = "html") -> Result:
    """Build a gallery of one chapter."""
    chapters.write("docs/galleries/chapters/1_first.py", CHAPTER)
    scrapers = ("extensions.gallery.matplotlib_scraper.scrape",)
    site = build_chapters(
        chapters,
        builder,
        "extensions.gallery.figure_translation",
        scrapers=scrapers,
        run=True,
        gettext_compact=False,
    )
    assert site.warnings == ""
    return site


def test_page_shows_each_figure_for_light_and_for_dark(chapters: Site) -> None:
    site = gallery(chapters)
    pictures = [
        dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        for tag in re.findall(r"<img [^>]*>", site.page("chapters/1_first.html"))
    ]
    assert [
        set(picture["class"].split()) & {"only-light", "only-dark"} for picture in pictures
    ] == [
        {"only-light"},
        {"only-dark"},
    ] * 3
    sizes = [(picture["width"], picture["height"]) for picture in pictures]
    assert sizes[::2] == sizes[1::2] == [("300", "200"), ("100", "100"), ("200", "100")]
    for picture in pictures:
        svg = (site.output / "chapters" / picture["src"]).read_text(encoding="utf-8")
        size = f'width="{picture["width"]}" height="{picture["height"]}"'
        assert re.match(f"<svg [^>]*{size}", svg)
    assert len({picture["src"] for picture in pictures}) == 6
    assert "image-reference" not in site.page("chapters/1_first.html")  # no link around a picture


def test_labels_are_offered_to_translators_and_shown_to_no_reader(chapters: Site) -> None:
    messages = gallery(chapters, "gettext").page("chapters/1_first.pot")
    assert messages.count('msgid "cost of a / step"') == 1
    assert 'msgid "z"' not in messages
    site = gallery(chapters)
    assert "cost of a" not in re.sub(r"(?s)<pre>.*?</pre>", "", site.page("chapters/1_first.html"))
