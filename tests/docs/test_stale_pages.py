"""Pages whose source is gone."""

from tests.docs.conftest import Site


def test_a_page_without_source_is_removed_and_others_stay(site: Site) -> None:
    other = site.write("docs/folder/other.md", "---\norphan: true\n---\n\n# Other")
    output = site.build("extensions.stale_pages").output
    assert (output / "folder/other.html").is_file()
    other.unlink()
    site.write("docs/index.md", "# Home again")
    site.build("extensions.stale_pages")
    pages = {path.relative_to(output).as_posix() for path in output.rglob("*.html")}
    assert pages == {"index.html", "search.html", "genindex.html"}
