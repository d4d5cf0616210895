"""Parts of live figures, in Node."""

import json
from typing import Any

from theano_walkthrough.beyond.nodejs import run_javascript
from theano_walkthrough.beyond.playground import playground_module

import pytest

from tests.extensions.conftest import DOCS

AREA = {"left": 0, "right": 200, "top": 0, "bottom": 100}
RIGHT, MIDDLE = 156, 80  # where a name of 40 pixels begins, 4 pixels from the end


def run_with(part: str, name: str, code: str) -> Any:
    """Import a name from a part, run code, and return what it makes of `result`."""
    source = json.dumps((DOCS / "scripts/parts" / part).resolve().as_uri())
    return run_javascript(
        f"const {{ {name} }} = await import({source});\n{code}\n"
        "console.log(JSON.stringify(result));"
    )


def places(heights: list[int], curve: list[list[int]]) -> list[tuple[int, int] | None]:
    """Return where names of 40 by 11 pixels go: left end and top of each."""
    lines = [{"y": height, "width": 40} for height in heights]
    boxes = run_with(
        "guide_names.js",
        "placeNames",
        f"const result = placeNames({json.dumps(lines)}, {json.dumps(AREA)}, {curve}, 11);",
    )
    return [box and (box["left"], box["top"]) for box in boxes]


@pytest.mark.parametrize(
    ("heights", "curve", "expected"),
    [
        ([50], [], [(RIGHT, 54)]),
        ([50], [[0, 48], [200, 48]], [(RIGHT, 54)]),  # it rests above the line
        ([50], [[0, 0], [170, 0], [180, 100]], [(MIDDLE, 54)]),
        ([50], [[0, 55], [200, 55]], [(RIGHT, 35)]),  # all along below: so above
        ([50], [[0, 55], [100, 55], [100, 45], [200, 45]], [(RIGHT, 54)]),
        ([50], [[20 * x, 30 + 40 * (x % 2)] for x in range(11)], [None]),
        ([50, 68], [], [(RIGHT, 54), (RIGHT, 72)]),
        ([50, 64], [], [(RIGHT, 35), (RIGHT, 68)]),  # too near to be written between
        ([74, 92], [], [(RIGHT, 78), (MIDDLE, 77)]),  # no room below, and one name above already
        ([50, 52, 54], [], [(RIGHT, 35), None, (RIGHT, 58)]),
    ],
)
def test_names_go_where_they_touch_nothing(
    heights: list[int], curve: list[list[int]], expected: list[tuple[int, int] | None]
) -> None:
    assert places(heights, curve) == expected


@pytest.mark.parametrize(("iterations", "back_to"), [(100, 40), (100, 0), (9_000, 3_001)])
def test_going_back_forgets_what_came_later(iterations: int, back_to: int) -> None:
    """A training that went back and on again has the record of one that never went back."""
    straight, returned = run_with(
        "training.js",
        "Training",
        playground_module("shared")
        + f"""
        const start = () => Float64Array.of(0.1, 0.9, 0.4, 0.2, 0.7, 0.3, 1, 1);
        const settings = {{ targets: [1, 0, 0, 1], rate: 0.01, cost: "sum" }};
        const result = [false, true].map((back) => {{
            const training = new Training({{ step, answer }}, start(), settings);
            training.train({iterations});
            if (back) {{
                training.goBackTo(training.moment({back_to}));
                training.train({iterations} - training.iteration);
            }}
            return [training.iteration, [...training.state], training.record.costs];
        }});""",
    )
    assert returned == straight
    assert straight[0] == iterations
