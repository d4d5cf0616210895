"""What a page may load."""

import base64
import hashlib
from typing import Any

from bs4 import BeautifulSoup

from tests.extensions.conftest import DOCS, Site

SETTINGS: dict[str, Any] = {
    "html_theme": "pydata_sphinx_theme",
    "templates_path": [str(DOCS / "_templates")],
    "html_permalinks": False,
}


def build(site: Site, page: str = "index.html", **settings: Any) -> BeautifulSoup:
    built = site.build(
        "extensions.pages.csp", "extensions.pages.asset_pruning", **SETTINGS, **settings
    )
    return BeautifulSoup(built.page(page), "lxml")


def test_the_only_script_in_a_page_is_the_one_that_the_policy_knows(site: Site) -> None:
    page = build(site)
    inside = [str(script.string) for script in page.select("script:not([src])")]
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inside]
    (policy,) = page.select("meta[http-equiv]")
    assert len(inside) == 1
    assert f"script-src 'self' 'sha256-{hashes[0]}';" in str(policy["content"])
    assert not page.select("style")


def test_words_of_scripts_come_without_code_in_a_text(site: Site) -> None:
    build(site, language="zh_CN")
    words = (site.folder / "build/html/_static/translations.js").read_text(encoding="utf-8")
    assert "plural_expr" not in words
    assert "Documentation.PLURAL_EXPR = (n) => 0;" in words


def test_pages_share_one_style_and_load_only_the_scripts_that_they_need(site: Site) -> None:
    page = build(site)
    styles = [str(link["href"]) for link in page.select("link[rel=stylesheet]")]
    scripts = [str(script["src"]).partition("?")[0] for script in page.select("script[src]")]
    assert styles == ["_static/style.css"]
    assert not {"searchindex.js", "_static/searchtools.js", "_static/sg-tags.js"} & set(scripts)
    assert all(script.has_attr("defer") for script in page.select("script[src]"))
