"""Show each figure sharply, on light and on dark pages, with its description.

A chapter describes its picture by a plotting function's ``description``, or by
``figure.set_label("...")``; without one the build stops.
"""

from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.spines import Spine
from matplotlib.text import Text
from matplotlib.typing import ColorType
from sphinx.errors import ExtensionError

PIXELS_PER_INCH = 100
SHARPNESS = 2  # pixels of the picture for each pixel of the page
DARK_PAGE_INK = "#ced6dd"  # the theme's text on dark pages

# The theme hides one of the two, and what's hidden and lazy isn't fetched.
IMAGE = """
.. image:: /{path}
   :alt: {description}
   :width: {width}
   :height: {height}
   :loading: lazy
   :class: only-{page} figure img-fluid no-scaled-link
"""


def scrape(block: tuple[Any, ...], block_vars: dict[str, Any], gallery_conf: dict[str, Any]) -> str:
    """Save the open figures for both kinds of page.

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
        Two images in reStructuredText for each figure, of which a reader gets one.

    Raises
    ------
    ExtensionError
        If a figure has no description.
    """
    images = ""
    for number in plt.get_fignums():
        figure = plt.figure(number)
        description = " ".join(str(figure.get_label()).split())  # on one line
        if not description:
            plt.close("all")
            raise ExtensionError(
                f"{block_vars['src_file']}: a picture has no description for readers who can't "
                'see it; pass description="..." or call figure.set_label("...")'
            )
        light = Path(next(block_vars["image_path_iterator"])).with_suffix(".webp")
        dark = light.with_name(f"{light.stem}_dark.webp")
        save(figure, light)
        recolour(figure)
        save(figure, dark, transparent=True)
        width, height = figure.get_size_inches() * PIXELS_PER_INCH
        for page, file in (("light", light), ("dark", dark)):
            images += IMAGE.format(
                path=file.relative_to(gallery_conf["src_dir"]).as_posix(),
                description=description,
                width=round(width),
                height=round(height),
                page=page,
            )
    plt.close("all")
    return images


def save(figure: Figure, path: Path, *, transparent: bool = False) -> None:
    """Save a figure, with the same bytes each time.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The figure.
    path : Path
        A file that ends in ``.webp``.
    transparent : bool, default False
        Whether the page's background shows through.
    """
    figure.savefig(
        path,
        dpi=PIXELS_PER_INCH * SHARPNESS,
        facecolor="none" if transparent else "white",
        transparent=transparent,
        pil_kwargs={"lossless": True, "exact": True, "method": 6},
    )


def recolour(figure: Figure) -> None:
    """Draw text, axes and black or dark grey lines in light ink; keep the colours of data.

    Filled areas, markers and images stay as they are: give them colours that both pages bear.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The figure, changed in place.
    """
    for axes in figure.axes:
        axes.tick_params(which="both", color=DARK_PAGE_INK, labelcolor=DARK_PAGE_INK)
    for artist in figure.findobj():
        if isinstance(artist, Text | Line2D) and is_dark_grey(artist.get_color()):
            artist.set_color(DARK_PAGE_INK)
        elif isinstance(artist, Spine) and is_dark_grey(artist.get_edgecolor()):
            artist.set_edgecolor(DARK_PAGE_INK)
        elif isinstance(artist, Legend):
            artist.get_frame().set(facecolor="none", edgecolor=DARK_PAGE_INK)


def is_dark_grey(colour: ColorType) -> bool:
    """Tell whether a colour is black, or a grey nearer to black than to white.

    Parameters
    ----------
    colour : color
        Any colour that Matplotlib understands.

    Returns
    -------
    bool
        Whether it must change on a dark page.

    Examples
    --------
    >>> is_dark_grey("black"), is_dark_grey("0.3"), is_dark_grey("0.8"), is_dark_grey("navy")
    (True, True, False, False)
    """
    channels = to_rgb(colour)
    return max(channels) - min(channels) < 0.1 and max(channels) < 0.5
