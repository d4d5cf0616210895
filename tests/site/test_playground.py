"""The playground, used as readers use it."""

import gzip
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from tests.browsing import Reader
from tests.site.conftest import EDITIONS, SITE

Come = Callable[..., Reader]

INVENTORY = [
    ("shared", "1001", 0, "0.0598", "0.98 0.01 0.01 0.98"),
    ("shared", "1001", 1, "0.0709", "0.98 0.02 0.02 0.98"),
    ("shared", "1001", 2, "0.0580", "0.98 0.01 0.01 0.98"),
    ("shared", "1001", 3, "0.0602", "0.98 0.01 0.01 0.98"),
    ("shared", "1001", 4, "0.0864", "0.98 0.02 0.02 0.98"),
    ("shared", "1001", 15, "1.4329", "0.98 0.02 0.50 0.49"),
    ("shared", "1001", 22, "1.9549", "0.98 0.34 0.34 0.33"),
    ("neuron", "0001", 0, "0.0580", "0.00 0.02 0.02 0.98"),
    ("neuron", "0001", 1, "0.0581", "0.00 0.02 0.02 0.98"),
    ("neuron", "0001", 2, "0.0580", "0.00 0.02 0.02 0.98"),
    ("neuron", "0001", 3, "0.0582", "0.00 0.02 0.02 0.98"),
    ("neuron", "0001", 4, "0.0582", "0.00 0.02 0.02 0.98"),
]
"""What the chapters' training comes to: network, targets, seed, cost and answers."""

GATES = {
    "0001": "AND",
    "0110": "XOR",
    "0111": "OR",
    "1000": "NOR",
    "1001": "XNOR",
    "1110": "NAND",
    "0011": "x1",
    "1010": "NOT x2",
    "0000": "always 0",
}


def enter(visitor: Reader, settings: str = "", edition: str = "en") -> Page:
    """Open the playground, and wait until it has done what the address says."""
    page = visitor.visit(f"{edition}/playground.html#{settings}")
    page.wait_for_selector("#status:not(:empty)", state="attached")
    return page


def train(page: Page, speed: str = "Infinity") -> None:
    """Train until it pauses by itself."""
    page.select_option("#speed", speed)
    page.click("#train")
    page.wait_for_function(
        "() => document.querySelector('#train').textContent !== "
        "document.querySelector('#train').dataset.pause"
    )


def text(page: Page, selector: str) -> str:
    return page.locator(selector).inner_text().replace("\N{NARROW NO-BREAK SPACE}", "")


def answers(page: Page) -> str:
    return " ".join(page.locator(".truth-table .answer").all_inner_texts())


def weights(page: Page) -> dict[str, str]:
    labels = page.locator("#network .label").all()
    return {str(label.get_attribute("data-name")): str(label.text_content()) for label in labels}


@pytest.mark.parametrize(("network", "targets", "seed", "cost", "expected"), INVENTORY)
def test_training_comes_to_the_chapters_costs(
    reader: Come, network: str, targets: str, seed: int, cost: str, expected: str
) -> None:
    page = enter(reader(), f"network={network}&targets={targets}&seed={seed}&iterations=30000")
    assert text(page, "#iteration") == "30000"
    assert text(page, "#cost") == cost
    assert answers(page) == expected


def test_train_pause_step_and_reset(reader: Come) -> None:
    page = enter(reader())
    page.select_option("#speed", "300")
    page.click("#train")
    page.wait_for_function("() => Number(document.querySelector('#iteration').textContent) > 20")
    assert text(page, "#train") == "Pause"
    page.click("#train")
    paused = int(text(page, "#iteration"))
    assert f"Iteration {paused}: cost" in text(page, "#status")
    page.click("#single-step")
    assert int(text(page, "#iteration")) == paused + 1
    page.click("#reset")
    page.wait_for_function("() => document.querySelector('#iteration').textContent === '0'")
    assert text(page, "#cost") == "4.1598"
    train(page)
    assert text(page, "#iteration") == "30000"
    assert text(page, "#cost") == "0.0598"
    train(page)
    assert text(page, "#iteration") == "60000"


def test_the_next_step_is_the_one_announced(reader: Come) -> None:
    page = enter(reader(), "network=separate&seed=3")
    for name in weights(page):
        page.locator(f'#network [data-name="{name}"]').click()
        announced = text(page, "#update").rsplit("= ", 1)[1]
        page.click("#single-step")
        started_from = text(page, "#update").split(" = ")[1].split(" − ")[0]
        assert started_from == announced, name


def test_every_gate_by_its_targets(reader: Come) -> None:
    page = enter(reader(), "targets=0000")
    seen = {}
    for number in range(16):
        wanted = f"{number:04b}"
        for place, target in enumerate(wanted):
            button = page.locator(".target").nth(place)
            if button.inner_text() != target:
                button.click()
        assert [b.inner_text() for b in page.locator(".target").all()] == list(wanted)
        seen[wanted] = text(page, "#gate")
        assert f"targets={wanted}&" in page.url
    assert GATES.items() <= seen.items()
    assert len(set(seen.values())) == 16


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_stories(reader: Come, edition: str) -> None:
    page = enter(reader(), "seed=7", edition)
    ends = []
    for story in page.locator(".presets a").all():
        story.click()
        page.wait_for_function(
            "(link) => link.hasAttribute('aria-current')", arg=story.element_handle()
        )
        train(page)
        ends.append((text(page, "#iteration"), text(page, "#cost"), answers(page)))
        if "0.5,0.5" in str(story.get_attribute("href")):
            twins = weights(page)
            assert twins["w1_0"] == twins["w2_0"] == twins["w1_1"]
            assert twins["w3_0"] == twins["w3_1"]
    assert ends[:5] == [
        ("30000", "0.0580", "0.00 0.02 0.02 0.98"),
        ("30000", "2.7726", "0.50 0.50 0.50 0.50"),
        *(
            ("30000", cost, expected)
            for _, _, seed, cost, expected in INVENTORY[:7]
            if seed in (0, 15, 22)
        ),
    ]
    assert ends[6][0] == "3"
    assert "3" in text(page, "#status")
    assert "NaN" in text(page, "#status")


def test_a_training_that_diverges_can_be_mended(reader: Come) -> None:
    page = enter(reader(), "targets=0001&network=neuron&rate=100")
    train(page)
    assert "Stopped at iteration 3: the cost is NaN." in text(page, "#status")
    assert weights(page) == weights(enter(reader(), page.url.partition("#")[2]))
    page.fill("#rate", "0.1")
    page.press("#rate", "Enter")
    train(page)
    assert text(page, "#iteration") == "30000"
    assert answers(page) == "0.00 0.00 0.00 1.00"


def test_the_mean_with_four_times_the_rate_is_the_same_training(reader: Come) -> None:
    summed = enter(reader(), "iterations=2000")
    mean = enter(reader(), "cost=mean&rate=0.04&iterations=2000")
    assert weights(mean) == weights(summed)
    cost = float(text(summed, "#cost"))
    assert float(text(mean, "#cost")) == pytest.approx(cost / 4, abs=1e-4)


def test_an_address_gives_everybody_the_same_picture(reader: Come) -> None:
    page = enter(reader())
    page.check("[name=network][value=separate]")
    page.locator(".target").first.click()
    page.check("[name=cost][value=mean]")
    page.fill("#rate", "0.5")
    page.press("#rate", "Tab")
    page.fill("#seed", "12")
    page.press("#seed", "Tab")
    train(page)
    other = enter(reader(viewport={"width": 390, "height": 844}), page.url.partition("#")[2])
    other.wait_for_function("() => document.querySelector('#iteration').textContent.length > 5")
    for selector in ("#cost", "#gate", "#status", "#surface-words", "#cost-words", "#update"):
        assert text(other, selector) == text(page, selector)
    assert (answers(other), weights(other)) == (answers(page), weights(page))
    assert other.input_value("#rate") == "0.5"
    assert other.input_value("#seed") == "12"
    assert other.is_checked("[name=network][value=separate]")
    assert other.is_checked("[name=cost][value=mean]")


def test_an_address_that_means_nothing_is_answered(reader: Come) -> None:
    page = enter(reader(), "seed=many&rate=-1&colour=red&weights=1,2&targets=1000")
    assert "seed=many, rate=-1, colour=red, weights=1,2" in text(page, "#status")
    assert text(page, "#gate") == "NOR"
    assert page.input_value("#seed") == "0"


def test_every_link_to_it_means_something(reader: Come, site: dict[str, BeautifulSoup]) -> None:
    addresses = {
        str(link["href"]).partition("#")[2]
        for page in site.values()
        for link in page.select('a[href*="playground.html#"], .presets a')
    }
    assert len(addresses) >= 7
    visitor = reader()
    for address in addresses:
        visitor.visit("en/index.html")
        page = enter(visitor, address)
        assert "means nothing" not in text(page, "#status")
        assert page.locator(".presets [aria-current]").count() == 1


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("rate", "0", "Please give a number above 0."),
        ("rate", "fast", "Please give a number above 0."),
        ("seed", "1.5", "Please give a whole number, 0 or above."),
        ("seed", "", "Please give a whole number, 0 or above."),
    ],
)
def test_a_wrong_number_is_answered_and_changes_nothing(
    reader: Come, name: str, value: str, complaint: str
) -> None:
    page = enter(reader(), "seed=4&iterations=100")
    page.fill(f"#{name}", value)
    page.press(f"#{name}", "Tab")
    assert text(page, f"#{name}-problem") == complaint
    assert page.get_attribute(f"#{name}", "aria-invalid") == "true"
    assert text(page, "#iteration") == "100"
    page.fill(f"#{name}", "2")
    page.press(f"#{name}", "Tab")
    page.wait_for_function("() => document.querySelector('#iteration').textContent === '0'")
    assert text(page, f"#{name}-problem") == ""


def test_weights_can_be_set_and_dragged(reader: Come) -> None:
    page = enter(reader(), "iterations=50")
    page.locator('#network [data-name="w3_1"]').click()
    assert text(page, "#weight-name") == "w3[1]"
    page.fill("#weight", "-2.5")
    assert weights(page)["w3_1"] == "−2.50"
    assert page.input_value("#seed") == ""
    assert text(page, "#iteration") == "0"
    label = page.locator('#network [data-name="w1_0"]')
    before = float(weights(page)["w1_0"].replace("−", "-"))
    box = label.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 + 40, box["y"] + box["height"] / 2, steps=4)
    page.mouse.up()
    assert float(weights(page)["w1_0"]) == pytest.approx(before + 2, abs=0.02)
    assert "weights=" in page.url
    page.click("#next-seed")
    page.wait_for_function("() => document.querySelector('#seed').value === '1'")


def test_everything_by_keyboard(reader: Come) -> None:
    page = enter(reader(), "network=neuron&targets=0001")
    reached: list[str] = []
    page.focus(".presets a")
    for _ in range(60):
        focused: dict[str, Any] = page.evaluate(
            """() => {
                const { id, name, dataset, className, tagName } = document.activeElement;
                return { id, name, weight: dataset.name, kind: String(className), tag: tagName };
            }"""
        )
        reached.append(focused["id"] or focused["name"] or focused["weight"] or focused["kind"])
        if focused["tag"] == "SUMMARY":
            break
        page.keyboard.press("Tab")
    wanted = ["train", "single-step", "reset", "speed", "target", "network", "cost", "rate", "seed"]
    wanted += ["next-seed", "w_0", "w_1", "b", "weight"]
    assert [stop for stop in dict.fromkeys(reached) if stop in wanted] == wanted
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('.code tbody tr').length > 20")
    page.focus("#single-step")
    page.keyboard.press("Enter")
    assert text(page, "#iteration") == "1"
    page.focus('#network [data-name="b"]')
    page.keyboard.press("Space")
    assert text(page, "#weight-name") == "b"
    page.focus("#weight")
    page.keyboard.press("Home")
    assert weights(page)["b"] == "−15.00"
    page.focus("[name=network]:checked")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("() => document.querySelectorAll('#network .label').length === 8")
    page.locator(".target").nth(1).focus()
    page.keyboard.press("Space")
    assert text(page, "#gate") == "x2"


def test_the_generated_code_stands_beside_its_graph(reader: Come) -> None:
    page = enter(reader(), "network=shared")
    page.click("#code summary")
    page.wait_for_function("() => document.querySelectorAll('.code tbody tr').length > 60")
    rows = [row.inner_text() for row in page.locator(".code tbody tr").all()]
    dot = next(row for row in rows if "dot(x, w1)" in row)
    assert "x_0_0 * w1_0;" in dot
    assert sum("state[7] = " in row for row in rows) == 1


def test_pictures_are_told_in_words_too(reader: Come) -> None:
    page = enter(reader(), "seed=0&iterations=30000")
    assert "0.98, 0.01, 0.01, 0.98" in text(page, "#surface-words")
    assert "48 %" in text(page, "#surface-words")
    assert text(page, "#cost-words") == "In 30000 iterations the cost has gone from 4.16 to 0.06."
    assert page.get_attribute('[data-name="w3_0"]', "aria-label") == "w3[0] = −10.29"
    for picture in ("#surface", "#costs"):
        described_by = page.get_attribute(picture, "aria-describedby")
        assert text(page, f"#{described_by}")


def test_who_dislikes_motion_sees_the_end_only(reader: Come) -> None:
    page = enter(reader(reduced_motion="reduce"))
    page.select_option("#speed", "3000")
    page.click("#train")
    page.wait_for_function("() => document.querySelector('#iteration').textContent.length > 3")
    assert answers(page) == "0.84 0.85 0.85 0.86"
    page.click("#train")
    assert answers(page) != "0.84 0.85 0.85 0.86"


def test_without_javascript_there_is_a_picture_and_a_sentence(reader: Come) -> None:
    page = reader(java_script_enabled=False).visit("en/playground.html")
    still = page.locator(".playground-still")
    assert "needs JavaScript" in still.inner_text()
    assert still.locator("img:visible").count() == 1
    assert not page.locator("#trainer").is_visible()


def test_the_other_language_shows_the_same_training(reader: Come) -> None:
    visitor = reader()
    page = enter(visitor, "seed=22&iterations=500")
    page.click("#single-step")
    cost = text(page, "#cost")
    page.locator(".edition-switch:visible").first.click()
    page.wait_for_url("**/zh-CN/playground.html#*")
    page.wait_for_function("() => document.querySelector('#iteration')?.textContent === '501'")
    assert text(page, "#cost") == cost


def test_the_page_follows_the_theme(reader: Come) -> None:
    page = enter(reader(color_scheme="dark"), "iterations=1000")
    chart = "document.querySelector('#costs .curve')"
    page.evaluate(f"window.before = {chart}")
    page.evaluate("document.documentElement.dataset.theme = 'light'")
    page.wait_for_function(f"() => {chart} !== window.before")


def test_it_weighs_less_than_20_kilobytes() -> None:
    static = SITE / "en" / "_static"
    parts = [static / name for name in ("live/playground.js", "live.css", "playground.css")]
    assert sum(len(gzip.compress(part.read_bytes())) for part in parts) < 20 * 1000
