"""A chapter is one file: cards and the navigation draw from it."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from sphinx.errors import ExtensionError

from tests.extensions.conftest import Result, Site, build_chapters

CHAPTER = '''
"""
{title}
==========

.. summary:: {sentence}

Words.
"""
'''
HOME = """
# Home

```{chapter-cards} chapters
:columns: 1 2 3 3
```


```{toctree}
chapters/index
```
"""
INDEX = """
Chapters
========

.. chapter-cards:: chapters
   :toctree:
"""


def write(site: Site, name: str, title: str, sentence: str) -> Path:
    """Write a chapter."""
    text = CHAPTER.format(title=title, sentence=sentence)
    return site.write(f"docs/galleries/chapters/{name}.py", text)


def build(site: Site, builder: str = "html", **settings: object) -> Result:
    """Build a site whose sidebars show the navigation."""
    result = build_chapters(
        site,
        builder,
        "extensions.directives.chapter_cards",
        "extensions.gallery.downloads",
        **{
            "html_sidebars": {"**": ["globaltoc.html"]},
            "locale_dirs": ["locale"],
            "gettext_compact": False,
            **settings,
        },
    )
    assert result.warnings == ""
    return result


def soup(result: Result, page: str) -> BeautifulSoup:
    return BeautifulSoup(result.page(page), "lxml")


def cards(result: Result, page: str) -> list[tuple[str, str, str]]:
    """Return where each card of a page leads, and what it says."""
    return [
        (
            str(card.select("a")[0]["href"]).rpartition("/")[2],
            card.select(".sd-card-title")[0].get_text().strip(),
            card.select(".sd-card-text")[0].get_text().strip(),
        )
        for card in soup(result, page).select(".sd-card")
    ]


def lengths(result: Result, page: str) -> list[str]:
    return [part.get_text().strip() for part in soup(result, page).select(".sd-card-footer")]


def navigation(result: Result) -> list[str]:
    sidebar = soup(result, "chapters/index.html").select(".sphinxsidebar li.toctree-l2")
    return [item.get_text().strip() for item in sidebar]


@pytest.fixture
def book(chapters: Site) -> Site:
    """A site with two chapters, which it names nowhere."""
    chapters.write("docs/index.md", HOME)
    chapters.write("docs/galleries/chapters/index.rst", INDEX)
    write(chapters, "1_first", "First", "How it begins.")
    write(chapters, "10_tenth", "Tenth", "How it\n   ends.")
    return chapters


def test_a_new_file_is_found_wherever_chapters_are(book: Site) -> None:
    build(book)
    write(book, "2_second", "``Second``", "How it *goes on*.")
    built = build(book)
    expected = [
        ("1_first.html", "1. First", "How it begins."),
        ("2_second.html", "2. Second", "How it goes on."),
        ("10_tenth.html", "10. Tenth", "How it ends."),
    ]
    assert cards(built, "index.html") == cards(built, "chapters/index.html") == expected
    assert navigation(built) == ["1. First", "2. Second", "10. Tenth"]


def test_a_file_that_changes_or_goes_changes_them_too(book: Site) -> None:
    build(book)
    write(book, "10_tenth", "The end", "It ends.")
    built = build(book)
    last = ("10_tenth.html", "10. The end", "It ends.")
    assert cards(built, "index.html")[1] == cards(built, "chapters/index.html")[1] == last
    (book.docs / "galleries/chapters/1_first.py").unlink()
    built = build(book)
    assert cards(built, "index.html") == cards(built, "chapters/index.html") == [last]
    assert navigation(built) == ["10. The end"]


def test_what_changes_no_card_has_no_other_page_read_again(book: Site) -> None:
    build(book)
    path = write(book, "1_first", "First", "How it begins.")
    path.write_text(f"{path.read_text()}\n# %%\n# One sentence more.\n", encoding="utf-8")
    assert "0 added, 1 changed, 0 removed" in build(book).said
    write(book, "1_first", "First", "How it all begins.")
    assert "0 added, 3 changed, 0 removed" in build(book).said


def test_in_another_language_they_say_what_the_chapters_catalogue_says(
    book: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = "docs/locale/zh_CN/LC_MESSAGES/chapters/1_first.po"
    message = 'msgid "First"\nmsgstr "第一"\n\nmsgid "How it begins."\nmsgstr "{}"\n'
    for sentence in ("开始", "怎样开始"):
        book.write(catalogue, message.format(sentence))
        monkeypatch.setattr("gettext._translations", {})  # kept while a process lives
        built = build(book, language="zh_CN")
        for page in ("index.html", "chapters/index.html"):
            assert cards(built, page)[0] == ("1_first.html", "1. 第一", sentence)
        assert navigation(built)[0] == "1. 第一"


def test_the_sentence_is_translated_once_and_with_its_chapter(book: Site) -> None:
    templates = build(book, "gettext").output
    found = {path.stem: path.read_text(encoding="utf-8") for path in templates.rglob("*.pot")}
    assert [name for name, text in found.items() if "How it begins." in text] == ["1_first"]
    assert [name for name, text in found.items() if 'First"' in text] == ["1_first"]


def test_neither_the_chapters_page_nor_its_downloads_show_it(book: Site) -> None:
    built = build(book)
    assert "How it begins." not in soup(built, "chapters/1_first.html").get_text()
    (archive,) = built.output.glob("_downloads/*/1_first.zip")
    with ZipFile(archive) as packed:
        for name in packed.namelist():
            assert b"summary" not in packed.read(name)
            assert b"How it begins." not in packed.read(name)


def test_a_card_says_how_long_its_chapter_takes(book: Site) -> None:
    path = write(book, "1_first", "First", "How it begins.")
    assert lengths(build(book), "index.html") == ["About 5 minutes", "About 5 minutes"]
    path.write_text(path.read_text(encoding="utf-8") + "\n\na = 1" * 120, encoding="utf-8")
    built = build(book)
    for page in ("index.html", "chapters/index.html"):
        assert lengths(built, page) == ["About 10 minutes", "About 5 minutes"]


def test_files_without_a_number_come_in_the_order_that_they_give(book: Site) -> None:
    for path in (book.docs / "galleries/chapters").glob("*.py"):
        path.unlink()
    for name, order in (("a", "20"), ("b", "3"), ("c", ""), ("d", "100")):
        sentence = f"Of {name}.\n   :order: {order}" if order else f"Of {name}."
        write(book, name, f"Chapter {name}", sentence)
    found = cards(build(book), "index.html")
    assert [sentence for _, _, sentence in found] == ["Of b.", "Of a.", "Of d.", "Of c."]


def test_other_cards_come_first(book: Site) -> None:
    card = "```{grid-item-card} The start\n:link: index\n:link-type: doc\n\nHere.\n```"
    home = HOME.replace("```{chapter-cards}", "````{chapter-cards}").replace(
        "3\n```", f"3\n\n{card}\n````"
    )
    book.write("docs/index.md", home)
    found = cards(build(book), "index.html")
    assert [title for _, title, _ in found] == ["The start", "1. First", "10. Tenth"]
    assert '"The start"' in (build(book, "gettext").output / "index.pot").read_text(
        encoding="utf-8"
    )


DRAWN = """
import matplotlib.pyplot as plt

for width in (1, 3):
    plt.figure(figsize=(width, 2))
"""


def draw(site: Site, number: int) -> BeautifulSoup:
    """Let the first chapter draw figures, and show one on its card."""
    path = write(site, "1_first", "First", f"How it begins.\n   :picture: {number}")
    path.write_text(path.read_text(encoding="utf-8") + DRAWN, encoding="utf-8")
    scrapers = ("extensions.gallery.matplotlib_scraper.scrape",)
    return soup(build(site, scrapers=scrapers), "chapters/index.html")


def test_a_card_shows_a_figure_as_decoration(book: Site) -> None:
    first, tenth = draw(book, 2).select(".sd-card")
    light, dark = first.select(".sd-card-header img")
    for image, page, ending in ((light, "light", ""), (dark, "dark", "_dark")):
        assert image["class"] == [f"only-{page}", "no-scaled-link"]
        assert image.find_parent("a") is None
        assert str(image["src"]).endswith(f"/sphx_glr_1_first_002{ending}.svg")
        assert (image["alt"], image["loading"]) == ("", "lazy")
        assert (image["width"], image["height"]) == ("300", "200")
    assert first.select(".sd-card-header ~ .sd-card-body .sd-card-title")
    assert not tenth.select("img, .sd-card-header")


def test_a_figure_that_is_not_there_stops_the_build(book: Site) -> None:
    with pytest.raises(AssertionError, match="chapters/1_first has no figure 3"):
        draw(book, 3)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (CHAPTER.replace(".. summary::", ""), "3_third.py: below its title a chapter must say"),
        (None, "there must be a folder of chapters of that name, got 'chapter'"),
    ],
)
def test_what_is_missing_is_named(book: Site, text: str | None, complaint: str) -> None:
    if text is None:
        book.write("docs/index.md", HOME.replace("} chapters\n:", "} chapter\n:"))
    else:
        book.write("docs/galleries/chapters/3_third.py", text.format(title="Third", sentence=""))
    with pytest.raises(ExtensionError, match=complaint):
        build(book)
