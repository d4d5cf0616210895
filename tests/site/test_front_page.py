"""The front page: the ways in, and a network that learns."""

from collections.abc import Callable

from theano_walkthrough.gates import truth_table
from theano_walkthrough.network import network_training_step, start_network
from theano_walkthrough.training import train

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from tests.browsing import Reader

Come = Callable[..., Reader]


def enter(visitor: Reader, edition: str = "en") -> Page:
    page = visitor.visit(f"{edition}/index.html")
    page.wait_for_selector(".live-figure.is-live")
    return page


def shown(page: Page) -> tuple[int, float]:
    """Return the iteration and the cost that the figure shows."""
    iteration = page.inner_text("[data-iteration]").replace("\N{NARROW NO-BREAK SPACE}", "")
    return int(iteration), float(page.inner_text("[data-cost]"))


def test_three_ways_lead_in(site: dict[str, BeautifulSoup]) -> None:
    for name, page in site.items():
        if name.endswith("/index.html") and name.count("/") == 1:
            ways = [link["href"] for link in page.select(".ways .sd-card a")]
            assert ways == ["chapters/1_first_function.html", "install.html", "about.html"]


def test_the_network_is_the_one_that_theano_trains(reader: Come, edition: str) -> None:
    run = train(network_training_step(start_network(seed=0)), *truth_table("XNOR"))
    page = enter(reader(), edition)
    iteration, cost = shown(page)
    assert iteration == 30_000
    assert cost == pytest.approx(run.costs[-1], abs=0.005)
    page.click(".live-figure button")
    page.wait_for_function(
        "() => { const now = document.querySelector('[data-iteration]').textContent;"
        " return now !== '0' && now.length < 6; }"
    )
    page.evaluate("window.requestAnimationFrame = () => 0")  # stop playing
    iteration, cost = shown(page)
    assert cost == pytest.approx(run.costs[iteration], abs=0.005)


def test_who_watches_can_stop(reader: Come) -> None:
    page = enter(reader())
    button = page.locator(".live-figure button")
    assert button.inner_text() == "Watch it learn"
    button.focus()
    page.keyboard.press("Enter")
    assert button.inner_text() == "Pause"
    page.wait_for_function(
        "() => document.querySelector('[data-iteration]').textContent.length < 6"
    )
    page.keyboard.press("Enter")
    assert button.inner_text() == "Watch it learn"
    iteration, _ = shown(page)
    assert iteration < 30_000
    words = page.inner_text(".live-figure .words").replace("\N{NARROW NO-BREAK SPACE}", "")
    assert words.startswith(f"Right after {iteration} steps: ")


def test_who_dislikes_motion_sees_a_picture_a_second(reader: Come) -> None:
    page = enter(reader(reduced_motion="reduce"))
    page.evaluate(
        """() => {
            window.seen = new Set();
            new MutationObserver(([{ target }]) => seen.add(target.textContent)).observe(
                document.querySelector("[data-iteration]"), { childList: true });
        }"""
    )
    page.click(".live-figure button")
    page.wait_for_function(
        "() => document.querySelector('.live-figure button').textContent === 'Watch it learn'"
    )
    assert page.evaluate("window.seen.size") == 8


def test_without_javascript_the_picture_stays(reader: Come) -> None:
    page = reader(java_script_enabled=False).visit("en/index.html")
    assert page.locator(".live-figure .still img:visible").count() == 1
    assert not page.locator(".live").is_visible()
