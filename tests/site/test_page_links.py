"""Once the repository is known, each page leads to its source and to a form for mistakes."""

from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from bs4.filter import SoupStrainer

from tests.site.conftest import PAGE_NAMES, ROOT
from tools.publishing.placeholders import fill_in
from tools.publishing.publish import facts_of_site

PAGES = ROOT / "build" / "pages"
TITLES = {"en": "Mistake on the page “{}”", "zh-CN": "“{}”一页有错误"}
PLACES = {"en": "Page: {}", "zh-CN": "页面：{}"}
LABELS = {"en": "Report a mistake on this page", "zh-CN": "报告本页的错误"}


def links(name: str, repository: str, address: str) -> dict[str, str]:
    """Return where the links below a page lead, by their words."""
    page = (PAGES / name).read_text(encoding="utf-8")
    published = fill_in(page, name, address, facts_of_site(repository, address))
    found = BeautifulSoup(published, "lxml", parse_only=SoupStrainer("ul")).select(".page-links a")
    return {link.get_text(): str(link["href"]) for link in found}


@pytest.mark.parametrize("address", ["", "https://example.org/w&x/"])
def test_a_mistake_is_reported_with_the_pages_name_and_address(
    site: dict[str, BeautifulSoup], edition: str, address: str
) -> None:
    for name in PAGE_NAMES:
        place = urlsplit(links(f"{edition}/{name}", "a/b", address)[LABELS[edition]])
        assert place[:3] == ("https", "github.com", "/a/b/issues/new")
        form = parse_qs(place.query, strict_parsing=True)
        heading = site[f"{edition}/{name}"].h1
        assert heading
        assert form == {
            "title": [TITLES[edition].format(heading.get_text().removesuffix("#"))],
            "body": [PLACES[edition].format(f"{address}{edition}/{name}") + "\n\n"],
        }


def test_without_a_repository_there_is_no_such_link(edition: str) -> None:
    found = links(f"{edition}/index.html", "", "https://example.org/")
    assert not [address for address in found.values() if "github" in address]


def test_the_source_of_each_page_is_there(edition: str) -> None:
    for name in PAGE_NAMES:
        found = links(f"{edition}/{name}", "a/b", "").values()
        start = "https://github.com/a/b/edit/HEAD/"
        (source,) = [address for address in found if address.startswith(start)]
        assert (ROOT / source.removeprefix(start)).is_file(), name
