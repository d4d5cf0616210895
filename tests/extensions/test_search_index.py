"""A search finds the same after building some pages again as after building all from nothing."""

import pytest

from tests.extensions.conftest import Site

GLOSSARY = "# Words\n\n```{glossary}\nweight\n  Heavy.\n\nbias\n  Shifted.\n```"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_index_of_a_later_build_is_that_of_a_first(site: Site, language: str) -> None:
    def build() -> str:
        result = site.build("extensions.pages.search_index", language=language)
        assert result.warnings == ""
        return result.page("searchindex.js")

    site.write("docs/index.md", "# Home\n\n```{toctree}\nwords\n```\n\nOne.")
    site.write("docs/words.md", GLOSSARY)
    build()
    site.write("docs/index.md", "# Home\n\n```{toctree}\nwords\n```\n\nOne. One.")
    later = build()
    assert '"weight"' in later.partition('"indexentries"')[2]
    for path in (site.folder / "build").rglob("*.*"):
        path.unlink()
    assert later == build()
