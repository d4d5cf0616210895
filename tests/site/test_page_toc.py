"""\"On this page\" marks the section that is read."""

from collections.abc import Callable

from tests.browsing import Reader

Come = Callable[..., Reader]

DESKTOP = {"width": 1280, "height": 900}
CHAPTER = "chapters/5_neuron_that_learns.html"
LINE = 0.3 * DESKTOP["height"]  # whoever reads has a heading above it

HEADINGS = """() => [...document.querySelectorAll(".bd-article :is(h2, h3)")].map(
  (heading) => [heading.closest("section").id, heading.getBoundingClientRect().top + scrollY])"""
END = "document.documentElement.scrollHeight - innerHeight"
MARKED = """async (y) => {
  scrollTo({ top: y, behavior: "instant" });
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  return [...document.querySelectorAll(".page-toc a[aria-current]")].map(
    (link) => decodeURIComponent(link.hash.slice(1)));
}"""


def test_wherever_a_reader_jumps(reader: Come, edition: str) -> None:
    page = reader(viewport=DESKTOP).visit(f"{edition}/{CHAPTER}")
    headings, end = page.evaluate(HEADINGS), page.evaluate(END)
    jumps = range(0, int(end - DESKTOP["height"]), 300)
    for y in [*jumps, *reversed(jumps)]:
        above = [name for name, top in headings if top - y <= LINE]
        assert page.evaluate(MARKED, y) == above[-1:], y
    assert page.evaluate(MARKED, end) == [headings[-1][0]]


def test_what_was_asked_for(reader: Come, edition: str) -> None:
    page = reader(viewport=DESKTOP).visit(f"{edition}/{CHAPTER}")
    links = page.locator("#on-this-page a")
    assert links.count() > 5
    for link in links.all():
        link.click()
        page.wait_for_function(
            """(link) => link.hash === location.hash && link.hasAttribute("aria-current")
                && document.querySelectorAll(".page-toc a[aria-current]").length === 1""",
            arg=link.element_handle(),
        )
