"""Time the generated JavaScript while V8 gets to know it, and after, beside Numba's loop.

V8 compiles what it runs often, in the midst of it, so the first training takes longest.
The figures go into ``results/javascript.json``, on which the page about the compiler rests.
"""

import os
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from theano_walkthrough.beyond.nodejs import run_javascript
from theano_walkthrough.beyond.playground import playground_module

from peers.serve import ITERATIONS, START
from playwright.sync_api import Browser, sync_playwright
from results import BENCH, compare, show, write
from training import EXPECTED_COST, start, train

from tools.setup.browser import FOUND

ROUNDS = 15
TRAININGS = 10
"""In one process or page, before all that V8 can do has been done."""
GOALS = {"node later": 2.0, "chromium later": 2.5}
"""The most of Numba's time that a way may take."""
LOOP = Path(__file__).with_name("peers") / "training.js"
CALLS = """
const values = Float64Array.from({ length: 1024 }, (_, place) => place / 1024);
function call(iterations) {
  let sum = 0;
  for (let i = 0; i < iterations; i++) {
    const value = values[i & 1023];
    sum += %s;
  }
  return sum;
}
const seconds = Array.from({ length: %d }, () => {
  const begun = performance.now();
  if (Number.isNaN(call(%d))) throw new RangeError("no number");
  return (performance.now() - begun) / 1000;
});
console.log(JSON.stringify(seconds));
"""
"""The exponentials and logarithms of a training, and nothing else."""


def measure(rounds: int) -> dict[str, list[float]]:
    """Return the seconds of each training, by the way it was done."""
    seconds: dict[str, list[float]] = {}
    browser_path = FOUND.read_text(encoding="utf-8")
    with sync_playwright() as playwright, start("numba", BENCH) as numba:
        browser = playwright.chromium.launch(
            executable_path=browser_path, chromium_sandbox=os.geteuid() != 0
        )
        ways: dict[str, Callable[[], list[float]]] = {
            "node": in_node,
            "chromium": partial(in_chromium, browser),
            "calls": calls_alone,
        }
        for _ in range(rounds):
            seconds.setdefault("numba", []).append(train("numba", numba))
            for way, trainings in ways.items():
                first, *_, last = trainings()
                seconds.setdefault(f"{way} first", []).append(first)
                seconds.setdefault(f"{way} later", []).append(last)
        browser.close()
    return seconds


def in_node() -> list[float]:
    """Return the seconds of some trainings in a fresh process."""
    return checked(run_javascript(f"{source()}console.log(JSON.stringify(answers));"))


def in_chromium(browser: Browser) -> list[float]:
    """Return the seconds of some trainings in a fresh page."""
    page = browser.new_page()
    page.add_script_tag(content=f"{source()}window.answers = answers;", type="module")
    page.wait_for_function("window.answers")
    answers = page.evaluate("window.answers")
    page.close()
    return checked(answers)


def source() -> str:
    """Return a module that trains some times, each time from the start."""
    call = f"train(step, {START}, {ITERATIONS})"
    return (
        f"{playground_module('shared')}{LOOP.read_text(encoding='utf-8')}"
        f"const answers = Array.from({{ length: {TRAININGS} }}, () => {call});\n"
    )


def checked(answers: list[list[float]]) -> list[float]:
    """Return the seconds, if every training came to the right cost."""
    if any(abs(cost - EXPECTED_COST) > 1e-9 for _, cost in answers):
        raise RuntimeError(f"the trainings ended at {answers}, not {EXPECTED_COST}")
    return [seconds for seconds, _ in answers]


def calls_alone() -> list[float]:
    """Return the seconds of the step's calls of Math.exp and Math.log1p in a fresh process."""
    step, _, _ = playground_module("shared").partition("step.layout")
    calls = re.findall(r"Math\.(?:exp|log1p)\(", step)
    terms = [f"{call}value + {place / 100})" for place, call in enumerate(calls)]
    seconds: list[float] = run_javascript(CALLS % (" + ".join(terms), TRAININGS, ITERATIONS))
    return seconds


def main() -> None:
    """Measure, show and write."""
    seconds = measure(ROUNDS)
    numba = seconds["numba"]
    ratios = {
        way: [a / b for a, b in zip(times, numba, strict=True)] for way, times in seconds.items()
    }
    for way, values in ratios.items():
        show(way, values, "of Numba's time")
    write("javascript", steps=ITERATIONS, seconds=seconds)
    compare({way: (median(ratios[way]), most) for way, most in GOALS.items()})


if __name__ == "__main__":
    main()
