"""An edition shows a chapter's figures with labels in its language, without drawing them again."""

import gettext
import re
from pathlib import Path

import pytest
from sphinx.errors import ExtensionError

from .conftest import Result, Site, build_chapters

CHAPTER = '''
"""
First
=====

Begin.
"""

import matplotlib.pyplot as plt
from pathlib import Path

runs = Path({runs!r})
runs.write_text(runs.read_text() + "again")
figure, axes = plt.subplots()
axes.set_xlabel("cost")
figure, axes = plt.subplots()
axes.set_xlabel("z")
'''
HOME = """
# Home

```{{image}} chapters/images/sphx_glr_1_first_001.svg
```

{more}

```{{toctree}}
chapters/index
```
"""
IMAGES = "docs/chapters/images"
CATALOGUE = "docs/locale/zh_CN/LC_MESSAGES/chapters/1_first.po"
SCRAPERS = ("extensions.gallery.matplotlib_scraper.scrape",)


@pytest.fixture
def runs(chapters: Site) -> Path:
    """A file in which the chapter says each time that it runs."""
    path = chapters.write("runs.txt", "")
    chapters.write("docs/galleries/chapters/1_first.py", CHAPTER.format(runs=str(path)))
    chapters.write("docs/index.md", HOME.format(more=""))
    return path


def build(site: Site, language: str = "zh_CN") -> Result:
    """Build an edition, as a process of its own does."""
    vars(gettext)["_translations"].clear()
    extensions = ("extensions.gallery.chapters", "extensions.gallery.figure_translation")
    return build_chapters(
        site,
        "html",
        *extensions,
        scrapers=SCRAPERS,
        place=language,
        language=language,
        locale_dirs=["locale"],
        gettext_compact=False,
    )


def translate(site: Site, *messages: tuple[str, str]) -> None:
    """Write the chapter's catalogue."""
    site.write(CATALOGUE, "\n\n".join(f'msgid "{id}"\nmsgstr "{text}"' for id, text in messages))


def shown(result: Result, page: str = "chapters/1_first.html") -> list[str]:
    """Return the first light picture's words on a page."""
    address = re.findall(r'<img [^>]*src="([^"]*)"', result.page(page))[0]
    svg = (result.output / page).parent.joinpath(address).read_text(encoding="utf-8")
    return [word for word in re.findall(r">([^<>]+)</text>", svg) if not word[0].isdecimal()]


def copies(site: Site) -> list[str]:
    """Return the copies that there are."""
    return sorted(path.name for path in (site.folder / IMAGES).glob("*.zh_CN.svg"))


def test_each_edition_shows_its_own_labels_and_the_chapter_runs_once(
    chapters: Site, runs: Path
) -> None:
    translate(chapters, ("cost", "损失"))
    assert shown(build(chapters, "en")) == ["cost"]
    chinese = build(chapters)
    assert shown(chinese) == shown(chinese, "index.html") == ["损失"]
    assert shown(build(chapters, "en")) == ["cost"]
    assert runs.read_text(encoding="utf-8").split() == ["again"]
    assert copies(chapters) == [f"sphx_glr_1_first_001{page}.zh_CN.svg" for page in ("", "_dark")]


def test_copies_follow_the_catalogue_on_every_page(chapters: Site, runs: Path) -> None:
    build(chapters)
    for word in ("损失", "代价"):
        translate(chapters, ("cost", word))
        result = build(chapters)
        assert shown(result) == shown(result, "index.html") == [word]


def test_copies_that_no_figure_needs_are_removed(chapters: Site, runs: Path) -> None:
    translate(chapters, ("cost", "损失"))
    build(chapters)
    chapter = CHAPTER.format(runs=str(runs)).replace('"cost"', '"x₁"')
    chapters.write("docs/galleries/chapters/1_first.py", chapter)
    result = build(chapters)
    assert copies(chapters) == []
    assert shown(result) == shown(result, "index.html") == ["x₁"]


def test_a_translation_that_does_not_fit_stops_the_build(chapters: Site, runs: Path) -> None:
    translate(chapters, ("cost", "损 / 失"))
    with pytest.raises(
        ExtensionError, match="chapters/1_first: the translation of the label 'cost'"
    ):
        build(chapters)
