"""What readers choose in the playground, by pointer and by keyboard."""

from typing import Any

import pytest

from tests.site.playing import Come, enter, gate, text, weights

GATES = {
    "0001": "AND",
    "0110": "XOR",
    "0111": "OR",
    "1000": "NOR",
    "1001": "XNOR",
    "1110": "NAND",
    "0101": "its answer is x2",
    "1010": "its answer is the opposite of x2",
    "0010": "it answers 1 only for 1 0",
    "0000": "it always answers 0",
}


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
        seen[wanted] = gate(page)
        assert f"targets={wanted}&" in page.url
    assert GATES.items() <= seen.items()
    assert len(set(seen.values())) == 16


def test_a_gate_by_its_name(reader: Come) -> None:
    page = enter(reader(), "targets=0101")
    for targets, name in list(GATES.items())[:6]:
        page.select_option("#gate", name)
        assert "".join(page.locator(".target").all_inner_texts()) == targets
        assert f"targets={targets}&" in page.url
        assert gate(page) == name


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
    page.wait_for_url("**weights=**")
    page.click("#next-seed")
    page.wait_for_function("() => document.querySelector('#seed').value === '1'")


def test_arrow_keys_move_a_weight(reader: Come) -> None:
    page = enter(reader(), "weights=0.5,-0.5,1&network=neuron&iterations=10")
    page.click("#reset")
    label = page.locator('#network [data-name="w_1"]')
    label.focus()
    assert text(page, "#weight-name") == "w[1]"
    for key, value in [
        *(("ArrowRight", "−0.40"), ("ArrowUp", "−0.30"), ("ArrowLeft", "−0.40")),
        *(("ArrowDown", "−0.50"), ("Shift+ArrowRight", "0.50"), ("Shift+ArrowDown", "−0.50")),
        *(("PageUp", "0.50"), ("PageDown", "−0.50")),
    ]:
        page.keyboard.press(key)
        assert (label.get_attribute("aria-valuetext"), weights(page)["w_1"]) == (value, value)
    assert page.evaluate("scrollY") == 0
    page.wait_for_url("**weights=0.5,-0.5,1&**")
    assert "arrow keys" in text(page, "#network-hint")


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
    wanted = [
        "train",
        "single-step",
        "reset",
        "speed",
        "moment",
        "gate",
        "target",
        "network",
        "cost",
        "rate",
        "seed",
    ]
    wanted += ["next-seed", "w_0", "w_1", "b", "weight"]
    assert [stop for stop in dict.fromkeys(reached) if stop in wanted] == wanted
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('.code tbody tr').length > 20")
    page.focus("#single-step")
    page.keyboard.press("Enter")
    assert text(page, "#iteration") == "1"
    page.focus('#network [data-name="b"]')
    assert text(page, "#weight-name") == "b"
    page.focus("#weight")
    page.keyboard.press("Home")
    assert weights(page)["b"] == "−15.00"
    page.focus("[name=network]:checked")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("() => document.querySelectorAll('#network .label').length === 8")
    page.locator(".target").nth(1).focus()
    page.keyboard.press("Space")
    assert gate(page) == "its answer is x2"
