"""Live figures: where they stand, what they load, and the picture that stays without them."""

import pytest
from bs4 import BeautifulSoup

from extensions.directives import live_figure
from tests.extensions.conftest import DOCS, Result, Site

CHAPTER = """\
# Cube

Before.

```{image} curve.svg
:alt: A curve that rises
```

```{live-figure} cube
```

After.
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


@pytest.fixture
def build(site: Site, live_functions: list[str]):
    """Build a site with a live figure, and return which functions it compiled."""
    site.write("docs/index.md", "# Home\n\n```{toctree}\ndeep/page\n```\n")
    site.write("docs/deep/page.md", CHAPTER)
    site.write("docs/deep/curve.svg", SVG)

    def build(language: str = "en") -> tuple[Result, list[str]]:
        live_functions.clear()
        result = site.build(
            "sphinx_gallery.gen_gallery",
            "extensions.directives.live_figure",
            templates_path=[str(DOCS / "_templates")],
            html_static_path=[str(DOCS / "_static")],
            sphinx_gallery_conf={"examples_dirs": [], "gallery_dirs": []},
            suppress_warnings=["config.cache"],
            language=language,
        )
        return result, list(live_functions)

    return build


def test_the_picture_above_stands_in_it_with_what_can_be_moved(build) -> None:
    result, _ = build()
    assert result.warnings == ""
    page = BeautifulSoup(result.page("deep/page.html"), "lxml")
    (figure,) = page.select('.live-figure[data-kind="cube"]')
    assert [image["alt"] for image in figure.select(".still img")] == ["A curve that rises"]
    assert page.select("img") == figure.select("img")
    (live,) = figure.select(".live")
    assert live.has_attr("hidden")
    assert live.select(f'p.task[id="{live["aria-labelledby"]}"]')
    address = str(live["data-script"]).partition("?")[0]
    assert (result.output / "deep" / address).is_file()
    scripts = "".join(str(script.get("src")) for script in page.select("script[src]"))
    assert "live_figures.js" in scripts
    assert "cube" not in scripts


def test_other_pages_load_nothing_of_it(build) -> None:
    assert "live" not in build()[0].page("index.html")


def test_a_live_figure_can_hold_its_picture(build, site: Site) -> None:
    picture = "````{live-figure} cube\n```{image} curve.svg\n```\n````\n"
    site.write("docs/deep/page.md", f"# Cube\n\n{picture}\n{picture}")
    page = BeautifulSoup(build()[0].page("deep/page.html"), "lxml")
    assert len(page.select(".live-figure .still img")) == 2
    ids = [element["id"] for element in page.select(".live [id]")]
    assert len(set(ids)) == len(ids) > 2


@pytest.mark.parametrize(
    ("directive", "complaint"),
    [
        ("```{live-figure} cube\n```", "deep/page: a live figure must stand right below a picture"),
        ("```{live-figure} ../cube\n```", "there is no live figure of that name, got '../cube'"),
    ],
)
def test_a_live_figure_needs_a_picture_and_a_name(
    build, site: Site, directive: str, complaint: str
) -> None:
    site.write("docs/deep/page.md", f"# Cube\n\nWords.\n\n{directive}\n")
    try:
        said = build()[0].warnings
    except Exception as error:
        said = str(error)
    assert complaint in said


def test_functions_are_compiled_once_until_their_source_changes(build, site: Site) -> None:
    everything = ["cube", "step_neuron", "neuron", "shared", "separate"]
    assert build()[1] == everything
    assert build(language="zh_CN")[1] == []
    site.write("src/theano_walkthrough/beyond/live_functions.py", "second = 2")
    assert build()[1] == everything


def test_a_function_that_fails_is_tried_again(build, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise NotImplementedError("Sort can't be written in JavaScript yet")

    with monkeypatch.context() as patch:
        patch.setattr("theano_walkthrough.beyond.live_functions.FUNCTIONS", {"cube": fail})
        with pytest.raises(Exception, match="Sort"):
            build()
    assert len(build()[1]) == 5


def test_pages_are_written_again_when_a_style_has_changed(
    build, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_figure, "STATIC", site.folder)
    site.write("site.css", "a {}")
    page = build()[0].output / "index.html"
    page.write_text("as it was")
    build()
    assert page.read_text() == "as it was"
    site.write("site.css", "b {}")
    build()
    assert page.read_text() != "as it was"
