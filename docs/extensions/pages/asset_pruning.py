"""Load on each page only the scripts and styles that it needs.

The theme and the extensions add theirs to every page. Their stylesheets become one, which has
only the rules that some page can use (see ``css_pruning``); their icons' font keeps only the
icons that are left in it; scripts for what a page doesn't have stay away, and the others wait
until the page is there.
"""

import hashlib
import logging
import re
from io import BytesIO
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from extensions.pages import css_pruning
from extensions.pages.assets import (
    OF_BOOTSTRAP,
    SCRIPTS,
    STYLES,
    UNUSED_SCRIPTS,
    UNUSED_STYLES,
    WRITERS,
)

logging.getLogger("fontTools").setLevel(logging.WARNING)

BUNDLE = "style.css"
ICONS = "icons.woff2"
ICON = re.compile("[\ue000-\uf8ff]")  # where fonts have letters of their own
OTHER_ICONS = re.compile(r"@font-face\{[^}]*/fa-(?:regular|brands)-[^}]*\}\n")


def lighten(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Take from a page what it shares with all others, and the scripts that it has no use for."""
    left_out = {f"_static/{name}" for name in (*STYLES, *UNUSED_STYLES, *UNUSED_SCRIPTS)}
    styles, scripts = context["css_files"], context["script_files"]
    styles[:] = [style for style in styles if style.filename not in left_out]
    body = context.get("body", "")
    scripts[:] = [
        script
        for script in scripts
        if script.filename
        and script.filename not in left_out
        and re.search(SCRIPTS.get(script.filename.removeprefix("_static/"), ""), body)
    ]


def write_bundle(app: Sphinx, exception: Exception | None) -> None:
    """Write the style that all pages share, and its icons."""
    if exception is not None or app.builder.name != "html":
        return
    output = Path(app.outdir)
    static = output / "_static"
    if not (static / STYLES[1]).is_file():  # another theme
        return
    known = OF_BOOTSTRAP | {"html", "body"}
    read_elsewhere = set()
    for page in output.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        known |= css_pruning.names_in_page(text)
        read_elsewhere |= set(css_pruning.VARIABLE.findall(text))
    for pattern in WRITERS:
        for script in static.glob(pattern):
            known |= css_pruning.names_in_script(script.read_text(encoding="utf-8"))
    others = {*static.glob("*.css")} - {static / name for name in (*STYLES, *UNUSED_STYLES, BUNDLE)}
    for path in (*others, *static.glob("*.js"), *static.glob("*/*.js")):
        read_elsewhere |= set(css_pruning.VARIABLE.findall(path.read_text(encoding="utf-8")))
    sources = [
        (static / name).read_text(encoding="utf-8") for name in STYLES if (static / name).is_file()
    ]
    ours = Path(css_pruning.__file__).read_text(encoding="utf-8")
    basis = repr((sorted(known), sorted(read_elsewhere), sources, ours))
    made_from = hashlib.sha256(basis.encode()).hexdigest()
    bundle, end = static / BUNDLE, f"\n/* {made_from} */\n"
    if bundle.is_file() and bundle.read_text(encoding="utf-8").endswith(end):
        return
    kept = css_pruning.themed("\n".join(css_pruning.used(source, known) for source in sources))
    kept = css_pruning.without_unread(kept, read_elsewhere)
    write_icons(kept, static)
    kept = OTHER_ICONS.sub("", kept).replace(
        "../vendor/fontawesome/webfonts/fa-solid-900.woff2", ICONS
    )
    bundle.write_text(kept + end, encoding="utf-8")


def write_icons(style: str, static: Path) -> None:
    """Write a font with nothing but the icons that a style names."""
    from fontTools.subset import Options, Subsetter  # which take a while, and are seldom needed
    from fontTools.ttLib import TTFont

    options = Options(flavor="woff2", layout_features=[], hinting=False)
    font = TTFont(static / "vendor/fontawesome/webfonts/fa-solid-900.woff2", recalcTimestamp=False)
    icons = Subsetter(options)
    icons.populate(unicodes=map(ord, ICON.findall(style)))
    icons.subset(font)
    font.flavor = "woff2"
    subset = BytesIO()
    font.save(subset)
    (static / ICONS).write_bytes(subset.getvalue())


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.connect("html-page-context", lighten, priority=900)
    app.connect("build-finished", write_bundle, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
