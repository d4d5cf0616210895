"""Anchor the lines of a label, so that they keep their places in another font or language.

Matplotlib writes where each line of several begins, as wide as it is in Matplotlib's font.
"""

import re
from math import cos, radians, sin
from xml.etree import ElementTree

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath

from extensions.gallery.svg import SVG, move, place_of

SIZE = re.compile(r"font-size: ([\d.]+)px")
SHARES = {"middle": 1 / 2, "start": 0.0, "end": 1.0}
"""How much of a line lies before its anchor; where several fit, the first counts."""


def anchor_lines(root: ElementTree.Element) -> None:
    """Anchor each line of each label that has several where its label is aligned.

    Parameters
    ----------
    root : Element
        A figure in Matplotlib's SVG, changed in place.
    """
    for group in root.iter(f"{SVG}g"):
        lines = group.findall(f"{SVG}text")
        places = [place for line in lines if (place := place_of(line))]
        if len(lines) == len(places) > 1:
            _anchor(lines, places)


def _anchor(lines: list[ElementTree.Element], places: list[tuple[float, float, float]]) -> None:
    turn = radians(places[0][2])
    across, down = cos(turn), sin(turn)  # the way that lines go
    widths = [_width(line) for line in lines]
    for name, share in SHARES.items():
        anchors = [
            (x + share * width * across, y + share * width * down)
            for (x, y, _), width in zip(places, widths, strict=True)
        ]
        along = [x * across + y * down for x, y in anchors]
        if max(along) - min(along) < 1 / 2:
            for line, anchor in zip(lines, anchors, strict=True):
                move(line, *anchor)
                line.set("style", f"{line.get('style')}; text-anchor: {name}")
            return


def _width(line: ElementTree.Element) -> float:
    size = SIZE.search(line.get("style", ""))
    font = FontProperties(family="DejaVu Sans", size=float(size[1]) if size else None)
    return TextToPath().get_text_width_height_descent(line.text or "", font, ismath=False)[0]
