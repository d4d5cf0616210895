"""What lies between the editions."""

import json
from pathlib import Path

from theano_walkthrough.beyond.nodejs import run_javascript

import pytest
from bs4 import BeautifulSoup
from jinja2 import Template

from tests.project import ROOT
from tools.publishing import landing_pages


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A site with two editions."""
    for name in ("en/index.html", "zh-CN/index.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def links(page: Path) -> list[str]:
    return [
        str(link["href"])
        for link in BeautifulSoup(page.read_text(encoding="utf-8"), "lxml").select("a")
    ]


def test_it_leads_to_each_edition_in_its_language(built: Path) -> None:
    landing_pages.write(built, ["en", "zh-CN"], "")
    page = BeautifulSoup((built / "index.html").read_text(encoding="utf-8"), "lxml")
    found = {str(part["lang"]): str(part.a["href"]) for part in page.select("section") if part.a}
    assert found == {"en": "en/index.html", "zh-CN": "zh-CN/index.html"}


def test_one_edition_is_offered_alone(built: Path) -> None:
    landing_pages.write(built, ["en"], "")
    assert links(built / "index.html") == ["en/index.html"]
    assert links(built / "404.html") == ["/en/index.html", "/en/search.html"]


def test_with_an_address_links_are_whole(built: Path) -> None:
    landing_pages.write(built, ["en", "zh-CN"], "https://example.org/a/")
    assert links(built / "404.html")[0] == "https://example.org/a/en/index.html"
    page = BeautifulSoup((built / "index.html").read_text(encoding="utf-8"), "lxml")
    (chinese,) = page.select("link[rel=alternate][hreflang=zh-CN]")
    assert chinese["href"] == "https://example.org/a/zh-CN/index.html"


def test_the_same_editions_give_the_same_pages(built: Path) -> None:
    landing_pages.write(built, ["en", "zh-CN"], "")
    before = (built / "index.html").read_bytes(), (built / "404.html").read_bytes()
    landing_pages.write(built, ["en", "zh-CN"], "")
    assert before == ((built / "index.html").read_bytes(), (built / "404.html").read_bytes())


@pytest.mark.parametrize(
    ("wanted", "edition"),
    [
        (["zh-TW"], "zh-TW"),
        (["zh_TW.UTF-8"], "zh-TW"),
        (["zh-HK", "en"], "zh-CN"),
        (["de", "en-GB"], "en"),
        (["", "C"], "en"),
        ([], "en"),
    ],
)
def test_of_two_editions_for_regions_readers_get_their_own(wanted: list[str], edition: str) -> None:
    script = Template((ROOT / "docs/landing_pages/index.js").read_text(encoding="utf-8"))
    called = f"""
        const navigator = {{ languages: {json.dumps(wanted)} }};
        const localStorage = {{ getItem: () => null }};
        const location = {{ search: "", hash: "", replace: (to) => console.log(`"${{to}}"`) }};
    """
    shown = run_javascript(called + script.render(tags=["en", "zh-CN", "zh-TW"]))
    assert shown == f"{edition}/index.html"
