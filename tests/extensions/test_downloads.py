"""What a reader downloads: words instead of links, and in notebooks what cells have shown."""

import json
from base64 import b64decode
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from PIL import Image

from extensions.gallery.needed_package import wheel
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
KINDS = ["markdown", "code", "markdown", "code", "markdown", "code", "markdown"]
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


def notebook(result: Result) -> list[dict[str, Any]]:
    """Return the notebook's cells."""
    cells: list[dict[str, Any]] = json.loads(downloads(result)[".ipynb"].read_bytes())["cells"]
    return cells


def test_prose_becomes_plain_words_and_code_stays(chapters: Site) -> None:
    result = build(chapters)
    assert '<span class="doc">the front page</span>' in result.page("chapters/1_first.html")
    files = downloads(result)
    script = files[".py"].read_text(encoding="utf-8")
    assert f"{CODE}\n\n# %%\n# What this chapter prints is checked" in script
    assert ":math:`x^2`" in script
    assert [words for words in PROSE if words not in script] == []
    assert "cross" not in script
    cells = notebook(result)
    assert [cell["cell_type"] for cell in cells] == KINDS
    sources = ["".join(cell["source"]) for cell in cells]
    code = CODE.partition("\n# Out:")[0]
    assert sources[5] == code
    assert "$x^2$" in sources[2]
    for text, unchanged in ((script, CODE), ("\n".join(sources), code)):
        assert text.count(":term:`weight`") == unchanged.count(":term:`weight`")
        assert "figure-description" not in text


def test_a_notebooks_links_wait_for_the_sites_address(chapters: Site) -> None:
    text = "".join("".join(cell["source"]) for cell in notebook(build(chapters)))
    for link in (
        "[the front page]({site}en/index.html)",
        "[weight]({site}en/index.html#term-weight)",
        "[weights]({site}en/index.html#term-weight)",
        "[Sum]({site}en/chapters/1_first.html#sum)",
    ):
        assert link in text
    assert f"[chapters] @ {{site}}{wheel()}" in text


def test_a_notebook_holds_what_its_cells_have_shown(chapters: Site) -> None:
    cells = notebook(build(chapters))
    assert [cell["id"] for cell in cells] == [f"cell-{number}" for number in range(7)]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == [1, 2, 3]
    needed, drawing, printing = (cell["outputs"] for cell in code)
    assert needed == []
    (picture,) = drawing
    assert picture["data"]["text/plain"] == "Two *lines* cross."
    assert picture["metadata"]["image/png"] == {"width": 640, "height": 480}
    with Image.open(BytesIO(b64decode(picture["data"]["image/png"]))) as image:
        assert (image.size, image.mode) == ((1280, 960), "P")
        assert image.convert("RGB").getcolors() == [(1280 * 960, (255, 255, 255))]
    (output,) = printing
    assert output == {"output_type": "stream", "name": "stdout", "text": ":term:`weight`\n"}
    assert "<details><summary>The picture in words</summary>\n\nTwo *lines*" in "".join(
        cells[4]["source"]
    )


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
    prose = "".join(notebook(result)[0]["source"])
    assert prose.startswith("# 第一章\n")
    home = "{site}zh-CN/index.html"
    assert f"从[首页]({home})开始，那里有[权重]({home}#term-weight)。" in prose
