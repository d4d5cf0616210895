"""A chapter's graph is shown for light and for dark, in a box that scrolls, and as a list."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sphinx.errors import ExtensionError

from .conftest import Build, Result

DESCRIPTION = 'A sum: "x" & y < z in one\n   operation. It |ends| in *one* output.'
CHAPTER = f'''"""
Chapter
=======

Prose.
"""

from theano_walkthrough.beyond.graph_drawing import GraphPicture

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="300pt" height="200pt"><!-- PAGE --></svg>'
picture = GraphPicture(
    SVG.replace("PAGE", "light"),
    SVG.replace("PAGE", "dark"),
    " ".join({DESCRIPTION!r}.split()),
    ("s1 = add(x, 1)", "output = s1"),
)
picture

# %%
# A cell that shows nothing.

other = 1

# %%
# A cell that ends in something else.

other
'''


def gallery(build: Build, tmp_path: Path, chapter: str) -> Result:
    """Build a gallery of one chapter."""
    examples = tmp_path / "examples"
    examples.mkdir()
    (examples / "README.rst").write_text("Gallery\n=======\n", encoding="utf-8")
    (examples / "chapter.py").write_text(chapter, encoding="utf-8")
    return build(
        {"index.rst": "Site\n====\n\n.. toctree::\n\n   gallery/index\n"},
        "sphinx_design",
        "extensions.gallery.graph_scraper",
        "sphinx_gallery.gen_gallery",
        suppress_warnings=["config.cache"],
        sphinx_gallery_conf={
            "examples_dirs": [str(examples)],
            "gallery_dirs": ["gallery"],
            "filename_pattern": r"\.py$",
            "image_scrapers": ("extensions.gallery.graph_scraper.scrape",),
            "capture_repr": (),
            "abort_on_example_error": True,
            "write_computation_times": False,
        },
    )


def test_page_shows_a_graph_once_for_light_and_for_dark(build: Build, tmp_path: Path) -> None:
    site = gallery(build, tmp_path, CHAPTER)
    assert site.warnings == ""
    page = BeautifulSoup(site.page("gallery/chapter.html"), "lxml")
    (figure,) = page.select(".graph-figure")
    images = figure.select("img")
    assert [image["alt"] for image in images] == [" ".join(DESCRIPTION.split())] * 2
    links = figure.select("a")
    for number, name in enumerate(("light", "dark")):
        for element, address in ((images[number], "src"), (links[number], "href")):
            assert f"only-{name}" in element["class"]
            file = site.output / "gallery" / str(element[address])
            assert f"<!-- {name} -->" in file.read_text(encoding="utf-8")
    assert figure["style"] == "--graph-width: 300px"


def test_box_can_be_reached_named_and_sized(build: Build, tmp_path: Path) -> None:
    site = gallery(build, tmp_path, CHAPTER)
    page = BeautifulSoup(site.page("gallery/chapter.html"), "lxml")
    (box,) = page.select(".graph-box")
    assert (box["tabindex"], box["role"]) == ("0", "region")
    assert box["aria-label"] == 'A sum: "x" & y < z in one operation'
    radios = page.select(".graph-figure fieldset label input[type=radio]")
    assert [radio["value"] for radio in radios] == ["whole", "normal", "large"]
    assert [radio.has_attr("checked") for radio in radios] == [False, True, False]
    assert len({radio["name"] for radio in radios}) == 1
    assert all(radio.parent and radio.parent.get_text(strip=True) for radio in radios)


def test_steps_stand_below_as_a_list(build: Build, tmp_path: Path) -> None:
    site = gallery(build, tmp_path, CHAPTER)
    page = BeautifulSoup(site.page("gallery/chapter.html"), "lxml")
    details = page.select(".graph-figure")[0].find_next("details")
    assert details is not None
    assert details.select("summary")[0].get_text(strip=True)
    assert details.select("pre")[0].get_text() == "s1 = add(x, 1)\noutput = s1\n"


def test_graph_that_is_hardly_described_stops_the_build(build: Build, tmp_path: Path) -> None:
    chapter = CHAPTER.replace(repr(DESCRIPTION), repr("A graph."))
    with pytest.raises(ExtensionError, match=r"chapter\.py: a graph needs a description"):
        gallery(build, tmp_path, chapter)
