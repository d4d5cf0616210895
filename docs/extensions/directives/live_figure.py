"""Figures that a reader can move: the directive ``live-figure``.

It takes the place of the picture right above it, or of the one in its content::

    .. live-figure:: cube

What's in it stands in ``_templates/live/cube.html``, what it does in ``scripts/figures/cube.js``.
Without JavaScript, and on paper, the picture stays.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ExtensionError
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective
from sphinx.util.osutil import relative_uri
from sphinx.util.typing import ExtensionMetadata
from sphinx.writers.html5 import HTML5Translator

from extensions.directives.script_bundle import ScriptError, bundle
from extensions.gallery import chapters
from extensions.gallery.figure_description import figure_description

SCRIPTS = Path(__file__).parents[2] / "scripts"
STATIC = SCRIPTS.with_name("_static")
ENTRIES = ("figures/*.js", "playground/playground.js")
FOLDER = "live"  # in _static, and in the folder that is made
STYLES = {
    "cube": "live_cube.css",
    "gate": "live_gate.css",
    "learning": "live_learning.css",
    "neuron": "live_training.css",
    "plateau": "live_training.css",
}
"""What each kind of figure has besides ``live.css``."""


class live_figure(nodes.General, nodes.Element):
    """A figure that a reader can move, around the picture that it stands in for."""


class LiveFigure(SphinxDirective):
    """Put a live figure in place of a picture."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Leave a mark, around the picture if it's in the content."""
        figure = live_figure(kind=self.arguments[0])
        figure += self.parse_content_to_nodes()
        if not (SCRIPTS / "figures" / f"{figure['kind']}.js").is_file():
            raise self.error(f"there is no live figure of that name, got {figure['kind']!r}")
        self.set_source_info(figure)
        return [figure]


class TakePicture(SphinxTransform):
    """Move the picture above a live figure into it."""

    default_priority = 200  # before Sphinx translates, which doesn't mind

    def apply(self, **_settings: Any) -> None:
        """Take all that stands between the figure and the code or text before it."""
        for number, figure in enumerate(self.document.findall(live_figure)):
            section = figure.parent
            while not len(figure) or self._is_of_picture(figure[0]):
                place = section.index(figure) - 1
                if place < 0 or not self._is_of_picture(section[place]):
                    break
                figure.insert(0, section.pop(place))
            figure["id"] = f"live-{number}"

    @staticmethod
    def _is_of_picture(node: nodes.Node) -> bool:
        return isinstance(node, nodes.image | nodes.comment | figure_description)


def visit_live_figure(translator: HTML5Translator, node: live_figure) -> None:
    """Begin the figure with its picture.

    Only pages need one: builders that write none don't run the code that draws it.
    """
    if not any(node.findall(nodes.image)):
        raise ExtensionError(
            f"{translator.builder.current_docname}: a live figure must stand right below a "
            f"picture, or have one in it: {node['kind']}"
        )
    translator.body.append(f'<div class="live-figure" data-kind="{node["kind"]}">')
    translator.body.append('<div class="still">')


def depart_live_figure(translator: HTML5Translator, node: live_figure) -> None:
    """Add what can be moved, hidden until its script has come."""
    kind = node["kind"]
    page = translator.builder.current_docname
    script = Path(translator.config.live_folder, "static", FOLDER, f"{kind}.js")
    code = (Path(translator.builder.srcdir) / script).read_bytes()
    address = relative_uri(translator.builder.get_target_uri(page), f"_static/{FOLDER}/{kind}.js")
    version = hashlib.sha256(code).hexdigest()[:8]
    context = {
        "id": node["id"],
        "playground": translator.builder.get_relative_uri(page, "playground"),
    }
    controls = translator.builder.templates.render(f"live/{kind}.html", context)
    translator.body.append(
        f'</div><div class="live" data-script="{address}?v={version}" '
        f'role="group" aria-labelledby="{node["id"]}-task" hidden>{controls}</div></div>\n'
    )


def write_functions(app: Sphinx) -> None:
    """Write what was compiled to JavaScript, unless nothing has changed that it's made from."""
    if app.builder.name != "html":
        return
    folder = Path(app.srcdir, app.config.live_folder)
    package = Path(app.srcdir, app.config.chapter_source_root, "theano_walkthrough")
    source = package / "beyond" / "live_functions.py"
    fingerprint = chapters.fingerprint(app, source.resolve(), source.read_text(encoding="utf-8"))
    made_from = folder / "made_from"
    if not made_from.is_file() or made_from.read_text(encoding="utf-8") != fingerprint:
        from theano_walkthrough.beyond.live_functions import FUNCTIONS  # it takes a second

        made_from.unlink(missing_ok=True)
        (folder / "generated").mkdir(parents=True, exist_ok=True)
        for name, module in FUNCTIONS.items():
            (folder / "generated" / f"{name}.js").write_text(module(), encoding="utf-8")
        made_from.write_text(fingerprint, encoding="utf-8")
    write_bundles(folder)


def write_bundles(folder: Path) -> None:
    """Write a script for each live figure and for the playground."""
    for pattern in ENTRIES:
        for entry in sorted(SCRIPTS.glob(pattern)):
            try:
                text = bundle(entry, folder / "generated")
            except ScriptError as problem:
                raise ExtensionError(str(problem)) from None
            chapters.write_if_changed(folder / "static" / FOLDER / entry.name, text)


def add_folder(app: Sphinx, config: Config) -> None:
    """Let the site serve the scripts, and have pages written again when one has changed."""
    folder = Path(app.srcdir, config.live_folder, "static")
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    config.html_static_path.append(str(folder.resolve()))
    # Pages name their scripts and styles by what's in them, and Sphinx writes all pages again
    # when a setting has changed.
    digest = hashlib.sha256()
    for path in sorted((*SCRIPTS.glob("*/*.js"), *STATIC.glob("*.*"))):
        digest.update(path.read_bytes())
    config.scripts_and_styles = digest.hexdigest()


def add_files(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Load the style, and the script that waits for figures to come into view, where there are."""
    kinds = {figure["kind"] for figure in doctree.findall(live_figure)} if doctree else set()
    if kinds:
        app.add_css_file("live.css")
        app.add_js_file("live_figures.js", defer="defer")
    for style in sorted({STYLES[kind] for kind in kinds}):
        app.add_css_file(style)


def _pass_over(nodes: Iterable[nodes.Node], node: nodes.Node) -> None:
    """Write nothing: the picture is in it."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.setup_extension("extensions.gallery.chapters")
    app.add_config_value("live_folder", "../build/live", "html", [str])
    app.add_config_value("scripts_and_styles", "", "html", [str])
    app.add_node(
        live_figure,
        html=(visit_live_figure, depart_live_figure),
        text=(_pass_over, _pass_over),
    )
    app.add_directive("live-figure", LiveFigure)
    app.add_transform(TakePicture)
    app.connect("config-inited", add_folder)
    app.connect("builder-inited", write_functions)
    app.connect("html-page-context", add_files)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
