"""The live figures of the chapters on training, compared with Theano's own training."""

from collections.abc import Callable

from theano_walkthrough.gates import truth_table
from theano_walkthrough.logistic_neuron import start_neuron, training_step
from theano_walkthrough.network import network_training_step, start_network
from theano_walkthrough.training import TrainingDivergedError, train

import pytest
from playwright.sync_api import Locator

from tests.browsing import Reader
from tests.site.conftest import EDITIONS, SITE
from tests.site.test_browser import DESKTOP, PHONE, SMALL_PHONE

Come = Callable[..., Reader]
CHAPTERS = {
    "neuron": "chapters/5_neuron_that_learns.html",
    "plateau": "chapters/6_network_that_solves_xnor.html",
}


def enter(visitor: Reader, kind: str, edition: str = "en", clock: bool = True) -> Locator:
    """Open a figure's chapter, with a clock that stands still, and wait for the figure."""
    if clock:
        visitor.page.clock.install()
    page = visitor.visit(f"{edition}/{CHAPTERS[kind]}")
    figure = page.locator(f'.live-figure[data-kind="{kind}"]')
    figure.scroll_into_view_if_needed()
    page.locator(f'.live-figure.is-live[data-kind="{kind}"]').wait_for()
    if kind == "plateau":
        wait_for_recording(figure)
    return figure


def wait_for_recording(figure: Locator) -> None:
    for _ in range(1000):
        if figure.locator("[type=range]").is_enabled():
            return
        figure.page.clock.run_for(10)
    pytest.fail("the training wasn't recorded")


def text(figure: Locator, part: str) -> str:
    """Return what a part says, with numbers as Python writes them."""
    said = figure.locator(f'[data-part="{part}"]').inner_text()
    return said.replace("\N{NARROW NO-BREAK SPACE}", "").replace("\N{MINUS SIGN}", "-")


def choose(figure: Locator, value: str) -> None:
    figure.locator(f'[type=radio][value="{value}"]').check(force=True)


def after(iterations: int, rate: float) -> dict[str, str]:
    """Train a neuron with Theano, and return what the figure should say."""
    inputs, targets = truth_table("AND")
    neuron = start_neuron(seed=0)
    step = training_step(neuron, learning_rate=rate)
    if iterations:
        train(step, inputs, targets, iterations=iterations)
    w, b = neuron.w.get_value(), neuron.b.get_value()
    _, cost = step(inputs, targets)
    return {
        "iteration": f"{iterations}",
        "cost": f"{cost:.3f}",
        "w_0": f"{w[0]:.2f}",
        "w_1": f"{w[1]:.2f}",
        "b": f"{b:.2f}",
    }


def numbers(figure: Locator) -> dict[str, str]:
    return {name: text(figure, name) for name in ("iteration", "cost", "w_0", "w_1", "b")}


@pytest.mark.parametrize("rate", ["0.001", "0.01", "0.1", "1", "10"])
def test_each_step_is_theanos(reader: Come, rate: str) -> None:
    figure = enter(reader(), "neuron")
    choose(figure, rate)
    for iterations in range(5):
        assert numbers(figure) == after(iterations, float(rate))
        figure.get_by_role("button", name="One step").click()


def test_a_whole_training_is_theanos_and_the_chapters(reader: Come) -> None:
    figure = enter(reader(), "neuron")
    seen = []
    for _ in range(3):
        figure.get_by_role("button", name="Train").click()
        figure.page.clock.run_for(4_000)
        figure.get_by_role("button", name="Pause").click()
        seen.append(int(text(figure, "iteration")))
        assert numbers(figure) == after(seen[-1], 0.01)
        assert text(figure, "words").startswith(f"Iteration {seen[-1]}: cost ")
        assert text(figure, "status") == text(figure, "words")
    assert seen == sorted(set(seen))
    figure.get_by_role("button", name="Train").click()
    figure.page.clock.run_for(20_000)
    assert figure.get_by_role("button", name="Train").is_visible()
    assert numbers(figure) == after(30_000, 0.01)
    assert numbers(figure) | {"cost": "0.058", "w_0": "7.78", "b": "-11.85"} == numbers(figure)
    assert "it answers 0.00, 0.02, 0.02, 0.98: 4 of 4 right" in text(figure, "words")
    figure.get_by_role("button", name="Back to the start").click()
    assert numbers(figure) == after(0, 0.01)


def test_a_rate_of_100_diverges_and_a_smaller_one_mends_it(reader: Come) -> None:
    inputs, targets = truth_table("AND")
    eager = start_neuron(seed=0)
    with pytest.raises(TrainingDivergedError) as problem:
        train(training_step(eager, learning_rate=100), inputs, targets)
    figure = enter(reader(), "neuron")
    choose(figure, "100")
    figure.get_by_role("button", name="Train").click()
    figure.page.clock.run_for(3_000)
    assert figure.get_by_role("button", name="Train").is_visible()
    assert str(problem.value) in text(figure, "words").lower()
    assert "it was 93.093" in text(figure, "words")
    lost = numbers(figure)
    assert lost == {
        "iteration": "3", "cost": "nan", "w_0": "121.40", "w_1": "122.36", "b": "-36.85"
    }  # fmt: skip
    choose(figure, "10")
    assert numbers(figure) == after(0, 10)
    figure.get_by_role("button", name="Train").click()
    figure.page.clock.run_for(20_000)
    assert text(figure, "iteration") == "30000"


def test_a_chosen_rate_starts_again_and_keeps_the_curve_before(reader: Come) -> None:
    figure = enter(reader(), "neuron")
    figure.get_by_role("button", name="Train").click()
    figure.page.clock.run_for(3_000)
    choose(figure, "0.1")
    assert text(figure, "iteration") == "0"
    assert figure.get_by_role("button", name="Pause").is_visible()
    figure.page.clock.run_for(1_000)
    assert int(text(figure, "iteration")) > 5
    assert figure.locator(".earlier-name").text_content() == "rate 0.01"


@pytest.mark.parametrize("seed", [0, 15, 22])
def test_the_recorded_training_is_theanos(reader: Come, seed: int) -> None:
    inputs, targets = truth_table("XNOR")
    network = start_network(seed)
    step = network_training_step(network)
    figure = enter(reader(), "plateau")
    choose(figure, str(seed))
    figure.page.clock.run_for(2_000)
    done = 0
    for iteration in (0, 1_000, 5_000, 10_000, 30_000):
        if iteration:
            train(step, inputs, targets, iterations=iteration - done)
        done = iteration
        before = [parameter.get_value() for parameter in vars(network).values()]
        answers, cost = step(inputs, targets)
        for parameter, value in zip(vars(network).values(), before, strict=True):
            parameter.set_value(value)
        figure.locator("[type=range]").fill(str(iteration))
        listed = ", ".join(f"{answer:.2f}" for answer in answers)
        assert f"Iteration {iteration}: cost {cost:.3f}." in text(figure, "words")
        assert f"it answers {listed}: " in text(figure, "words")
        corners = figure.locator('[data-part="a3-corners"] text').all_text_contents()
        assert ", ".join(corners) == listed


@pytest.mark.parametrize(
    ("seed", "cost", "answers", "line"),
    [
        ("0", "0.060", "0.98, 0.01, 0.01, 0.98: 4 of 4", None),
        ("15", "1.433", "0.98, 0.02, 0.50, 0.49: 3 of 4", "two corners undecided"),
        ("22", "1.955", "0.98, 0.34, 0.34, 0.33: 3 of 4", "three corners lumped together"),
    ],
)
def test_a_training_ends_as_the_chapter_says(
    reader: Come, seed: str, cost: str, answers: str, line: str | None
) -> None:
    figure = enter(reader(), "plateau")
    choose(figure, seed)
    figure.page.clock.run_for(2_000)
    figure.get_by_role("button", name="Play").click()
    figure.page.clock.run_for(15_000)
    assert figure.get_by_role("button", name="Play").is_visible()
    assert f"Iteration 30000: cost {cost}." in text(figure, "words")
    assert f"it answers {answers} right" in text(figure, "words")
    assert text(figure, "status") == text(figure, "words")
    names = figure.locator(".guide-name").all_text_contents()
    assert names == ["guessing: 4 ln 2", *([line] if line else [])]


def test_on_the_plateau_the_hidden_neurons_do_almost_the_same(reader: Come) -> None:
    figure = enter(reader(), "plateau")
    assert "Iteration 3000: cost 2.736." in text(figure, "words")
    assert "differ by 0.13 at most" in text(figure, "words")
    first, second = (
        figure.locator(f'[data-part="{name}-corners"] text').all_text_contents()
        for name in ("a1", "a2")
    )
    assert first == ["0.69", "0.87", "0.88", "0.96"]
    assert second == ["0.69", "0.75", "0.78", "0.83"]


def test_both_by_keyboard(reader: Come) -> None:
    figure = enter(reader(), "neuron")
    press = figure.page.keyboard.press
    figure.locator("[type=radio]:checked").focus()
    press("ArrowRight")
    assert numbers(figure) == after(0, 0.1)
    for key in ("Tab", "Tab", "Enter"):
        press(key)
    assert numbers(figure) == after(1, 0.1)

    figure = enter(reader(), "plateau")
    press = figure.page.keyboard.press
    figure.locator("[type=radio]:checked").focus()
    press("ArrowRight")
    figure.page.clock.run_for(2_000)
    assert "Iteration 3000: cost 2.700" in text(figure, "words")
    press("Tab")
    press("Space")
    figure.page.clock.run_for(500)
    press("Space")
    assert int(text(figure, "words").split()[1].strip(":")) > 3000
    press("Tab")
    press("End")
    slider = figure.locator("[type=range]")
    said = str(slider.get_attribute("aria-valuetext"))
    assert said.endswith("cost 1.433, answers 0.98, 0.02, 0.50, 0.49")
    press("ArrowLeft")
    assert slider.input_value() == "29900"


@pytest.mark.parametrize(("kind", "button"), [("neuron", "Train"), ("plateau", "Play")])
def test_nothing_moves_by_itself_and_little_where_motion_is_disliked(
    reader: Come, kind: str, button: str
) -> None:
    figure = enter(reader(reduced_motion="reduce"), kind)
    pictures = {text(figure, "words")}
    figure.page.clock.run_for(5_000)
    assert pictures == {text(figure, "words")}
    figure.get_by_role("button", name=button).click()
    for _ in range(40):
        figure.page.clock.run_for(100)
        pictures.add(text(figure, "words"))
    assert 3 <= len(pictures) <= 5


@pytest.mark.parametrize("kind", CHAPTERS)
def test_a_small_phone_has_room_for_all_of_it(reader: Come, kind: str) -> None:
    figure = enter(reader(viewport=SMALL_PHONE), kind)
    assert figure.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if kind == "neuron":
        choose(figure, "100")
        figure.get_by_role("button", name="Train").click()
        figure.page.clock.run_for(3_000)
    outside = """(figure) => [...figure.querySelectorAll(".live *")]
        .filter((part) => !part.closest("svg, .visually-hidden"))
        .filter((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth)
        .map((part) => part.outerHTML)"""
    assert figure.evaluate(outside) == []
    controls = figure.locator("button, label, [type=range]").all()
    sizes = [box for control in controls if (box := control.bounding_box())]
    assert all(box["width"] >= 36 and box["height"] >= 44 for box in sizes), sizes


@pytest.mark.parametrize("kind", CHAPTERS)
def test_the_page_stays_still_when_it_comes_and_while_it_runs(reader: Come, kind: str) -> None:
    height = "(figure) => Math.round(figure.getBoundingClientRect().height)"
    for viewport in (DESKTOP, PHONE):
        visitor = reader(viewport=viewport)
        visitor.visit(f"en/{CHAPTERS[kind]}")
        before = visitor.page.locator(f'[data-kind="{kind}"]:not(.is-live)').evaluate(height)
        figure = enter(visitor, kind)
        heights = {before, figure.evaluate(height)}
        if kind == "neuron":
            choose(figure, "100")
        figure.locator('[data-part="train"], [data-part="play"]').click()
        for _ in range(8):
            figure.page.clock.run_for(500)
            heights.add(figure.evaluate(height))
        assert max(heights) - min(heights) <= 1, viewport  # of rounding


@pytest.mark.parametrize("kind", CHAPTERS)
def test_it_runs_from_a_folder_and_paper_shows_the_picture(reader: Come, kind: str) -> None:
    visitor = reader()
    visitor.address = f"{SITE.as_uri()}/"
    figure = enter(visitor, kind)
    assert figure.locator(".live").is_visible()
    assert not figure.locator(".still").is_visible()
    figure.page.emulate_media(media="print")
    assert figure.locator(".still img:visible").count() == 1
    assert not figure.locator(".live").is_visible()


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("kind", CHAPTERS)
def test_what_it_says_has_no_holes(reader: Come, kind: str, edition: str) -> None:
    figure = enter(reader(), kind, edition)
    for part in ("words", "task"):
        said = figure.locator(f".{part}").inner_text()
        assert "{" not in said
        assert "undefined" not in said
        assert (edition == "en") == said.isascii() or "\N{NARROW NO-BREAK SPACE}" in said
