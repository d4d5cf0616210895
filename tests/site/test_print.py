"""Every page on paper: whole, in dark ink on white, and no wider than the paper."""

import re
import unicodedata
from collections.abc import Callable
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import PdfMargins
from pypdf import PdfReader

from tests.browsing import Reader
from tests.site.conftest import EDITIONS, PAGE_NAMES
from tests.site.test_browser import THEME, Scheme

Come = Callable[..., Reader]

# As most browsers have them.
MARGINS: PdfMargins = {"top": "1cm", "right": "1cm", "bottom": "1cm", "left": "1cm"}
PRINTABLE = {"width": 718, "height": 1047}  # what they leave of A4, in pixels
SCHEMES: list[Scheme] = ["dark", "light"]  # one in each edition: they differ in words alone
NOT_PRINTED = ".sphx-glr-footer, .headerlink, .sd-hide-link-text"

COLOURS = """() => {
  const visible = [...document.querySelectorAll("*:not(.playground svg *, .swatch)")].filter(
    (part) => part.checkVisibility({ visibilityProperty: true }));
  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const pale = visible
    .filter((part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .map((part) => [part, getComputedStyle(part)[part.closest("svg") ? "fill" : "color"]])
    .filter(([, colour]) => 1.05 / (luminance(colour) + 0.05) < 4.5);
  const filled = visible
    .flatMap((part) => ["", "::before", "::after"].map((end) => getComputedStyle(part, end)))
    .filter((style) => style.content !== "none")
    .flatMap((style) => [style.backgroundColor, style.backgroundImage])
    .filter((fill) => !["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)", "none"].includes(fill));
  return [pale.map(([part, colour]) => `${colour}: ${part.outerHTML}`), filled];
}"""

CROPPED = """() => [...document.querySelectorAll("body *:not(.katex *, .visually-hidden)")]
  .filter((part) => part.checkVisibility({ visibilityProperty: true }))
  .filter((part) =>
    part.getBoundingClientRect().right > innerWidth + 0.5 ||
    (getComputedStyle(part).overflow !== "visible" &&
      (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1)))
  .map((part) => part.outerHTML.slice(0, 200))"""


def letters(text: str) -> str:
    """Return a text's letters, without spaces, in their usual forms."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def is_printed(words: str, text: str) -> bool:
    """Tell whether text has the words; a PDF may take a letter for a radical of the same look."""
    return bool(re.search("".join(f"[{re.escape(letter)}⺀-⻳]" for letter in words), text))


def last_words(page: BeautifulSoup) -> str:
    """Return the end of what a page should print."""
    (article,) = BeautifulSoup(str(page), "lxml").select(".bd-article")
    for part in article.select(NOT_PRINTED):
        part.decompose()
    return letters(article.get_text())[-20:]


@pytest.mark.parametrize("name", PAGE_NAMES)
def test_a_page_on_paper(
    reader: Come, edition: str, pages: dict[str, BeautifulSoup], name: str
) -> None:
    page = reader(viewport=PRINTABLE).visit(f"{edition}/{name}")
    words = last_words(pages[name])
    scheme = SCHEMES[EDITIONS.index(edition) % len(SCHEMES)]
    page.emulate_media(media="print", color_scheme=scheme)
    page.wait_for_function(THEME, arg=scheme)
    assert page.evaluate(COLOURS) == [[], []]
    assert page.evaluate(CROPPED) == []
    pdf = page.pdf(format="A4", margin=MARGINS)
    last = PdfReader(BytesIO(pdf)).pages[-2:]
    assert is_printed(words, letters("".join(page.extract_text() for page in last)))
