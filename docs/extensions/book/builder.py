"""Build the EPUB: Sphinx's builder, with what it leaves out.

Sphinx 9.0 doesn't say which pages hold MathML or SVG, as EPUB 3 wants it, and packs each file with
the time of its writing, so that no two books would be the same.
"""

import os
import re
import shutil
import time
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from sphinx.application import Sphinx
from sphinx.builders.epub3 import Epub3Builder
from sphinx.config import Config
from sphinx.locale import _
from sphinx.util.typing import ExtensionMetadata

from extensions.gallery.archive import packed
from extensions.gallery.needed_package import project
from extensions.i18n.languages import Language

ITEM = re.compile(r'(<item id="[^"]*" href="([^"]+\.xhtml)" [^>]*?) */>')
SIGNS = {"mathml": "<math", "svg": "<svg"}
"""What in a page shows that it has each property."""
NO_PAGES = ("playground", "changelog", "search", "reference")
"""What makes no sense in a book: what moves, what is for those who come back, what needs a script,
and the functions of the package, which the chapters show where they need them."""
COVER = "_static/xnor.png"
STYLES = ("pygments.css", "book.css")
FIRST_DAY = 1767225600  # of the year that the copyright names; EPUB wants a date, and it can't vary


class BookBuilder(Epub3Builder):
    """Sphinx's builder of EPUBs, which are the same bytes each time."""

    math_renderer_name = "mathml"

    def init(self) -> None:
        """Take the colours of code that the site has on light pages, and the package's version."""
        self.config.version = project()["version"]
        self.config.pygments_style = self.config.html_theme_options["pygments_light_style"]
        super().init()

    def make_id(self, name: str) -> str:
        """Name a file in the lists by its place, not by a number that the next build counts on."""
        return "file-" + re.sub(r"[^\w.-]", "-", name)

    def copy_static_files(self) -> None:
        """Copy what the book's pages load, and nothing of the site's."""
        self._static_dir.mkdir(parents=True, exist_ok=True)
        self.create_pygments_style_file()
        for source in ("pictures/xnor.png", "_templates/book/book.css"):
            shutil.copy(self.srcdir / source, self._static_dir)

    def content_metadata(self) -> dict[str, Any]:
        """Take a day that doesn't vary, unless one is given."""
        day = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", FIRST_DAY)))
        return super().content_metadata() | {"date": time.strftime("%Y-%m-%dT%H:%M:%SZ", day)}

    def toc_metadata(self, level: int, navpoints: list[Any]) -> dict[str, Any]:
        """Name the book as the list of files does, not by that name's name."""
        return super().toc_metadata(level, navpoints) | {"uid": self.config.epub_identifier}

    def navigation_doc_metadata(self, navlist: list[Any]) -> dict[str, Any]:
        """Call the contents so in the book's language, which Sphinx doesn't."""
        return super().navigation_doc_metadata(navlist) | {"toc_locale": _("Contents")}

    def build_content(self) -> None:
        """Add what each page holds to the list of files."""
        super().build_content()
        listing = self.outdir / "content.opf"
        text = ITEM.sub(self._with_properties, listing.read_text(encoding="utf-8"))
        cover = f'href="{COVER}" media-type="image/png"'
        text = text.replace(cover, f'{cover} properties="cover-image"')
        listing.write_text(text, encoding="utf-8")

    def _with_properties(self, item: re.Match[str]) -> str:
        if "properties=" in item[1]:
            return item[0]
        page = Path(self.outdir, item[2]).read_text(encoding="utf-8")
        held = " ".join(name for name, sign in SIGNS.items() if sign in page)
        return f'{item[1]} properties="{held}" />' if held else item[0]

    def build_epub(self) -> None:
        """Pack the files, each dated 1980."""
        names = ["META-INF/container.xml", "content.opf", "toc.ncx", *self.files]
        files = {name: (self.outdir / name).read_bytes() for name in ["mimetype", *names]}
        book = self.outdir / f"{self.config.epub_basename}.epub"
        book.write_bytes(packed(files, compressed=names))


def describe(app: Sphinx, config: Config) -> None:
    """Say what book it is, in its own language."""
    tag = Language(config.language, "").tag
    config.epub_language = tag
    config.epub_title = _("Neural networks with Theano, step by step")
    config.epub_author = config.epub_publisher = _("The Theano Walkthrough authors")
    config.epub_contributor = config.epub_author
    config.epub_description = _(
        "From a * b to a network that teaches itself XNOR: neural networks in Python with Theano, "
        "every number in it computed and checked."
    )
    config.epub_copyright = f"{config.copyright}. MIT, CC BY 4.0"
    config.epub_identifier = uuid5(NAMESPACE_URL, f"theano-walkthrough/{tag}").urn
    left = ".buildinfo.bak"  # by Sphinx, when a setting has changed
    config.epub_exclude_files = [left, *(f"{name}.xhtml" for name in NO_PAGES)]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.add_builder(BookBuilder, override=True)
    app.connect("config-inited", describe, priority=900)  # after the edition has its title
    return {"parallel_read_safe": True, "parallel_write_safe": True}
