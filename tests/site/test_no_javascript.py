"""Without JavaScript a page looks as it does with it."""

from collections.abc import Callable

import pytest

from tests.browsing import Reader

Come = Callable[..., Reader]

PAGES = {
    "front": "index.html",
    "chapter": "chapters/5_neuron_that_learns.html",
    "graphs": "beyond/graphs.html",
    "help": "help.html",
    "table": "rosetta.html",
    "speed": "speed.html",
    "reference": "reference.html",
}
# Of each kind of element, told by its name and classes, all the colours.
COLOURS = """() => Object.fromEntries([...document.querySelectorAll(
    "html, body, .bd-header, .navbar-brand, .edition-switch, .bd-footer, " +
    ".bd-article, .bd-article *:not(.copybtn, .copybtn *, .live-figure, .live-figure *)"
  )].map((part) => {
    const { color, backgroundColor, borderColor, colorScheme, fill } = getComputedStyle(part);
    const kind = `${part.localName}.${[...part.classList].sort().join(".")}`;
    return [kind, [color, backgroundColor, borderColor, colorScheme, fill, part.checkVisibility()]];
  }))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_colours_and_pictures_are_the_same(reader: Come, page: str, scheme: str) -> None:
    with_it, without = (
        reader(color_scheme=scheme, java_script_enabled=javascript).visit(f"en/{page}")
        for javascript in (True, False)
    )
    assert without.evaluate(COLOURS) == with_it.evaluate(COLOURS)
