"""What the tests of the live figures in chapters 3 and 4 share."""

import numpy as np
from playwright.sync_api import Locator, Page

from tests.browsing import Reader

CHAPTERS = {"cube": "3_functions_and_gradients", "gate": "4_neuron_that_decides"}
MINUS = str.maketrans("−", "-")
# Where the ticks along both axes are: pairs of a number and a pixel, read from the words.
TICKS = """(svg) => ["across", "up"].map((axis) =>
    [...svg.querySelectorAll(`.${axis}:not(.name)`)].map((text) => {
        const { x, y, width, height } = text.getBoundingClientRect();
        const pixel = axis === "across" ? x + width / 2 : y + height / 2;
        return [Number(text.textContent.replace("−", "-")), pixel];
    }))"""
LINE = """(path) => [0, path.getTotalLength()].map((length) => {
    const point = path.getPointAtLength(length).matrixTransform(path.getScreenCTM());
    return [point.x, point.y];
})"""


def enter(visitor: Reader, kind: str, edition: str = "en") -> Locator:
    """Open a chapter, and scroll to its live figure."""
    page = visitor.visit(f"{edition}/chapters/{CHAPTERS[kind]}.html")
    figure = page.locator(f'.live-figure[data-kind="{kind}"]')
    figure.scroll_into_view_if_needed()
    page.wait_for_selector(f'.is-live[data-kind="{kind}"] .plane text')
    figure.scroll_into_view_if_needed()
    return figure.locator(".live")


def say(box: Locator, selector: str) -> str:
    return box.locator(selector).inner_text().translate(MINUS)


class Plane:
    """A drawn plane, read by the ticks along its axes."""

    def __init__(self, svg: Locator) -> None:
        axes = (np.transpose(ticks) for ticks in svg.evaluate(TICKS))
        self.fits = [np.polyfit(numbers, pixels, 1) for numbers, pixels in axes]

    def pixels(self, *place: float) -> tuple[float, float]:
        across, up = (np.polyval(fit, value) for fit, value in zip(self.fits, place, strict=True))
        return float(across), float(up)

    def place(self, pixels: tuple[float, float]) -> list[float]:
        pairs = zip(self.fits, pixels, strict=True)
        return [(pixel - offset) / scale for (scale, offset), pixel in pairs]

    def centre(self, shape: Locator) -> list[float]:
        box = shape.bounding_box()
        assert box
        return self.place((box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))

    def slope(self, line: Locator) -> float:
        (left, bottom), (right, top) = (self.place(end) for end in line.evaluate(LINE))
        return (top - bottom) / (right - left)


def drag(page: Page, grasped: Locator, to: tuple[float, float]) -> None:
    box = grasped.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(*to, steps=5)
    page.mouse.up()


def swipe(page: Page, start: tuple[float, float], way: tuple[float, float]) -> None:
    """Move a finger over the page."""
    touch = page.context.new_cdp_session(page).send
    for share in np.linspace(0, 1, 11):
        place = {"x": start[0] + share * way[0], "y": start[1] + share * way[1]}
        kind = "touchMove" if share else "touchStart"
        touch("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [place]})
    touch("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
