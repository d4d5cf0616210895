"""A chapter's graph is shown for light and for dark, in a box that scrolls, and as a list."""

from bs4 import BeautifulSoup

from .conftest import Site, build_chapters

DESCRIPTION = "A sum: x & y < z in one operation."
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
    ("s1 = add(x, 1)", "output = s1"),
)
picture

# %%
# .. figure-description:: {DESCRIPTION}
#    It ends in *one* output.
#
# A cell that shows nothing.

other = 1

# %%
# A cell that ends in something else.

other
'''


def gallery(chapters: Site) -> BeautifulSoup:
    """Build a gallery of one chapter, and return its page."""
    chapters.write("docs/galleries/chapters/1_first.py", CHAPTER)
    extensions = ("sphinx_design", "extensions.gallery.graph_scraper")
    scrapers = ("extensions.gallery.graph_scraper.scrape",)
    site = build_chapters(
        chapters, "html", *extensions, "extensions.gallery.figure_description", scrapers=scrapers
    )
    assert site.warnings == ""
    return BeautifulSoup(site.page("chapters/1_first.html"), "lxml")


def test_page_shows_a_graph_once_for_light_and_for_dark(chapters: Site) -> None:
    page = gallery(chapters)
    (figure,) = page.select(".graph-figure")
    images = figure.select("img")
    assert [image["alt"] for image in images] == [f"{DESCRIPTION} It ends in one output."] * 2
    links = figure.select("a")
    for number, name in enumerate(("light", "dark")):
        for element, address in ((images[number], "src"), (links[number], "href")):
            assert f"only-{name}" in element["class"]
            file = chapters.folder / "build/html/chapters" / str(element[address])
            assert f"<!-- {name} -->" in file.read_text(encoding="utf-8")
    assert figure["style"] == "--graph-width: 300px"


def test_box_can_be_reached_named_and_sized(chapters: Site) -> None:
    page = gallery(chapters)
    (box,) = page.select(".graph-box")
    assert (box["tabindex"], box["role"]) == ("0", "region")
    assert box["aria-label"] == DESCRIPTION.removesuffix(".")
    radios = page.select(".graph-figure fieldset label input[type=radio]")
    assert [radio["value"] for radio in radios] == ["whole", "normal", "large"]
    assert [radio.has_attr("checked") for radio in radios] == [False, True, False]
    assert len({radio["name"] for radio in radios}) == 1
    assert all(radio.parent and radio.parent.get_text(strip=True) for radio in radios)


def test_steps_stand_below_as_a_list(chapters: Site) -> None:
    page = gallery(chapters)
    details = page.select(".graph-figure")[0].find_next("details")
    assert details is not None
    assert details.select("summary")[0].get_text(strip=True)
    assert details.select("pre")[0].get_text() == "s1 = add(x, 1)\noutput = s1\n"
