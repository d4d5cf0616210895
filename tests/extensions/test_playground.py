"""The playground's page, its generated networks, and the links that lead to it."""

import json

import pytest
from bs4 import BeautifulSoup

from extensions.directives import playground
from tests.extensions.conftest import DOCS, Result, Site

PAGE = "# Playground\n\n```{playground}\n```\n"
HOME = "# Home\n\n```{toctree}\nplayground\ndeep/page\n```\n"
DEEP = "# Deep\n\nWatch {playground}`three corners <seed=22&rate=0.1>`.\n"


@pytest.fixture
def build(site: Site, live_functions: list[str]):
    """Build a site with a playground."""
    site.write("docs/index.md", HOME)
    site.write("docs/playground.md", PAGE)
    site.write("docs/deep/page.md", DEEP)

    def build() -> Result:
        result = site.build(
            "sphinx_gallery.gen_gallery",
            "extensions.directives.playground",
            templates_path=[str(DOCS / "_templates")],
            html_static_path=[str(DOCS / "_static")],
            sphinx_gallery_conf={"examples_dirs": [], "gallery_dirs": []},
            suppress_warnings=["config.cache"],
        )
        assert result.warnings == ""
        return result

    return build


def test_the_page_has_the_controls_and_what_the_scripts_say(build) -> None:
    page = BeautifulSoup(build().page("playground.html"), "lxml")
    assert len(page.select("#trainer .target")) == 4
    assert [link["href"] for link in page.select(".presets a")][2:4] == ["#seed=0", "#seed=15"]
    words = json.loads(page.select("#playground-words")[0].text)
    named = [str(option["value"]) for option in page.select("#gate option:not([hidden])")]
    assert sorted([*named, *words["gates"]]) == [f"{number:04b}" for number in range(16)]
    assert "{cost}" in words["diverged"]
    scripts = [script["src"] for script in page.select("script[src]")]
    assert any("live/playground.js" in script for script in scripts)


def test_other_pages_load_nothing_of_it(build) -> None:
    page = build().page("deep/page.html")
    assert "live/" not in page


def test_a_link_carries_its_settings(build) -> None:
    page = BeautifulSoup(build().page("deep/page.html"), "lxml")
    link = page.find("a", string="three corners")
    assert link is not None
    assert link["href"] == "../playground.html#seed=22&rate=0.1"


def test_each_word_of_the_scripts_is_there() -> None:
    scripts = "".join(
        path.read_text(encoding="utf-8") for path in (DOCS / "scripts").glob("p*/*.js")
    )
    for word in playground.words():
        assert f'"{word}"' in scripts or f"words.{word}" in scripts, word
