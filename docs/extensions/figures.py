"""Save each figure for light and for dark pages, sharp on fine screens, with its description."""

from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
from matplotlib.colors import same_color
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.spines import Spine
from matplotlib.text import Text
from sphinx.errors import ExtensionError

PIXELS_PER_INCH = 100
SHARPNESS = 2
LIGHT_INK = "#ced6dd"

IMAGE = """
.. image:: /{path}
   :alt: {description}
   :width: {width}px
   :class: only-{theme} figure
"""


def scrape(block: tuple[Any, ...], block_vars: dict[str, Any], gallery_conf: dict[str, Any]) -> str:
    """Save the open figures, and return the page's part that shows them.

    Parameters
    ----------
    block : tuple
        The cell that made the figures; unused.
    block_vars : dict
        Where sphinx-gallery wants the pictures.
    gallery_conf : dict
        Its settings, with the folder of the pages.

    Returns
    -------
    str
        An image for light and one for dark pages, for each figure.

    Raises
    ------
    ExtensionError
        If a figure has no description.
    """
    parts = []
    for number in plt.get_fignums():
        figure = plt.figure(number)
        description = " ".join(str(figure.get_label()).split())
        if not description:
            raise ExtensionError(
                f"{block_vars['src_file']}: a figure has no description; "
                "give its plotting function one, or call figure.set_label"
            )
        light = Path(next(block_vars["image_path_iterator"]))
        dark = light.with_name(f"{light.stem}_dark{light.suffix}")
        _save(figure, light)
        draw_in_light_ink(figure)
        _save(figure, dark)
        parts += [
            IMAGE.format(
                path=path.relative_to(gallery_conf["src_dir"]).as_posix(),
                description=description,
                width=round(figure.get_figwidth() * PIXELS_PER_INCH),
                theme=theme,
            )
            for path, theme in ((light, "light"), (dark, "dark"))
        ]
    plt.close("all")
    return "".join(parts)


def _save(figure: Figure, path: Path) -> None:
    figure.savefig(
        path,
        dpi=PIXELS_PER_INCH * SHARPNESS,
        transparent=True,
        metadata={"Software": None},  # so that the bytes don't depend on it
    )


def draw_in_light_ink(figure: Figure) -> None:
    """Turn whatever is black in a figure light; colours stay.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The figure, changed in place.
    """
    for axes in figure.axes:
        axes.tick_params(which="both", color=LIGHT_INK, labelcolor=LIGHT_INK)
        axes.set_facecolor("none")
    for artist in figure.findobj(lambda found: isinstance(found, Text | Line2D)):
        if isinstance(artist, Text | Line2D) and same_color(artist.get_color(), "black"):
            artist.set_color(LIGHT_INK)
    for artist in figure.findobj(Spine):
        if isinstance(artist, Spine):
            artist.set_edgecolor(LIGHT_INK)
    for axes in figure.axes:
        if hasattr(axes, "_colorbar"):
            axes._colorbar.outline.set_edgecolor(LIGHT_INK)
