"""Save a figure for light and for dark pages."""

from pathlib import Path

from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.spines import Spine
from matplotlib.text import Text
from matplotlib.typing import ColorType

PIXELS_PER_INCH = 100
SHARPNESS = 2  # pixels of the picture for each pixel of the page
DARK_PAGE_INK = "#ced6dd"  # the theme's text on dark pages


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
