"""Each page links to its counterparts, and says where it stands."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from sphinx.errors import ConfigError

from tests.extensions.conftest import DOCS, Site


def head(site: Site, page: str, **settings: Any) -> BeautifulSoup:
    """Build a site of two pages, one of them in a folder, and return a page."""
    site.write("docs/index.md", "# Home\n\n```{toctree}\ndeep/page\n```")
    site.write("docs/deep/page.md", "# Page")
    built = site.build(
        "extensions.i18n.language_switcher",
        html_theme="pydata_sphinx_theme",
        **{
            "templates_path": [str(DOCS / "_templates")],
            "html_theme_options": {"navbar_persistent": ["edition-switch"]},
            "html_permalinks": False,
            "editions": ["en", "zh_CN"],
            **settings,
        },
    )
    assert built.warnings == ""
    return BeautifulSoup(built.page(page), "lxml")


def alternates(page: BeautifulSoup) -> dict[str, str]:
    return {str(link["hreflang"]): str(link["href"]) for link in page.select("link[rel=alternate]")}


def test_a_page_links_to_itself_in_the_other_language(site: Site) -> None:
    page = head(site, "deep/page.html")
    switches = page.select("a.edition-switch")
    assert switches
    for switch in switches:
        assert switch["href"] == "../../zh-CN/deep/page.html"
        assert switch["lang"] == switch["hreflang"] == "zh-CN"
        assert switch.get_text() == "中文"


def test_the_chinese_page_links_back(site: Site) -> None:
    page = head(site, "search.html", language="zh_CN")
    assert page.html is not None
    assert page.html["lang"] == "zh-CN"
    assert {link["href"] for link in page.select("a.edition-switch")} == {"../en/search.html"}
    assert {link.get_text() for link in page.select("a.edition-switch")} == {"English"}


def test_search_engines_get_links_that_publishing_completes(site: Site) -> None:
    page = head(site, "deep/page.html", language="zh_CN")
    assert alternates(page) == {
        "en": "{site}en/deep/page.html",
        "zh-CN": "{site}zh-CN/deep/page.html",
        "x-default": "{site}index.html",
    }
    (canonical,) = page.select("link[rel=canonical]")
    assert canonical["href"] == "{site}zh-CN/deep/page.html"


def test_a_site_in_one_language_has_no_switch(site: Site) -> None:
    page = head(site, "deep/page.html", editions=["en"])
    assert not page.select("a.edition-switch")
    assert alternates(page) == {}


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"editions": ["en", "tlh"]}, "editions must be made of en and zh_CN, got 'tlh'"),
    ],
)
def test_wrong_settings_are_named(site: Site, settings: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        head(site, "index.html", **settings)
