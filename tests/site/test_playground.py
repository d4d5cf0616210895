"""The playground, used as readers use it."""

import gzip

import pytest
from bs4 import BeautifulSoup

from tests.site.conftest import EDITIONS, SITE
from tests.site.playing import Come, answers, drawn, enter, gate, text, train, weights

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
    page.select_option("#speed", "100")
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
    assert ends[6][:2] == ("3", "NaN")


def test_a_training_that_diverges_can_be_mended(reader: Come) -> None:
    page = enter(reader(), "targets=0001&network=neuron&rate=100")
    train(page)
    assert "Stopped at iteration 3" in text(page, "#notice")
    assert "try a smaller learning rate, such as 1" in text(page, "#notice")
    assert text(page, "#notice") in text(page, "#status")
    assert weights(page) == weights(enter(reader(), page.url.partition("#")[2]))
    page.fill("#rate", "0.1")
    page.press("#rate", "Enter")
    train(page)
    assert text(page, "#iteration") == "30000"
    assert answers(page) == "0.00 0.00 0.00 1.00"


def test_a_network_that_has_left_all_numbers_is_shown(reader: Come) -> None:
    page = enter(reader(), "targets=0000&network=neuron&weights=9,9,9&rate=1e308")
    train(page)  # slopes of 2 make infinite weights, and infinity times 0 is no number
    assert answers(page) == "NaN NaN NaN 0.00"
    assert "Stopped at iteration 1" in text(page, "#notice")
    page.fill("#rate", "0.01")
    page.press("#rate", "Enter")
    assert answers(page) == "1.00 1.00 1.00 1.00"


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
    drawn(other)
    for selector in ("#cost", "#status", "#surface-words", "#cost-words", "#update"):
        assert text(other, selector) == text(page, selector)
    assert gate(other) == gate(page)
    assert (answers(other), weights(other)) == (answers(page), weights(page))
    assert other.input_value("#rate") == "0.5"
    assert other.input_value("#seed") == "12"
    assert other.is_checked("[name=network][value=separate]")
    assert other.is_checked("[name=cost][value=mean]")


def test_an_address_that_means_nothing_is_answered(reader: Come) -> None:
    page = enter(reader(), "seed=many&rate=-1&colour=red&weights=1,2&targets=1000")
    assert "seed=many, rate=-1, colour=red, weights=1,2" in text(page, "#notice")
    assert text(page, "#notice") in text(page, "#status")
    assert gate(page) == "NOR"
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
    weight = page.locator('[data-name="w3_0"]')
    assert weight.get_attribute("aria-label") == "w3[0]"
    assert weight.get_attribute("aria-valuetext") == "−10.29"
    for picture in ("#surface", "#costs"):
        described_by = page.get_attribute(picture, "aria-describedby")
        assert text(page, f"#{described_by}")


def test_who_dislikes_motion_sees_the_end_only(reader: Come) -> None:
    page = enter(reader(reduced_motion="reduce"))
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


def test_it_weighs_less_than_22_kilobytes() -> None:
    static = SITE / "en" / "_static"
    parts = [
        static / name for name in ("live/playground.js", "playground.css", "playground_panels.css")
    ]
    assert sum(len(gzip.compress(part.read_bytes())) for part in parts) < 22 * 1000
