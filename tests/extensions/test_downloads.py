"""What a reader downloads: words instead of links."""

import json
from pathlib import Path
from zipfile import ZipFile

from tests.extensions.conftest import Result, Site, build_chapters

CHAPTER = '''
"""
First
=====

Begin at :doc:`the front page </index>`, where a :term:`weight` is.
"""

# %%
# Two :term:`weights <weight>` make a :ref:`Sum <sum>`, :math:`x^2`, and ``:term:`` is a role.
#
# .. _sum:
#
# Sum
# ---
# Words.

import matplotlib.pyplot as plt

figure = plt.figure()

# %%
# .. figure-description::
#
#    Two *lines*
#    cross.
#
# More words.

text = ":term:`weight`"  # not prose, and not a :term:`weight`
print(text)
# Out:
# :term:`weight`
'''
HOME = """
# Home

```{toctree}
chapters/index
```

```{glossary}
weight
  Heavy.
```
"""
PROSE = [
    "Begin at the front page, where a weight is.",
    "Two weights make a Sum, ",
    " and ``:term:`` is a role.",
]
KINDS = ["markdown", "markdown", "code", "markdown", "code", "markdown"]
CODE = CHAPTER.partition("More words.\n\n")[2].strip()


def build(site: Site, text: str = CHAPTER, builder: str = "html", **settings: object) -> Result:
    site.write("docs/index.md", HOME)
    site.write("docs/galleries/chapters/1_first.py", text)
    extensions = ("extensions.gallery.downloads", "extensions.gallery.figure_description")
    scrapers = ("extensions.gallery.matplotlib_scraper.scrape",)
    result = build_chapters(site, builder, *extensions, scrapers=scrapers, **settings)
    assert result.warnings == ""
    return result


def downloads(result: Result) -> dict[str, Path]:
    return {path.suffix: path for path in result.output.glob("_downloads/*/*")}


def test_prose_becomes_plain_words_and_code_stays(chapters: Site) -> None:
    result = build(chapters)
    assert '<span class="doc">the front page</span>' in result.page("chapters/1_first.html")
    files = downloads(result)
    script = files[".py"].read_text(encoding="utf-8")
    assert f"{CODE}\n\n# %%\n# What this chapter prints is checked" in script
    cells = json.loads(files[".ipynb"].read_text(encoding="utf-8"))["cells"]
    assert [cell["cell_type"] for cell in cells] == KINDS
    sources = ["".join(cell["source"]) for cell in cells]
    assert sources[4] == CODE
    assert ":math:`x^2`" in script
    assert "$x^2$" in sources[1]
    for text in (script, "\n".join(sources)):
        assert [words for words in PROSE if words not in text] == []
        assert text.count(":term:`weight`") == CODE.count(":term:`weight`")
        assert "cross" not in text
        assert "figure-description" not in text


def test_the_archive_holds_script_and_notebook(chapters: Site) -> None:
    files = downloads(build(chapters))
    with ZipFile(files[".zip"]) as archive:
        assert archive.namelist() == ["1_first.py", "1_first.ipynb"]
        for entry in archive.infolist():
            assert archive.read(entry) == files[Path(entry.filename).suffix].read_bytes()
            assert (entry.date_time, entry.external_attr >> 16) == ((1980, 1, 1, 0, 0, 0), 0o644)


def test_what_sphinx_gallery_reads_again_is_left_alone(chapters: Site) -> None:
    build(chapters)
    copies = {path: path.read_bytes() for path in chapters.docs.glob("chapters/1_first.*")}
    assert b":doc:" in copies[chapters.docs / "chapters/1_first.py"]
    build_chapters(chapters, "html", "extensions.gallery.downloads")
    assert {path: path.read_bytes() for path in copies} == copies


def test_other_builders_write_no_downloads(chapters: Site) -> None:
    assert downloads(build(chapters, builder="doctest")) == {}


def test_prose_is_in_the_editions_language_and_code_is_not(chapters: Site) -> None:
    messages = {
        "First": "第一章",
        "Begin at :doc:`the front page </index>`, where a :term:`weight` is.": (
            "从\\\\ :doc:`首页 </index>`\\\\ 开始，那里有\\\\ :term:`权重 <weight>`。"
        ),
    }
    chapters.write(
        "docs/locale/zh_CN/LC_MESSAGES/chapters/1_first.po",
        "\n\n".join(f'msgid "{message}"\nmsgstr "{text}"' for message, text in messages.items()),
    )
    result = build(chapters, language="zh_CN", locale_dirs=["locale"], gettext_compact=False)
    script = downloads(result)[".py"].read_text(encoding="utf-8")
    assert script.startswith('"""\n第一章\n======\n\n从首页开始，那里有权重。\n"""')
    assert f"{CODE}\n\n# %%" in script
    cells = json.loads(downloads(result)[".ipynb"].read_text(encoding="utf-8"))["cells"]
    assert "从首页开始，那里有权重。" in "".join(cells[0]["source"])
