"""Links to sections show their titles, and lead there."""

import pytest
from bs4 import BeautifulSoup

from tests.extensions.conftest import Site

PAGE = """
# Home

{{section}}`{target}`

```{{toctree}}
inner/page
```
"""
OTHER = """
A page
======

A *nice* section
----------------

Words.
"""


def write(site: Site, target: str) -> None:
    site.write("docs/index.md", PAGE.format(target=target))
    site.write("docs/inner/page.rst", OTHER)


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("inner/page#a-nice-section", "A nice section"),
        ("other words <inner/page#a-nice-section>", "other words"),
    ],
)
def test_a_link_shows_the_title_or_its_own_words(site: Site, target: str, words: str) -> None:
    write(site, target)
    result = site.build("extensions.directives.section_link")
    assert result.warnings == ""
    page = BeautifulSoup((result.output / "index.html").read_text(encoding="utf-8"), "lxml")
    (link,) = page.select('div.body a[href="inner/page.html#a-nice-section"]:not(.toctree-l1 a)')
    assert link.get_text() == words


@pytest.mark.parametrize("target", ["inner/page#gone", "inner/gone#a-nice-section", "inner/page"])
def test_a_section_that_is_not_there_is_reported(site: Site, target: str) -> None:
    write(site, target)
    result = site.build("extensions.directives.section_link")
    assert f"'section' reference target not found: {target}" in result.warnings


def test_a_link_shows_the_title_in_the_editions_language(site: Site) -> None:
    write(site, "inner/page#a-nice-section")
    site.write(
        "docs/locale/zh_CN/LC_MESSAGES/inner/page.po",
        """
        msgid ""
        msgstr "Content-Type: text/plain; charset=utf-8"

        msgid "A *nice* section"
        msgstr "一个小节"
        """,
    )
    result = site.build(
        "extensions.directives.section_link",
        language="zh_CN",
        locale_dirs=["locale"],
        gettext_compact=False,
    )
    page = BeautifulSoup((result.output / "index.html").read_text(encoding="utf-8"), "lxml")
    (link,) = page.select('p a[href="inner/page.html#a-nice-section"]')
    assert link.get_text() == "一个小节"
