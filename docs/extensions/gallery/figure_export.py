"""Save a figure for light and for dark pages, and for notebooks."""

import warnings
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.colors import to_rgb, to_rgba
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Annotation, Text
from matplotlib.typing import ColorType
from PIL import Image

from extensions.gallery.chapters import write_if_changed
from extensions.gallery.compact_svg import PIXELS_PER_INCH, compact
from extensions.gallery.figure_labels import mark
from extensions.gallery.notebook_pictures import SHARPNESS

DARK_PAGE = "#14181e"
DARK_PAGE_INK = "#ced6dd"  # the theme's text on dark pages
SETTINGS: Any = {"svg.fonttype": "none", "svg.hashsalt": "figure"}


def save(figure: Figure, path: Path, *, transparent: bool = False) -> None:
    """Save a figure as SVG, with the same bytes each time, and its labels marked.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The figure.
    path : Path
        A file that ends in ``.svg``.
    transparent : bool, default False
        Whether the page's background shows through.
    """
    # The pages that show it are read again when it changes.
    write_if_changed(path, mark(drawn(figure, transparent=transparent)))


def save_bitmap(figure: Figure, path: Path) -> None:
    """Save a figure as PNG, as small as a few colours make it, for notebooks.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The figure.
    path : Path
        A file that ends in ``.png``.
    """
    dots = PIXELS_PER_INCH * SHARPNESS
    pixels = BytesIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        figure.savefig(pixels, format="rgba", dpi=dots, facecolor="white")
    size = round(figure.get_figwidth() * dots), round(figure.get_figheight() * dots)
    bitmap = Image.frombytes("RGBA", size, pixels.getvalue()).convert("RGB")
    bitmap.quantize().save(path)


def drawn(figure: Figure, *, transparent: bool = True) -> str:
    """Return a figure as SVG, with text that stays text.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The figure.
    transparent : bool, default True
        Whether the page's background shows through.

    Returns
    -------
    str
        One SVG element.
    """
    svg = StringIO()
    with mpl.rc_context(SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")  # the reader's fonts have it
        figure.savefig(
            svg,
            format="svg",
            facecolor="none" if transparent else "white",
            transparent=transparent,
            metadata={"Date": None},
        )
    return compact(svg.getvalue())


def recolour(figure: Figure) -> None:
    """Draw text, axes and black or dark grey lines in light ink; keep the colours of data.

    What is white, such as a box behind a label, gets the page's colour.
    Filled areas, markers and images stay as they are: give them colours that both pages bear.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The figure, changed in place.
    """
    for axes in figure.axes:
        axes.tick_params(which="both", color=DARK_PAGE_INK, labelcolor=DARK_PAGE_INK)
    for artist in figure.findobj():
        _recolour(artist)
        if isinstance(artist, Annotation) and artist.arrow_patch:
            _recolour(artist.arrow_patch)
        if isinstance(artist, Text) and artist.get_bbox_patch():
            _recolour(artist.get_bbox_patch())


def _recolour(artist: Artist | None) -> None:
    if isinstance(artist, Text | Line2D) and is_dark_grey(artist.get_color()):
        artist.set_color(DARK_PAGE_INK)
    elif isinstance(artist, Legend):
        artist.get_frame().set(facecolor="none", edgecolor=DARK_PAGE_INK)
    elif isinstance(artist, Patch):
        if to_rgba(artist.get_edgecolor())[3] and is_dark_grey(artist.get_edgecolor()):
            artist.set_edgecolor(DARK_PAGE_INK)
        *face, alpha = to_rgba(artist.get_facecolor())
        if alpha and (min(face) == 1 or is_dark_grey(artist.get_facecolor())):
            artist.set_facecolor(DARK_PAGE if min(face) == 1 else DARK_PAGE_INK)


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
