"""The chapters' figures, as a browser draws them in each language."""

import re
from collections.abc import Callable
from io import BytesIO

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from extensions.gallery.figure_labels import has_words
from tests.browsing import Reader
from tests.site.comparison import HAN, OTHER_LETTERS
from tests.site.conftest import EDITIONS, ROOT, SITE

Come = Callable[..., Reader]

FIGURE = re.compile(r"sphx_glr_(?!graphs_).*\.svg")  # graphs say only what the code prints
TEXT = re.compile(r"(?s)<text[^>]*>(.*?)</text>")

OVERLAPS = """() => {
    const box = (node) => {
        const { left, right, top, bottom, width, height } = node.getBoundingClientRect();
        const stroke = node.tagName === "path" && height < 1 ? 3 : 0;  // a line has no height
        return { left, right, top: top - stroke, bottom: bottom + stroke, width, height };
    };
    const texts = [...document.querySelectorAll("text")];
    const small = ({ width, height }) => width + height > 0 && width < 40 && height < 20;
    const marks = [...document.querySelectorAll("use, path")].filter((node) =>
        !node.closest("defs") && small(box(node)));
    const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
    const page = box(document.documentElement);
    const inside = (a) => a.left > -1 && a.top > -1 && a.right < page.right + 1
        && a.bottom < page.bottom + 1;
    const found = texts.filter((text) => !inside(box(text))).map((text) =>
        `${text.textContent} leaves the picture`);
    texts.forEach((text, number) => {
        for (const other of [...texts.slice(number + 1), ...marks]) {
            if (overlap(box(text), box(other))) {
                found.push(`${text.textContent} lies over ${other.textContent || other.tagName}`);
            }
        }
    });
    return found;
}"""


def figures(edition: str) -> list[str]:
    """Return the files of an edition's figures."""
    found = [path.name for path in (SITE / edition / "_images").glob("*.svg")]
    return sorted(name for name in found if FIGURE.fullmatch(name))


@pytest.mark.parametrize("edition", [tag for tag in EDITIONS if tag in OTHER_LETTERS])
def test_no_label_is_left_in_english(edition: str) -> None:
    names = figures(edition)
    assert len(names) >= 2 * 8
    left = []
    for name in names:
        svg = (SITE / edition / "_images" / name).read_text(encoding="utf-8")
        texts = [re.sub("<[^>]*>", "", text) for text in TEXT.findall(svg)]
        left += [(name, text) for text in texts if has_words(text) and not HAN.search(text)]
    assert left == []


def test_labels_leave_each_other_room(reader: Come, edition: str) -> None:
    visitor = reader()
    found = {
        name: overlaps
        for name in figures(edition)
        if (overlaps := visitor.visit(f"{edition}/_images/{name}").evaluate(OVERLAPS))
    }
    assert found == {}


@pytest.mark.parametrize("theme", ["", "_dark"])
def test_the_readme_shows_the_picture_of_the_last_chapter(reader: Come, theme: str) -> None:
    file = ROOT / "docs/pictures" / f"xnor{theme}.png"
    shown = seen(file.read_bytes())
    size = {"width": shown.shape[1] // 2, "height": shown.shape[0] // 2}
    page = reader(viewport=size, device_scale_factor=2).visit(
        f"en/_images/sphx_glr_6_network_that_solves_xnor_007{theme}.svg"
    )
    drawn = page.screenshot(omit_background=True)
    (ROOT / "build" / file.name).write_bytes(drawn)
    difference = np.abs(seen(drawn) - shown).mean()  # of 255: another browser may round otherwise
    assert difference < 1, f"{file.name} must be as build/{file.name} is"


def seen(png: bytes) -> NDArray[np.float64]:
    """Return a picture's colours, where it's transparent nought."""
    with Image.open(BytesIO(png)) as picture:
        pixels = np.asarray(picture.convert("RGBA"), dtype=float)
    return np.multiply(pixels, pixels[..., 3:] / 255)
