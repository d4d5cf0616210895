"""Pictures of graphs, as a browser draws them."""

from collections.abc import Callable

from tests.browsing import Reader
from tests.site.conftest import SITE

Come = Callable[..., Reader]

STANDING_OUT = """() => [...document.querySelectorAll(".node:has(polygon, ellipse, path)")]
  .filter((node) => {
    const [shape] = [...node.querySelectorAll("polygon, ellipse, path")]
      .map((part) => part.getBBox()).sort((one, other) => other.width - one.width);
    return [...node.querySelectorAll("text")].map((text) => text.getBBox()).some((words) =>
      words.x < shape.x || words.x + words.width > shape.x + shape.width);
  })
  .map((node) => node.textContent.trim())"""


def test_labels_keep_within_their_boxes(reader: Come, edition: str) -> None:
    pictures = sorted(SITE.glob(f"{edition}/_images/*graphs*.svg"))
    assert len(pictures) > 5
    visitor = reader()
    for picture in pictures:
        page = visitor.visit(picture.relative_to(SITE).as_posix())
        assert page.locator(".node text").count()
        assert page.evaluate(STANDING_OUT) == [], picture.name
