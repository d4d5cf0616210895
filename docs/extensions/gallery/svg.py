"""Change and write SVG."""

import re
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
PLACE = re.compile(r"translate\((\S+) (\S+)\)(?: rotate\((\S+)\))?")


def write(root: ElementTree.Element) -> str:
    """Return an SVG element as text, without prefixes for SVG's own names.

    Parameters
    ----------
    root : Element
        The element.

    Returns
    -------
    str
        Its text.

    Examples
    --------
    >>> write(ElementTree.fromstring('<s:svg xmlns:s="http://www.w3.org/2000/svg"/>'))
    '<svg xmlns="http://www.w3.org/2000/svg" />'
    """
    ElementTree.register_namespace("", SVG.strip("{}"))
    ElementTree.register_namespace("xlink", LINK[1:].partition("}")[0])
    return ElementTree.tostring(root, encoding="unicode")


def size_of(svg: str) -> tuple[int, int]:
    """Return how wide and how high a picture is, in its own unit.

    Parameters
    ----------
    svg : str
        The picture, as Matplotlib or Graphviz writes it.

    Returns
    -------
    tuple of int
        Its width and height.

    Raises
    ------
    ValueError
        If it doesn't say both.

    Examples
    --------
    >>> size_of('<svg width="460" height="300.2pt"></svg>')
    (460, 300)
    """
    start = svg[svg.index("<svg") :].partition(">")[0]
    found = dict(re.findall(r' (width|height)="([\d.]+)(?:pt)?"', start))
    if len(found) != 2:
        raise ValueError(f"a picture must say how large it is, got {start!r}")
    return round(float(found["width"])), round(float(found["height"]))


def place_of(line: ElementTree.Element) -> tuple[float, float, float] | None:
    """Return where a line of text is and by how many degrees it's turned, or None.

    Parameters
    ----------
    line : Element
        The line, as Matplotlib writes one of several.

    Returns
    -------
    tuple of float or None
        x, y and degrees.
    """
    match = PLACE.fullmatch(line.get("transform", ""))
    return match and (float(match[1]), float(match[2]), float(match[3] or 0))


def move(line: ElementTree.Element, x: float, y: float) -> None:
    """Put a line of text that has such a place elsewhere, turned as it is.

    Parameters
    ----------
    line : Element
        The line, changed in place.
    x, y : float
        Where it goes.
    """
    turn = line.get("transform", "").partition(" rotate")
    line.set("transform", f"translate({round(x, 2):g} {round(y, 2):g}){turn[1]}{turn[2]}")
