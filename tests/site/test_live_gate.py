"""The live figure of chapter 4: a neuron, its dividing line, and the gate that it is."""

from collections.abc import Callable, Sequence

from theano_walkthrough.gates import STEP_WEIGHTS, truth_table
from theano_walkthrough.neuron import step_neuron

import numpy as np
import pytest
from playwright.sync_api import Locator

from tests.browsing import Reader
from tests.site.live_figures import Plane, drag, enter, say

Come = Callable[..., Reader]

CORNERS = [[0, 0], [0, 1], [1, 0], [1, 1]]
GATES = ["AND", "OR", "NAND", "NOR"]
SOLUTIONS = [
    *((gate, *STEP_WEIGHTS[gate]) for gate in GATES),
    ("AND", (0.5, 2.75), -3),
    ("OR", (3, 0.25), -0.25),  # z is exactly 0 at a corner
    ("NAND", (-3, -2), 4.5),
    ("NOR", (-0.25, -2.5), 0),
]
NEAR_MISSES = [
    ("AND", (1, 1), -1, "OR"),
    ("OR", (1, 1), -2, "AND"),
    ("NAND", (-1, -1), 0.5, "NOR"),
    ("NOR", (-1, 1), 0, None),
    ("AND", (0, 0), 0, None),
    ("AND", (2, -1), -0.5, None),  # 3 are right
]
STATE = "(box) => [...box.querySelectorAll('[type=range]')].map((slider) => slider.valueAsNumber)"


def set_neuron(box: Locator, weights: Sequence[float], bias: float) -> None:
    for slider, value in zip(box.locator("[type=range]").all(), [*weights, bias], strict=True):
        slider.fill(str(value))


def choose(box: Locator, gate: str) -> None:
    box.locator(f'[data-gate="{gate}"]').check()


@pytest.mark.parametrize(("gate", "weights", "bias"), SOLUTIONS)
def test_a_gate_is_told_when_it_is_reached(
    reader: Come, gate: str, weights: tuple[float, ...], bias: float
) -> None:
    box = enter(reader(), "gate")
    choose(box, gate)
    set_neuron(box, weights, bias)
    assert say(box, ".status") == f"It's {gate}: all 4 answers are right."
    assert box.locator(".status").get_attribute("role") == "status"
    assert box.locator("tbody .sign").all_inner_texts() == 4 * ["✓"]


@pytest.mark.parametrize(("gate", "weights", "bias", "other"), NEAR_MISSES)
def test_what_is_no_such_gate_isnt_told_to_be_it(
    reader: Come, gate: str, weights: tuple[float, ...], bias: float, other: str | None
) -> None:
    neuron = step_neuron()
    answers = [int(neuron(x, weights, bias)) for x in CORNERS]
    right = np.count_nonzero(answers == truth_table(gate)[1])
    box = enter(reader(), "gate")
    choose(box, gate)
    set_neuron(box, weights, bias)
    remark = f" This is {other}." if other else ""
    assert say(box, ".status") == f"Right for {gate}: {right} of 4 answers.{remark}"


@pytest.mark.parametrize("gate", [*GATES, "XNOR"])
def test_the_table_and_the_picture_say_what_theano_says(
    reader: Come, gate: str, edition: str
) -> None:
    neuron, targets = step_neuron(), truth_table(gate)[1]
    box = enter(reader(), "gate", edition)
    choose(box, gate)
    for *weights, bias in [(1, 1, -2), (-2.75, 0.5, 1.25), (0, 0, -0.25)]:
        set_neuron(box, weights, bias)
        rows = [say(row, ":scope").split() for row in box.locator("tbody tr").all()]
        verdicts = box.locator(".verdict").all_text_contents()
        rings = [ring.get_attribute("r") for ring in box.locator(".ring").all()]
        for corner, target, row, verdict, ring in zip(
            CORNERS, targets, rows, verdicts, rings, strict=True
        ):
            answer, z = int(neuron(corner, weights, bias)), np.dot(corner, weights) + bias
            sign = "✓" if answer == target else "✗"
            assert row[:5] == [*map(str, corner), f"{z:.2f}", str(answer), f"{target:.0f}"]
            assert row[5] == sign
            assert verdict == f"{answer} {sign}"
            assert (ring == "0") == (answer == target)


@pytest.mark.parametrize(("weights", "bias"), [((2, -1), -0.5), ((-1, -1.25), 1), ((0, 0), 0)])
def test_the_shaded_part_is_where_theanos_neuron_answers_yes(
    reader: Come, weights: tuple[float, ...], bias: float
) -> None:
    neuron = step_neuron()
    box = enter(reader(), "gate")
    set_neuron(box, weights, bias)
    plane = Plane(box.locator(".plane"))
    ticks = np.linspace(-0.37, 1.37, 14)
    places = [[x1, x2] for x1 in ticks for x2 in ticks]
    far = [x for x in places if abs(np.dot(x, weights) + bias) >= 0.02 * np.linalg.norm(weights)]
    shaded = box.locator(".yes").evaluate(
        """(path, places) => places.map(([x, y]) => path.isPointInFill(
            new DOMPoint(x, y).matrixTransform(path.getScreenCTM().inverse())))""",
        [plane.pixels(*place) for place in far],
    )
    assert len(far) > 180
    assert shaded == [bool(neuron(x, weights, bias)) for x in far]


def test_the_line_follows_a_pointer_and_the_arrow_turns_it(reader: Come) -> None:
    box = enter(reader(), "gate")
    plane = Plane(box.locator(".plane"))
    w1, w2, _ = box.evaluate(STATE)
    drag(box.page, box.locator('[data-name="line"] .grip'), plane.pixels(1, 0.25))
    assert box.evaluate(STATE) == [w1, w2, -(w1 * 1 + w2 * 0.25)]
    assert plane.centre(box.locator('[data-name="line"] .grip')) == pytest.approx(
        [1, 0.25], abs=0.03
    )

    drag(box.page, box.locator('[data-name="arrow"] .grip'), plane.pixels(1, 0.8))
    assert box.evaluate(STATE) == [0, 2.25, -0.5]  # straight up, as long as before, but rounded
    assert plane.slope(box.locator("path.line")) == pytest.approx(0, abs=0.01)


def test_the_gate_by_keyboard(reader: Come) -> None:
    box = enter(reader(), "gate")
    assert say(box, ".status") == "Right for AND: 3 of 4 answers."
    press = box.page.keyboard.press
    box.locator(":checked").focus()
    press("ArrowRight")
    assert say(box, ".status").startswith("Right for OR: ")
    press("ArrowLeft")
    for key, times in [("ArrowLeft", 4), ("ArrowRight", 8), ("ArrowLeft", 4)]:
        press("Tab")
        for _ in range(times):
            press(key)
    assert box.evaluate(STATE) == [1, 1, -1.5]
    assert say(box, ".status") == "It's AND: all 4 answers are right."
    named = box.get_by_role("slider", name="w2")
    assert named.get_attribute("aria-valuetext") == "1.00"


def test_nobody_has_to_find_xnor(reader: Come) -> None:
    box = enter(reader(), "gate")
    choose(box, "XNOR")
    set_neuron(box, (1, 1), -1.5)
    assert say(box, ".status") == (
        "Right: 3 of 4 answers. Give up after a while: chapter 6 says why."
    )
