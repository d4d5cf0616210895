"""The playground's page, its generated networks, and the links that lead to it."""

import hashlib
import json
from typing import Any

import pytest
from bs4 import BeautifulSoup

from extensions.directives import playground
from tests.extensions.conftest import DOCS, Result, Site

UPLOT = DOCS / "_vendor" / "uplot"
PAGE = "# Playground\n\n```{playground}\n```\n"
HOME = "# Home\n\n```{toctree}\nplayground\ndeep/page\n```\n"
DEEP = "# Deep\n\nWatch {playground}`three corners <seed=22&rate=0.1>`.\n"


@pytest.fixture
def build(site: Site, monkeypatch: pytest.MonkeyPatch):
    """Build a site with a playground; its networks are a word each, to be fast."""
    site.write("docs/index.md", HOME)
    site.write("docs/playground.md", PAGE)
    site.write("docs/deep/page.md", DEEP)
    site.write("src/theano_walkthrough/beyond/playground.py", "first = 1")
    made: list[str] = []

    def module(network: str) -> str:
        made.append(network)
        return f"// {network}\n"

    monkeypatch.setattr("theano_walkthrough.beyond.playground.playground_module", module)

    def build(**settings: Any) -> tuple[Result, list[str]]:
        made.clear()
        result = site.build(
            "sphinx_gallery.gen_gallery",
            "extensions.directives.playground",
            **{
                "templates_path": [str(DOCS / "_templates")],
                "html_static_path": [str(DOCS / "_static")],
                "sphinx_gallery_conf": {"examples_dirs": [], "gallery_dirs": []},
                "suppress_warnings": ["config.cache"],
                **settings,
            },
        )
        assert result.warnings == ""
        return result, list(made)

    return build


def test_the_page_has_the_controls_and_what_the_scripts_say(build) -> None:
    page = BeautifulSoup(build()[0].page("playground.html"), "lxml")
    assert len(page.select("#trainer .target")) == 4
    assert [link["href"] for link in page.select(".presets a")][2:4] == ["#seed=0", "#seed=15"]
    words = json.loads(page.select("#playground-words")[0].text)
    assert len(words["gates"]) == 16
    assert "{cost}" in words["diverged"]
    scripts = [script["src"] for script in page.select("script[src]")]
    assert any("playground/main.js" in script for script in scripts)
    assert page.select('script[src*="main.js"]')[0]["type"] == "module"


def test_other_pages_load_nothing_of_it(build) -> None:
    page = build()[0].page("deep/page.html")
    assert "main.js" not in page
    assert "uplot" not in page.lower()


def test_a_link_carries_its_settings(build) -> None:
    page = BeautifulSoup(build()[0].page("deep/page.html"), "lxml")
    link = page.find("a", string="three corners")
    assert link is not None
    assert link["href"] == "../playground.html#seed=22&rate=0.1"


def test_networks_are_written_once_until_their_source_changes(build, site: Site) -> None:
    first, made = build()
    assert made == ["neuron", "shared", "separate"]
    folder = first.output / "_static/playground/networks"
    assert (folder / "shared.js").read_text() == "// shared\n"
    assert sorted(path.name for path in folder.iterdir()) == [
        *("neuron.js", "separate.js", "shared.js")
    ]
    assert build(language="zh_CN")[1] == []
    site.write("src/theano_walkthrough/beyond/playground.py", "second = 2")
    assert build()[1] == ["neuron", "shared", "separate"]


def test_a_network_that_fails_is_tried_again(build, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(network: str) -> str:
        raise NotImplementedError(network)

    with monkeypatch.context() as patch:
        patch.setattr("theano_walkthrough.beyond.playground.playground_module", fail)
        with pytest.raises(Exception, match="neuron"):
            build()
    assert build()[1] == ["neuron", "shared", "separate"]


def test_each_word_of_the_scripts_is_there() -> None:
    scripts = "".join(
        path.read_text(encoding="utf-8") for path in (DOCS / "_static/playground").glob("*.js")
    )
    for word in playground.words():
        assert f'"{word}"' in scripts or f"words.{word}" in scripts, word


PATCH = (b"Intl.NumberFormat(_?k.language:", b"Intl.NumberFormat(_?document.documentElement.lang:")
"""What is changed in uPlot's script: it handed Intl the browser's language, valid or not."""


def test_vendored_files_are_those_of_the_package_but_for_one_patch() -> None:
    before, after = PATCH
    script = (UPLOT / "static/uplot/uPlot.iife.min.js").read_bytes()
    assert script.count(after) == 1
    lines = (UPLOT / "SHA256SUMS").read_text().splitlines()
    files = {
        f"{hashlib.sha256(path.read_bytes().replace(after, before)).hexdigest()}  "
        f"./{path.relative_to(UPLOT).as_posix()}"
        for path in (UPLOT / "static").rglob("*.*")
    }
    assert files == set(lines)
