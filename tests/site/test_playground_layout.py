"""What of the playground is in view together, and what its chart shows."""

import re
from random import Random

import numpy as np
import pytest
from playwright.sync_api import Page

from tests.site.conftest import EDITIONS
from tests.site.playing import Come, enter, text, train

PHONE = {"width": 390, "height": 844}
DESKTOPS = [{"width": 1280, "height": 720}, {"width": 1366, "height": 768}]
TOGETHER = "#train, #single-step, #reset, #iteration, #cost, #surface, #costs, #moment"

NAMES = """() => {
    const chart = document.querySelector("#costs svg").getBoundingClientRect();
    const points = document.querySelector("#costs .curve").getAttribute("d").slice(1).split("L")
        .map((point) => point.split(",").map(Number));
    const near = [];
    for (let i = 1; i < points.length; i++)
        for (let share = 0; share <= 1; share += 0.05)
            near.push([0, 1].map((k) => points[i - 1][k] + share * (points[i][k] - points[i - 1][k])));
    return [...document.querySelectorAll("#costs .guide-name")].map((name) => {
        const { left, right, top, bottom } = name.getBoundingClientRect();
        const box = [left - chart.left, right - chart.left, top - chart.top + 3, bottom - chart.top - 3];
        const hit = near.some(([x, y]) => x > box[0] && x < box[1] && y > box[2] && y < box[3]);
        return [name.textContent, ...box, hit];
    });
}"""  # noqa: E501


def in_view(page: Page, selector: str) -> list[str]:
    """Return which elements are in view, all of each."""
    return list(
        page.evaluate(
            """(selector) => [...document.querySelectorAll(selector)].filter((item) => {
                const { left, right, top, bottom } = item.getBoundingClientRect();
                return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
            }).map((item) => `#${item.id}`)""",
            selector,
        )
    )


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_phone_shows_training_and_pictures_together(reader: Come, edition: str) -> None:
    page = enter(reader(viewport=PHONE), "seed=0&iterations=3000", edition)
    assert sorted(in_view(page, TOGETHER)) == sorted(TOGETHER.split(", "))
    assert not page.locator("#seed").is_visible()
    page.click("#settings summary")
    page.locator("#seed").scroll_into_view_if_needed()
    page.fill("#seed", "22")
    page.locator("#update").scroll_into_view_if_needed()
    assert sorted(in_view(page, "#train, #iteration, #cost")) == ["#cost", "#iteration", "#train"]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("viewport", DESKTOPS, ids=["1280", "1366"])
def test_a_desktop_shows_settings_and_network_too(
    reader: Come, viewport: dict[str, int], edition: str
) -> None:
    page = enter(reader(viewport=viewport), "network=separate&iterations=3000", edition)
    wanted = f"{TOGETHER}, #gate, #rate, #seed, #network, #weight"
    assert sorted(in_view(page, wanted)) == sorted(wanted.split(", "))
    assert not page.locator("#settings summary").is_visible()


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("width", [320, 360, 390, 700, 820, 1100])
def test_nothing_makes_the_page_wider_than_the_screen(
    reader: Come, width: int, edition: str
) -> None:
    page = enter(reader(viewport={"width": width, "height": 640}), "iterations=30000", edition)
    if width < 700:
        page.click("#settings summary")
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [320, 390, 820, 1280])
@pytest.mark.parametrize(
    "settings", ["seed=0", "seed=15", "seed=22", "seed=0&cost=mean", "iterations=9000"]
)
def test_names_of_guide_lines_touch_nothing(reader: Come, settings: str, width: int) -> None:
    page = enter(reader(viewport={"width": width, "height": 800}), settings)
    for _ in ("before", "after"):
        boxes = page.evaluate(NAMES)
        names = [name for name, *_ in boxes]
        assert names == ["guessing", "three lumped", "two undecided"]
        for place, (name, left, right, top, bottom, hit) in enumerate(boxes):
            assert not hit, name
            for other, left_2, right_2, top_2, bottom_2, _ in boxes[:place]:
                apart = right <= left_2 or right_2 <= left or bottom <= top_2 or bottom_2 <= top
                assert apart, (name, other)
        train(page)


def test_the_first_view_has_room_for_the_cost_and_its_lines(reader: Come) -> None:
    page = enter(reader(), "seed=0")
    chart = page.locator("#costs svg").bounding_box()
    assert chart
    for part in (".mark", ".guide >> nth=0", ".guide >> nth=2"):
        box = page.locator(f"#costs {part}").bounding_box()
        assert box
        assert box["y"] >= chart["y"]
        assert box["y"] + box["height"] <= chart["y"] + chart["height"]
    guide = page.locator("#costs .guide").first.bounding_box()
    assert guide
    assert guide["width"] > 0.8 * chart["width"]
    ends = [label.text_content() for label in page.locator("#costs .across").all()]
    assert (ends[0], ends[-1]) == ("0", "30\N{NARROW NO-BREAK SPACE}000")


def costs_by_hand(seed: int, rate: float, steps: int) -> list[float]:
    """Train one neuron on AND, and return the costs before each step."""
    random = Random(seed).random
    weights = np.array([random(), random(), 1.0])
    inputs = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]])
    targets = np.array([0, 0, 0, 1])
    costs = []
    for _ in range(steps):
        sums = inputs @ weights
        costs.append(float(np.sum(np.logaddexp(0, sums) - targets * sums)))
        activations = np.exp(sums - np.logaddexp(0, sums))
        weights = weights - rate * (activations - targets) @ inputs
    return costs


@pytest.mark.parametrize("seed", [0, 1])
def test_a_cost_that_explodes_is_told_step_by_step(reader: Come, seed: int) -> None:
    page = enter(reader(), f"targets=0001&network=neuron&rate=100&seed={seed}")
    train(page)
    costs = [f"{cost:.2f}" for cost in costs_by_hand(seed, 100, 3)]
    assert page.locator("#costs .point-name").all_text_contents() == [*costs, "NaN"]
    assert page.locator("#costs .point").count() == 3
    assert page.locator("#costs .across").all_text_contents() == list("012345")
    assert ", ".join([*costs, "NaN"]) in text(page, "#cost-words")
    highest = max(costs, key=float)
    assert re.search(f"iteration 3.*{highest}.*NaN", text(page, "#notice"))
