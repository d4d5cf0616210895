"""Show a chapter's figure on another page: the directive ``chapter-figure``.

::

    .. chapter-figure:: chapters/6_network_that_solves_xnor 2
       :alt: The trained network's answers.

Without ``:alt:`` it's decoration, which readers who can't see it don't miss.
"""

from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from extensions.gallery.chapters import chapter_of
from extensions.gallery.svg import size_of


class ChapterFigure(SphinxDirective):
    """Two images of a figure, of which a reader gets one."""

    required_arguments = 2
    option_spec = {  # noqa: RUF012 (as docutils declares it)
        "alt": directives.unchanged_required,
        "class": directives.class_option,
        "lazy": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Return the images for light and for dark pages."""
        docname, number = self.arguments[0], directives.positive_int(self.arguments[1])
        chapter = chapter_of(self.env, docname)
        if chapter is None:
            raise self.error(f"there must be a chapter of that name, got {docname!r}")
        page = chapter.page
        name = f"sphx_glr_{page.stem}_{number:03}"
        images: list[nodes.Node] = []
        for theme, ending in (("light", ""), ("dark", "_dark")):
            file = page.parent / "images" / f"{name}{ending}.svg"
            if not file.is_file():
                if self.config.sphinx_gallery_conf["plot_gallery"]:
                    raise self.error(f"{docname} has no figure {number}")
                return []  # it's drawn when chapters run
            images.append(self._image(file, theme))
        return images

    def _image(self, file: Path, theme: str) -> nodes.image:
        width, height = size_of(file.read_text(encoding="utf-8"))
        image = nodes.image(
            uri=f"/{file.relative_to(self.env.srcdir).as_posix()}",
            alt=self.options.get("alt", ""),
            width=str(width),
            height=str(height),
            classes=[f"only-{theme}", "no-scaled-link", *self.options.get("class", [])],
        )
        if "lazy" in self.options:
            image["loading"] = "lazy"
        self.set_source_info(image)
        return image


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.setup_extension("extensions.gallery.chapters")
    app.add_directive("chapter-figure", ChapterFigure)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
