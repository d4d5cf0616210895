"""A training of the playground can be watched, and looked back on."""

import pytest
from playwright.sync_api import Page

from tests.site.playing import Come, answers, drawn, enter, text, train, weights

MOMENT = "#iteration, #cost, #right, #surface-words, #update, #terms"


def shown(page: Page) -> list[object]:
    """Return all that tells of the moment that is shown."""
    drawn(page)
    words = [text(page, selector) for selector in MOMENT.split(", ")]
    return [*words, answers(page), weights(page)]


def look_at(page: Page, iteration: int) -> None:
    """Move the slider, and wait until the address knows."""
    page.fill("#moment", str(iteration))
    page.wait_for_url(f"**iterations={text(page, '#iteration')}")


def test_the_usual_speed_lets_the_plateau_be_watched(reader: Come) -> None:
    page = enter(reader())
    speed = int(page.input_value("#speed"))
    assert 20 <= 30_000 / speed <= 30
    assert 3 <= (5_000 - 200) / speed <= 6


def test_so_many_steps_a_second(reader: Come) -> None:
    visitor = reader()
    visitor.page.clock.install()
    page = enter(visitor)
    page.clock.pause_at(page.evaluate("Date.now()") + 1000)
    page.click("#train")
    began = int(text(page, "#iteration"))
    page.clock.run_for(3000)
    assert int(text(page, "#iteration")) - began == pytest.approx(3000, abs=40)


@pytest.mark.parametrize("settings", ["seed=0", "seed=22&network=separate&cost=mean&rate=0.04"])
def test_an_earlier_moment_is_shown_as_it_was(reader: Come, settings: str) -> None:
    page = enter(reader(), f"{settings}&iterations=30000")
    look_at(page, 5000)
    iteration = text(page, "#iteration")
    assert abs(int(iteration) - 5000) <= 16  # the nearest one that was recorded
    assert shown(page) == shown(enter(reader(), f"{settings}&iterations={iteration}"))


def test_looking_back_pauses_and_is_told(reader: Come) -> None:
    page = enter(reader())
    page.click("#train")
    page.wait_for_function("() => Number(document.querySelector('#moment').value) > 200")
    page.press("#moment", "Home")
    assert text(page, "#train") == "Train"
    assert (text(page, "#iteration"), text(page, "#cost")) == ("0", "4.1598")
    assert text(page, "#notice").startswith("Looking back at iteration 0 of ")
    assert page.get_attribute("#moment", "aria-valuetext") == "iteration 0, cost 4.1598"
    page.wait_for_function("() => document.querySelector('#status').textContent.includes('back')")
    page.press("#moment", "End")
    assert text(page, "#notice") == ""
    assert int(text(page, "#iteration")) > 200


def test_training_goes_on_from_the_moment_shown(reader: Come) -> None:
    page = enter(reader(), "seed=0&iterations=30000")
    look_at(page, 5000)
    iteration = int(text(page, "#iteration"))
    page.click("#single-step")
    assert int(text(page, "#iteration")) == iteration + 1
    assert text(page, "#notice") == ""
    train(page)
    assert (text(page, "#iteration"), text(page, "#cost")) == ("30000", "0.0598")
    assert answers(page) == "0.98 0.01 0.01 0.98"


def test_a_training_that_ended_in_no_number_can_be_looked_back_on(reader: Come) -> None:
    page = enter(reader(), "targets=0001&network=neuron&rate=100&iterations=9")
    page.press("#moment", "ArrowLeft")
    assert (text(page, "#iteration"), text(page, "#cost")) == ("2", "93.0926")
    page.press("#moment", "ArrowLeft")
    assert (text(page, "#iteration"), text(page, "#cost")) == ("1", "393.0926")
    train(page)
    assert (text(page, "#iteration"), text(page, "#cost")) == ("3", "NaN")


def test_a_weight_is_changed_from_the_moment_shown(reader: Come) -> None:
    page = enter(reader(), "seed=0&iterations=30000")
    look_at(page, 5000)
    before = weights(page)
    page.focus('#network [data-name="b2"]')
    page.keyboard.press("PageUp")
    after = weights(page)
    assert float(after.pop("b2")) == pytest.approx(float(before.pop("b2")) + 1)
    assert after == before
    assert text(page, "#iteration") == "0"


@pytest.mark.parametrize("part", ["#moment", "#costs svg"])
def test_a_finger_or_a_mouse_finds_a_moment(reader: Come, part: str) -> None:
    page = enter(reader(has_touch=True, viewport={"width": 390, "height": 844}), "iterations=30000")
    box = page.locator(part).bounding_box()
    axis = page.locator("#costs .guide").first.bounding_box()
    assert box
    assert axis
    half = axis["x"] + axis["width"] / 2
    page.touchscreen.tap(half, box["y"] + box["height"] / 2)
    assert int(text(page, "#iteration")) == pytest.approx(15_000, abs=500)
    drawn(page)
    mark = page.locator("#costs .mark").bounding_box()
    assert mark
    assert mark["x"] + mark["width"] / 2 == pytest.approx(half, abs=8)


def test_numbers_run_but_a_screen_reader_is_told_now_and_then(reader: Come) -> None:
    visitor = reader()
    visitor.page.clock.install()
    page = enter(visitor)
    page.evaluate(
        """() => {
            window.told = [];
            new MutationObserver(() => told.push(document.querySelector("#status").textContent))
                .observe(document.querySelector("#status"), { childList: true });
        }"""
    )
    page.clock.pause_at(page.evaluate("Date.now()") + 1000)
    page.click("#train")
    seen = set()
    for _ in range(24):
        page.clock.run_for(500)
        seen.add((text(page, "#iteration"), text(page, "#cost"), text(page, "#right")))
    assert len(seen) == 24
    assert (
        page.locator("[aria-live], [role=status], [role=alert]").locator("#iteration").count() == 0
    )
    told = page.evaluate("told")
    assert len(told) == 2  # in twelve seconds
    page.click("#train")
    assert len(page.evaluate("told")) == 3
    assert f"Iteration {text(page, '#iteration')}: cost {text(page, '#cost')}" in text(
        page, "#status"
    )
