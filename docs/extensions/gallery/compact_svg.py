"""Keep of Matplotlib's SVG what a reader sees, in few bytes."""

import base64
import re
from io import BytesIO
from xml.etree import ElementTree

from PIL import Image

from extensions.gallery.label_lines import anchor_lines
from extensions.gallery.svg import LINK, SVG, write

FONTS = "DejaVu Sans,Verdana,Arial,sans-serif"
"""The font that Matplotlib measures with, and those like it that readers have."""

POINTS_PER_INCH, PIXELS_PER_INCH = 72, 100
NUMBER = re.compile(r"-?\d+\.\d+")
REFERENCE = re.compile(r"#([\w-]+)")
FAMILY = re.compile(r"font-family: [^;]*; ?|; font-family: [^;]*$")
NO_TURN = re.compile(r"rotate\(-?0 [^)]*\)")
MOST_PIXELS = 150
"""On a side of a picture inside: browsers draw smooth colours smoothly from as few."""
SMALL = 4_000
"""Bytes that such a picture may have as it is, as one of a few even areas does."""


def compact(svg: str) -> str:
    """Return a figure of Matplotlib's with all that can be seen, and little else.

    Parameters
    ----------
    svg : str
        What Matplotlib writes with ``svg.fonttype`` ``"none"``.

    Returns
    -------
    str
        One SVG element, as large on a page as the figure is at 100 pixels to an inch.
    """
    root = ElementTree.fromstring(svg)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in (f"{SVG}metadata", f"{SVG}style"):
                parent.remove(child)
    used = {name for node in root.iter() for name in _references(node)}
    for node in root.iter():
        if node.get("id") not in used:
            node.attrib.pop("id", None)
        if node.tag == f"{SVG}image":
            node.set(LINK, _fewer_pixels(node.get(LINK, "")))
            node.attrib.pop("style", None)  # that pixels be seen
        for name in {"d", "x", "y", "transform"} & node.attrib.keys():
            node.set(name, " ".join(NUMBER.sub(_rounded, node.get(name, "")).split()))
        if node.tag == f"{SVG}text":
            node.set("style", FAMILY.sub("", node.get("style", "")))
            if NO_TURN.fullmatch(node.get("transform", "")):
                del node.attrib["transform"]
        node.text, node.tail = _without_indent(node.text), _without_indent(node.tail)
    anchor_lines(root)
    for side in ("width", "height"):
        points = float(root.get(side, "").removesuffix("pt"))
        root.set(side, f"{points * PIXELS_PER_INCH / POINTS_PER_INCH:.0f}")
    root.attrib.pop("version", None)
    root.set("stroke-linejoin", "round")
    root.set("font-family", FONTS)
    return write(root)


def _references(node: ElementTree.Element) -> list[str]:
    values = [node.get(LINK, ""), node.get("style", ""), node.get("clip-path", "")]
    return [name for value in values for name in REFERENCE.findall(value)]


def _rounded(match: re.Match[str]) -> str:
    return f"{round(float(match[0]), 2) + 0:g}"  # no minus before a nought


def _without_indent(text: str | None) -> str | None:
    return text if text and text.strip() else None


def _fewer_pixels(address: str) -> str:
    """Return the data of a picture inside, written again in fewer bytes."""
    encoded = address.removeprefix("data:image/png;base64,")
    with Image.open(BytesIO(base64.b64decode(encoded))) as picture:
        opaque = picture.mode == "RGBA" and picture.getchannel("A").getextrema() == (255, 255)
        smaller = picture.convert("RGB") if opaque else picture.copy()
    data = _png(smaller)
    if len(data) > SMALL:
        smaller.thumbnail((MOST_PIXELS, MOST_PIXELS), Image.Resampling.BOX)
        data = _png(smaller)
    return f"data:image/png;base64,{base64.b64encode(data).decode()}"


def _png(picture: Image.Image) -> bytes:
    if picture.mode == "RGB" and (colours := picture.getcolors(256)):
        picture = picture.quantize(len(colours))
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()
