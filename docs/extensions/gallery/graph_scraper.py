"""Show the graph that a cell draws, in a box that scrolls and with a choice of sizes.

A cell that ends in a :class:`~theano_walkthrough.beyond.graph_drawing.GraphPicture` gets it on its
page, as notebooks do, and below it a list of its steps for readers who can't see it.
"""

import posixpath
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata
from sphinx.writers.html5 import HTML5Translator

from extensions.gallery.notebook_pictures import html_beside
from extensions.gallery.svg import size_of

LAST_VALUE = "___"  # a cell's last value; sphinx-gallery has no public name

FIGURE = """
.. graph-figure:: /{light}
   :dark: /{dark}
   :width: {width}
   :height: {height}

.. dropdown:: The same graph as a list, step by step

   .. code-block:: text

{steps}
"""

CONTROLS = """\
<div class="graph-figure" style="--graph-width: {width}px">
<fieldset class="graph-sizes"><legend>{legend}</legend>
<label><input type="radio" name="{name}" value="whole"> {whole}</label>
<label><input type="radio" name="{name}" value="normal" checked> {normal}</label>
<label><input type="radio" name="{name}" value="large"> {large}</label>
<a class="only-light" href="{light}">{alone}</a><a class="only-dark" href="{dark}">{alone}</a>
</fieldset>
<div class="graph-box" role="region" tabindex="0" aria-label="{label}">
"""


class graph_figure(nodes.General, nodes.Element):
    """A box around the light and the dark picture of a graph."""


class GraphFigure(SphinxDirective):
    """Two images of a graph, of which a reader gets one."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec = {  # noqa: RUF012 (as docutils declares it)
        "dark": directives.unchanged_required,
        "width": directives.positive_int,
        "height": directives.positive_int,
    }

    def run(self) -> list[nodes.Node]:
        """Return the box with its images."""
        box = graph_figure(width=self.options["width"])
        for page, path in (("light", self.arguments[0]), ("dark", self.options["dark"])):
            box += nodes.image(
                uri=directives.uri(path),
                width=str(self.options["width"]),
                height=str(self.options["height"]),
                loading="lazy",
                classes=[f"only-{page}", "no-scaled-link"],
            )
        self.set_source_info(box)
        return [box]


def scrape(block: tuple[Any, ...], block_vars: dict[str, Any], gallery_conf: dict[str, Any]) -> str:
    """Save the graph that a cell ends in for both kinds of page.

    Parameters
    ----------
    block : tuple
        The cell that has run.
    block_vars : dict
        What sphinx-gallery knows about the script.
    gallery_conf : dict
        sphinx-gallery's settings.

    Returns
    -------
    str
        The graph and its steps in reStructuredText, or nothing.
    """
    from theano_walkthrough.beyond.graph_drawing import GraphPicture  # it takes a second

    values = block_vars["example_globals"]
    picture = values.get(LAST_VALUE)
    if LAST_VALUE in values:
        values[LAST_VALUE] = None  # it would outlive its cell
    if not isinstance(picture, GraphPicture):
        return ""
    light = Path(next(block_vars["image_path_iterator"])).with_suffix(".svg")
    dark = light.with_name(f"{light.stem}_dark.svg")
    light.write_text(picture.light, encoding="utf-8")
    dark.write_text(picture.dark, encoding="utf-8")
    html_beside(light).write_text(picture._repr_html_(), encoding="utf-8")
    root = gallery_conf["src_dir"]
    # Graphviz's points become pixels, and letters as large as ours.
    width, height = size_of(picture.light)
    return FIGURE.format(
        light=light.relative_to(root).as_posix(),
        dark=dark.relative_to(root).as_posix(),
        width=width,
        height=height,
        steps="\n".join(f"      {step}" for step in picture.steps),
    )


def open_box(writer: HTML5Translator, node: graph_figure) -> None:
    """Begin a box, with the choice of sizes above it."""
    light, dark = node.findall(nodes.image)
    builder = writer.builder
    addresses = [
        posixpath.join(builder.imgpath, quote(builder.images[image["uri"]]))
        for image in (light, dark)
    ]
    # The description's first sentence is the picture's name.
    name = re.split(r"(?<=[.。])\s*", light["alt"])[0].rstrip(".。")
    values = {
        "width": node["width"],
        "name": f"size-{Path(light['uri']).stem}",
        "legend": _("Size"),
        "whole": _("all of it"),
        "normal": _("normal"),
        "large": _("large"),
        "light": addresses[0],
        "dark": addresses[1],
        "alone": _("Open the picture on its own"),
        "label": name,
    }
    escaped = {key: writer.attval(str(value)) for key, value in values.items()}
    writer.body.append(CONTROLS.format(**escaped))


def close_box(writer: HTML5Translator, node: graph_figure) -> None:
    """End a box."""
    writer.body.append("</div>\n</div>\n")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    passed_over = (lambda writer, node: None, lambda writer, node: None)
    app.add_node(graph_figure, html=(open_box, close_box), text=passed_over)
    app.add_directive("graph-figure", GraphFigure)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
