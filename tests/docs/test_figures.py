"""Two pictures for each figure, each with its description."""

from types import SimpleNamespace

import matplotlib.pyplot as plt
import numpy as np
import pytest
from docutils import nodes
from docutils.core import publish_doctree
from PIL import Image

from tests.docs.conftest import Site


@pytest.fixture
def scrape(site: Site):
    from extensions import figures

    folder = site.docs / "chapters" / "images"
    folder.mkdir(parents=True)
    names = (str(folder / f"picture_{number:03}.png") for number in range(1, 9))

    def run() -> SimpleNamespace:
        variables = {"image_path_iterator": names, "src_file": "docs/walkthrough/1.py"}
        text = figures.scrape((), variables, {"src_dir": str(site.docs)})
        return SimpleNamespace(text=text, images=publish_doctree(text).findall(nodes.image))

    yield run
    plt.close("all")


def draw(description: str) -> None:
    figure, axes = plt.subplots(figsize=(4, 2))
    axes.plot([0, 1], color="#2878b5")
    axes.set_title("title")
    figure.set_label(description)


def pixels(site: Site, name: str) -> np.ndarray:
    return np.asarray(Image.open(site.docs / "chapters/images" / name).convert("RGBA"))


def test_a_light_and_a_dark_picture_with_one_description(scrape) -> None:
    draw('A line: it says "rise",\n  and *rises*.')
    light, dark = scrape().images
    assert light["alt"] == dark["alt"] == 'A line: it says "rise", and *rises*.'
    assert light["classes"] == ["only-light", "figure"]
    assert dark["classes"] == ["only-dark", "figure"]
    assert light["uri"] == "/chapters/images/picture_001.png"
    assert dark["uri"] == "/chapters/images/picture_001_dark.png"
    assert light["width"] == dark["width"] == "400px"


def test_pictures_have_two_pixels_for_one_on_the_page(scrape, site: Site) -> None:
    draw("A line.")
    scrape()
    assert pixels(site, "picture_001.png").shape == (400, 800, 4)


def test_ink_is_dark_on_light_pages_and_light_on_dark_ones(scrape, site: Site) -> None:
    draw("A line.")
    scrape()
    for name, is_ink in (
        ("picture_001.png", lambda rgb: rgb.max(axis=-1) < 40),
        ("picture_001_dark.png", lambda rgb: rgb.min(axis=-1) > 190),
    ):
        picture = pixels(site, name)
        opaque = picture[picture[..., 3] == 255][:, :3]
        data = np.all(opaque == (0x28, 0x78, 0xB5), axis=-1)
        assert data.sum() > 100
        assert is_ink(opaque[~data]).mean() > 0.5
        assert picture[0, 0, 3] == 0  # transparent


def test_the_same_figure_gives_the_same_bytes(scrape, site: Site) -> None:
    for _ in range(2):
        draw("A line.")
        scrape()
    first, second = (site.docs / "chapters/images" / f"picture_00{n}.png" for n in (1, 2))
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("description", ["", "  \n"])
def test_a_figure_without_description_stops_the_build(scrape, description: str) -> None:
    draw(description)
    with pytest.raises(Exception, match=r"walkthrough/1\.py: a figure has no description"):
        scrape()


def test_figures_are_closed(scrape) -> None:
    draw("A line.")
    scrape()
    assert plt.get_fignums() == []
