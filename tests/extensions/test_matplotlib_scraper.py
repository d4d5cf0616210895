"""Chapters show each figure twice, light and dark."""

import hashlib
import re
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from PIL import Image

from extensions.gallery.figure_export import recolour, save

from .conftest import Result, Site, build_chapters

CHAPTER = '''"""
Chapter
=======

Prose.
"""

import matplotlib.pyplot as plt

figure, axes = plt.subplots(figsize=(3, 2))
axes.plot([0, 1], color="#d55e00")
axes.set_xlabel("z")

# %%
# Two in one cell, with other sizes.

for number in (1, 2):
    plt.figure(figsize=(number, 1))
'''


def gallery(chapters: Site) -> Result:
    """Build a gallery of one chapter."""
    chapters.write("docs/galleries/chapters/1_first.py", CHAPTER)
    scrapers = ("extensions.gallery.matplotlib_scraper.scrape",)
    site = build_chapters(chapters, scrapers=scrapers)
    assert site.warnings == ""
    return site


def draw() -> Figure:
    """Draw black and coloured things."""
    figure, axes = plt.subplots(figsize=(2, 1.5))
    axes.plot([0, 1], color="#0072b2", label="blue")
    axes.plot([1, 0], color="black", linestyle="--", label="black")
    axes.grid()
    axes.legend()
    figure.colorbar(axes.scatter([0], [0], c=[1.0], cmap="autumn"))
    return figure


def test_page_shows_each_figure_for_light_and_for_dark(chapters: Site) -> None:
    site = gallery(chapters)
    pictures = [
        dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        for tag in re.findall(r"<img [^>]*>", site.page("chapters/1_first.html"))
    ]
    assert [
        set(picture["class"].split()) & {"only-light", "only-dark"} for picture in pictures
    ] == [
        {"only-light"},
        {"only-dark"},
    ] * 3
    assert [(picture["width"], picture["height"]) for picture in pictures[::2]] == [
        ("300", "200"),
        ("100", "100"),
        ("200", "100"),
    ]
    for picture in pictures:
        with Image.open(site.output / "chapters" / picture["src"]) as file:
            assert file.size == (2 * int(picture["width"]), 2 * int(picture["height"]))
    assert len({picture["src"] for picture in pictures}) == 6
    assert "image-reference" not in site.page("chapters/1_first.html")  # no link around a picture


def test_thumbnail_is_the_first_light_figure(chapters: Site) -> None:
    gallery(chapters)
    images = chapters.docs / "chapters/images"
    thumbnail = images / "thumb/sphx_glr_1_first_thumb.webp"
    light = images / "sphx_glr_1_first_001.webp"
    with Image.open(thumbnail) as small, Image.open(light) as large:
        box = small.convert("RGB").point(lambda value: 255 - value).getbbox()
        assert box is not None
        size = (box[2] - box[0], box[3] - box[1])
        found = np.asarray(small.convert("RGB").crop(box).resize((60, 40)), float)
        content = large.convert("RGB").point(lambda value: 255 - value).getbbox()
        expected = np.asarray(large.convert("RGB").crop(content).resize((60, 40)), float)
    assert size[0] > size[1]
    assert abs(found - expected).mean() < 20


def test_saving_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    digests = set()
    for attempt in range(2):
        figure = draw()
        save(figure, tmp_path / f"{attempt}.webp")
        digests.add(hashlib.sha256((tmp_path / f"{attempt}.webp").read_bytes()).hexdigest())
        plt.close(figure)
    assert len(digests) == 1


def test_dark_figure_has_light_ink_and_the_same_data_colours(tmp_path: Path) -> None:
    figure = draw()
    save(figure, tmp_path / "light.webp")
    recolour(figure)
    save(figure, tmp_path / "dark.webp", transparent=True)
    light = pixels(tmp_path / "light.webp")
    dark = pixels(tmp_path / "dark.webp")
    assert (255, 255, 255, 255) in light
    assert (0, 0, 0, 255) in light
    opaque = {pixel for pixel in dark if pixel[3] == 255}
    assert (0xCE, 0xD6, 0xDD, 255) in opaque
    assert (0, 0x72, 0xB2, 255) in light & opaque
    assert min(max(pixel[:3]) for pixel in opaque) > 100
    assert any(pixel[3] == 0 for pixel in dark)
    legend = figure.axes[0].get_legend()
    assert legend is not None
    line = legend.legend_handles[1]
    assert isinstance(line, Line2D)
    assert line.get_color() == "#ced6dd"
    plt.close(figure)


def pixels(path: Path) -> set[tuple[int, ...]]:
    """Return the colours in a picture."""
    with Image.open(path) as file:
        return {tuple(pixel) for pixel in np.asarray(file.convert("RGBA")).reshape(-1, 4).tolist()}
