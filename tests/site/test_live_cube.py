"""The live figure of chapter 3: the cube, its tangent and its slope."""

from collections.abc import Callable

from theano_walkthrough.gradients import cube_gradient

import pytest

from tests.browsing import Reader
from tests.site.live_figures import Plane, drag, enter, say, swipe
from tests.site.test_browser import PHONE

Come = Callable[..., Reader]


@pytest.mark.parametrize("x", [-4, -2.4, -0.7, 0, 1.7, 4])
def test_the_cubes_numbers_are_theanos(reader: Come, x: float, edition: str) -> None:
    _, gradient = cube_gradient()
    slope = float(gradient(x))
    box = enter(reader(), "cube", edition)
    box.locator("input").fill(str(x))
    numbers = [f"{x:.1f}", f"{x**3:.2f}", f"{slope:.2f}"]
    sentence = say(box, ".words")
    if edition == "en":
        assert sentence == "At x = {} the height is y = {}, the slope is {}.".format(*numbers)
    assert all(number in sentence for number in numbers)
    assert say(box, ".formula.height").endswith(f"³ = {x**3:.2f}")
    assert say(box, ".formula.slope").endswith(f"² = {slope:.2f}")
    assert box.locator(".leg").all_text_contents() == ["1", f"{slope:.2f}"]

    plane = Plane(box.locator("svg.height"))
    assert plane.centre(box.locator("svg.height .grip")) == pytest.approx([x, x**3], abs=1)
    assert plane.slope(box.locator(".tangent")) == pytest.approx(slope, abs=1)
    below = Plane(box.locator("svg.slope"))
    assert below.centre(box.locator("svg.slope .grip")) == pytest.approx([x, slope], abs=1)


def test_the_cube_by_keyboard(reader: Come) -> None:
    box = enter(reader(), "cube")
    slider = box.locator("input")
    slider.focus()
    slider.press("ArrowLeft")
    assert say(box, ".words").startswith("At x = 3.9 ")
    assert slider.get_attribute("aria-valuetext") == box.locator(".words").inner_text()
    assert say(box, ".note").startswith("The further from 0")
    slider.press("Home")
    assert say(box, ".words").startswith("At x = -4.0 ")
    assert "never negative" in say(box, ".note")
    slider.fill("0")
    assert say(box, ".note").startswith("Here the slope is 0")


@pytest.mark.parametrize("kind", ["height", "slope"])
def test_the_point_follows_a_pointer(reader: Come, kind: str) -> None:
    box = enter(reader(), "cube")
    plane = Plane(box.locator(f"svg.{kind}"))
    drag(box.page, box.locator(f"svg.{kind} .grip"), plane.pixels(-2, 10))
    assert say(box, ".words").startswith("At x = -2.0 ")
    box.page.mouse.click(*plane.pixels(3, 10))
    assert say(box, ".words").startswith("At x = 3.0 ")


def test_a_finger_moves_the_point_but_scrolls_the_page(reader: Come) -> None:
    box = enter(reader(viewport=PHONE, has_touch=True), "cube")
    page = box.page
    plane = Plane(box.locator("svg.height"))
    page.touchscreen.tap(*plane.pixels(-2, 60))
    assert say(box, ".words").startswith("At x = -2.0 ")
    before = page.evaluate("scrollY")
    swipe(page, plane.pixels(-2, -8), (plane.pixels(1, 0)[0] - plane.pixels(-2, 0)[0], -150))
    assert page.evaluate("scrollY") == before
    assert say(box, ".words").startswith("At x = 1.0 ")

    swipe(page, plane.pixels(2, -60), (10, -150))
    page.wait_for_function(f"() => scrollY > {before + 100}")
    assert say(box, ".words").startswith("At x = 1.0 ")
