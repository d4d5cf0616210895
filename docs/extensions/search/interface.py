"""Put this site's search in the place of Sphinx's: its page, its scripts, and who loads them."""

import hashlib
import shutil
from functools import cache
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ExtensionError

from extensions.directives.script_bundle import ScriptError, bundle

DOCS = Path(__file__).parents[2]
ENTRY = DOCS / "scripts" / "search" / "search.js"
LIBRARIES = DOCS / "_vendor" / "search"
FOLDER = Path("_static", "search")


@cache
def search_script() -> str:
    """Return the search as one script."""
    try:
        return f"// With MiniSearch and stemmer: see LICENSE-*.txt.\n{bundle(ENTRY, ENTRY.parent)}"
    except ScriptError as problem:
        raise ExtensionError(str(problem)) from None


def add_page(app: Sphinx, config: Config) -> None:
    """Have the search's page written."""
    config.html_additional_pages["search"] = "search.html"


def add_loader(app: Sphinx) -> None:
    """Put the loader on every page, and keep Sphinx from making an index and a page of its own."""
    if app.builder.name == "html":
        app.builder.search = False  # type: ignore[attr-defined]
        version = hashlib.sha256(search_script().encode()).hexdigest()[:8]
        attributes: dict[str, Any] = {"defer": "defer", "data-version": version}
        app.add_js_file("search_loader.js", **attributes)


def write_script(app: Sphinx, exception: Exception | None) -> None:
    """Write the script, and beside it the licences of what is in it."""
    if exception is None and app.builder.name == "html":
        folder = app.outdir / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "search.js").write_text(search_script(), encoding="utf-8")
        for licence in LIBRARIES.glob("LICENSE-*.txt"):
            shutil.copyfile(licence, folder / licence.name)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.connect("config-inited", add_page)
    app.connect("builder-inited", add_loader)
    app.connect("build-finished", write_script)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
