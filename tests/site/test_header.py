"""On a phone: the header's parts have room, and headings have no line for a hidden sign."""

from collections.abc import Callable

import pytest

from tests.browsing import Reader
from tests.site.conftest import PAGE_NAMES

Come = Callable[..., Reader]

BOXES = """() => [...document.querySelectorAll(".bd-header :is(button, a)")]
  .filter((part) => part.checkVisibility({ visibilityProperty: true }))
  .map((part) => {
    const { left, right } = part.getBoundingClientRect();
    const name = part.querySelector(".logo__title"); // its words may stand out of their box
    return [part.className, left, Math.max(right, left + (name?.scrollWidth ?? 0))];
  })"""

LINES_FOR_SIGNS = """() => {
  const signs = [...document.querySelectorAll(".bd-article .headerlink")];
  const heights = () => signs.map((sign) => sign.parentElement.getBoundingClientRect().height);
  const show = (display) => signs.forEach((sign) => (sign.style.display = display));
  const before = heights();
  show("none");
  const after = heights();
  show("");
  return signs
    .filter((_, index) => after[index] !== before[index])
    .map((sign) => sign.parentElement.textContent);
}"""


@pytest.mark.parametrize("width", [320, 340, 360, 390, 430])
def test_nothing_overlaps(reader: Come, edition: str, width: int) -> None:
    page = reader(viewport={"width": width, "height": 700}).visit(f"{edition}/help.html")
    boxes = page.evaluate(BOXES)
    assert len({name for name, _, _ in boxes}) == 5  # menu, name, search, language, contents
    for name, left, right in boxes:
        assert 0 <= left < right <= width, name
        for other, start, end in boxes:
            assert name == other or right <= start or end <= left, (name, other)


def test_hidden_signs_make_no_lines(reader: Come, edition: str) -> None:
    visitor = reader(viewport={"width": 320, "height": 900})
    for name in PAGE_NAMES:
        page = visitor.visit(f"{edition}/{name}")
        assert page.locator(".bd-article .headerlink").count(), name
        for width in (320, 390):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(LINES_FOR_SIGNS) == [], (name, width)
