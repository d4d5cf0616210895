"""Figures are saved as small SVG with real text, for light and for dark pages."""

import gzip
import re
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import Circle
from PIL import Image

from extensions.gallery.figure_export import drawn, recolour, save

INK, PAGE = "#ced6dd", "#14181e"


@pytest.fixture(autouse=True)
def _close_figures() -> Iterator[None]:
    yield
    plt.close("all")


def picture() -> Figure:
    """Draw black and coloured things."""
    figure, axes = plt.subplots(figsize=(2, 1.5))
    axes.plot([0, 1], color="#0072b2", label="blue")
    axes.plot([1, 0], color="black", linestyle="--", label="black")
    axes.grid()
    axes.legend()
    axes.annotate("box", (0, 0), (0.5, 0.5), bbox={"fc": "white"}, arrowprops={"arrowstyle": "->"})
    figure.colorbar(axes.scatter([0], [0], c=[1.0], cmap="autumn"))
    return figure


def colours(svg: str) -> set[str]:
    """Return the colours that a picture names."""
    return set(re.findall(r"(?:fill|stroke): (#\w+)", svg))


def test_saving_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in "ab":
        save(picture(), tmp_path / f"{name}.svg")
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def test_nothing_but_the_picture_is_saved() -> None:
    svg = drawn(picture())
    assert re.match(r'<svg [^>]*width="200" height="150" viewBox="0 0 144 108"', svg)
    assert not re.search(
        r"<metadata|<style|<\?xml|<!DOCTYPE|\d\.\d{3}|\n", svg.partition("<image")[0]
    )
    assert set(re.findall(r' id="([^"]*)"', svg)) == set(
        re.findall(r"(?:url\(|href=\")#([\w-]+)", svg)
    )


def test_text_is_text_in_fonts_that_readers_have() -> None:
    svg = drawn(picture())
    assert {"blue", "black", "box", "0.0"} <= set(re.findall(r"<text[^>]*>([^<]+)<", svg))
    assert re.findall(r'font-family[:=] ?"([^"]*)"', svg) == [
        "DejaVu Sans,Verdana,Arial,sans-serif"
    ]


def test_dark_figure_has_light_ink_and_the_same_data_colours() -> None:
    figure = picture()
    light = colours(drawn(figure, transparent=False))
    recolour(figure)
    dark = colours(drawn(figure))
    assert {"#ffffff", "#000000", "#0072b2"} <= light
    assert {INK, PAGE, "#0072b2"} <= dark
    assert not {"#ffffff", "#000000"} & dark


def test_what_has_no_colour_gets_none() -> None:
    figure, axes = plt.subplots()
    axes.add_patch(Circle((0, 0), 1, facecolor="none", edgecolor="black"))
    recolour(figure)
    (circle,) = axes.patches
    assert to_rgba(circle.get_facecolor())[3] == 0


def test_a_shape_without_a_border_gets_none() -> None:
    figure, axes = plt.subplots()
    axes.add_patch(Circle((0, 0), 1, facecolor="#0072b2", edgecolor="none"))
    recolour(figure)
    (circle,) = axes.patches
    assert isinstance(circle, Circle)
    assert circle.get_edgecolor() == to_rgba("none")


def test_a_long_smooth_curve_is_small() -> None:
    figure, axes = plt.subplots()
    axes.plot(np.exp(-np.arange(30_000) / 3_000))
    assert len(gzip.compress(drawn(figure).encode())) < 5_000


def embedded(svg: str) -> Image.Image:
    """Return the picture in a picture."""
    (data,) = re.findall(r"base64,([^\"]*)", svg)
    return Image.open(BytesIO(b64decode(data)))


def test_a_surface_is_small_and_smooth() -> None:
    x, y = np.mgrid[0:1:200j, 0:1:200j]
    figure, axes = plt.subplots()
    axes.imshow(np.tanh(9 * (x + y - 1)), interpolation="bilinear", vmin=-1, vmax=1)
    svg = drawn(figure)
    assert len(gzip.compress(svg.encode())) < 12_000
    assert "image-rendering" not in svg
    seen = np.asarray(embedded(svg))
    assert max(seen.shape) == 150
    first, last = plt.get_cmap("viridis")([0, 255], bytes=True)[:, :3]
    upside_down = seen[[-1, 0], [0, -1]]  # as Matplotlib puts pictures into SVG
    np.testing.assert_allclose(upside_down.astype(int), [first, last], atol=3)


def test_a_few_cells_stay_sharp() -> None:
    figure, axes = plt.subplots()
    axes.imshow([[0, 1], [1, 0]], interpolation="nearest")
    colours_of_cells = embedded(drawn(figure)).getcolors()
    assert len(colours_of_cells or []) == 2


def test_a_picture_of_few_colours_keeps_each_in_a_palette() -> None:
    figure, axes = plt.subplots(figsize=(2, 2))
    heights = np.add.outer(np.arange(49), np.arange(49)) / 96
    shown = axes.imshow(heights, interpolation="none")
    seen = embedded(drawn(figure))
    assert seen.mode == "P"
    wanted = np.asarray(shown.to_rgba(heights, bytes=True))[..., :3]
    assert np.array_equal(np.asarray(seen.convert("RGB")), wanted)
