"""Pages whose source is gone."""

from PIL import Image

from tests.extensions.conftest import Site


def test_a_page_without_source_is_removed_and_others_stay(site: Site) -> None:
    other = site.write("docs/folder/other.md", "---\norphan: true\n---\n\n# Other")
    output = site.build("extensions.gallery.stale_output").output
    assert (output / "folder/other.html").is_file()
    other.unlink()
    site.write("docs/index.md", "# Home again")
    site.build("extensions.gallery.stale_output")
    pages = {path.relative_to(output).as_posix() for path in output.rglob("*.html")}
    assert pages == {"index.html", "search.html", "genindex.html"}


def test_a_picture_that_no_page_shows_is_removed(site: Site) -> None:
    for name in ("kept", "gone"):
        Image.new("1", (1, 1)).save(site.docs / f"{name}.png")
    site.write("docs/index.md", "# Home\n\n![Kept](kept.png)\n\n![Gone](gone.png)")
    output = site.build("extensions.gallery.stale_output").output
    assert {path.name for path in (output / "_images").iterdir()} == {"kept.png", "gone.png"}
    site.write("docs/index.md", "# Home\n\n![Kept](kept.png)")
    site.build("extensions.gallery.stale_output")
    assert {path.name for path in (output / "_images").iterdir()} == {"kept.png"}
