"""What Lighthouse says of each kind of page on a phone; `make bench` measures how fast they are."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.conftest import EDITIONS, ROOT
from tools.publishing import publish
from tools.publishing.host import served
from tools.publishing.lighthouse import PAGES, audit, scores
from tools.setup.browser import FOUND


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site, published where it's served."""
    folder = tmp_path_factory.mktemp("site") / "html"
    folder.mkdir()
    with served(folder) as address, pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        publish.publish(Path("build/pages"), folder, EDITIONS, address, {"address": {}})
        yield address


def test_a_page_of_each_kind_has_no_fault(address: str) -> None:
    browser = Path((ROOT / FOUND).read_text(encoding="utf-8"))
    addresses = [f"{address}en/{page}.html" for page in PAGES]
    categories = ["accessibility", "best-practices", "performance", "seo"]
    for page, report in zip(PAGES, audit(addresses, browser, categories), strict=True):
        found = scores(report)
        assert found["accessibility"] == found["best-practices"] == found["seo"] == 100, page
        assert report["audits"]["cumulative-layout-shift"]["numericValue"] == 0, page
