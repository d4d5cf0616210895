"""The playground's networks in Node, against the chapters' training in Theano."""

import json
from random import Random
from typing import Any

from theano_walkthrough.beyond.multistart import draw_weights, train_many
from theano_walkthrough.beyond.nodejs import run_javascript
from theano_walkthrough.beyond.playground import NETWORKS, playground_module
from theano_walkthrough.gates import truth_table
from theano_walkthrough.logistic_neuron import start_neuron, training_step
from theano_walkthrough.network import network_training_step, start_network
from theano_walkthrough.training import train

import numpy as np
import pytest

from tests.extensions.conftest import DOCS

SCRIPTS = DOCS / "scripts"
CORNERS = [0, 0, 0, 1, 1, 0, 1, 1]


def examples(gate: str, rate: float = 0.01, scale: float = 1) -> list[float]:
    """Return the numbers that a step takes as its inputs."""
    return [*CORNERS, *truth_table(gate)[1].tolist(), rate, scale]


def drawn(network: str, seed: int) -> list[float]:
    """Return the start that a seed gives, by Python's own random numbers."""
    random = Random(seed).random
    weights, biases = {"neuron": (2, 1), "shared": (6, 2), "separate": (6, 3)}[network]
    return [*(random() for _ in range(weights)), *[1.0] * biases]


def train_in_node(
    network: str, start: list[float], inputs: list[float], iterations: int = 30_000
) -> tuple[Any, Any]:
    """Return all costs and the last state."""
    costs, state = run_javascript(
        f"{playground_module(network)}\n"
        f"const state = Float64Array.from({json.dumps(start)});\n"
        f"const inputs = Float64Array.from({json.dumps(inputs)});\n"
        "const cost = step.layout.outputs.indexOf('cost');\n"
        "const costs = [];\n"
        f"for (let i = 0; i < {iterations}; i++) costs.push(step(state, inputs)[cost]);\n"
        "console.log(JSON.stringify([costs, [...state]]));"
    )
    return np.array(costs), np.array(state)


def test_the_neuron_follows_theano_for_30_000_steps() -> None:
    neuron = start_neuron(seed=1)
    run = train(training_step(neuron), *truth_table("AND"))
    costs, state = train_in_node("neuron", drawn("neuron", 1), examples("AND"))
    np.testing.assert_allclose(costs, run.costs, rtol=1e-9)
    np.testing.assert_allclose(state, [*neuron.w.get_value(), neuron.b.get_value()], rtol=1e-9)


@pytest.mark.parametrize("seed", [0, 15, 22])
def test_the_network_follows_theano_for_30_000_steps(seed: int) -> None:
    network = start_network(seed)
    run = train(network_training_step(network), *truth_table("XNOR"))
    costs, state = train_in_node("shared", drawn("shared", seed), examples("XNOR"))
    np.testing.assert_allclose(costs, run.costs, rtol=1e-9)
    values = [value for shared in vars(network).values() for value in np.ravel(shared.get_value())]
    np.testing.assert_allclose(state, values, rtol=1e-9)


def test_separate_biases_follow_the_training_of_many() -> None:
    iterations = [0, 1_000, 20_000]
    runs = train_many(draw_weights([3]), *truth_table("XNOR"), iterations, separate_biases=True)
    costs, _ = train_in_node("separate", drawn("separate", 3), examples("XNOR"), 20_001)
    np.testing.assert_allclose(costs[iterations], runs.costs[:, 0], rtol=1e-9)


@pytest.mark.parametrize("network", NETWORKS)
def test_the_mean_is_a_quarter_of_the_sum(network: str) -> None:
    start = drawn(network, 5)
    summed, by_sum = train_in_node(network, start, examples("OR"), 500)
    mean, by_mean = train_in_node(network, start, examples("OR", rate=0.04, scale=0.25), 500)
    np.testing.assert_allclose(mean * 4, summed, rtol=1e-12)
    np.testing.assert_allclose(by_mean, by_sum, rtol=1e-12)


@pytest.mark.parametrize("network", NETWORKS)
def test_slopes_are_what_finite_differences_measure(network: str) -> None:
    start = drawn(network, 7)
    size = 1e-6
    moves = [sign * size * unit for unit in np.eye(len(start)) for sign in (1, -1)]
    starts = [start, *(np.add(start, move).tolist() for move in moves)]
    names, looks = run_javascript(
        f"{playground_module(network)}\n"
        f"const look = (state) => step(state, {examples('XNOR')});\n"
        f"console.log(JSON.stringify([step.layout.outputs, {starts}.map(look)]));"
    )
    costs = np.array([look[names.index("cost")] for look in looks])
    slopes = [value for name, value in zip(names, looks[0], strict=True) if name.startswith("d")]
    np.testing.assert_allclose(slopes, (costs[1::2] - costs[2::2]) / (2 * size), rtol=1e-6)


@pytest.mark.parametrize("network", NETWORKS)
def test_one_point_is_answered_as_in_the_training(network: str) -> None:
    together, alone = run_javascript(
        f"{playground_module(network)}\n"
        f"const start = {drawn(network, 2)};\n"
        f"const together = step([...start], {examples('XNOR')});\n"
        "const alone = [[0, 0], [0, 1], [1, 0], [1, 1]].map((x) => answer(start, x));\n"
        "console.log(JSON.stringify([together, alone]));"
    )
    answers = np.transpose(alone).ravel()
    np.testing.assert_allclose(together[: len(answers)], answers, rtol=1e-14)


@pytest.mark.parametrize("seed", [0, 1, 15, 22, 999, 2**32 - 1, 2**32, 2**53 - 1])
def test_seeds_draw_what_python_draws(seed: int) -> None:
    there = run_javascript(
        f"{(SCRIPTS / 'parts/random.js').read_text(encoding='utf-8')}\n"
        f"console.log(JSON.stringify(draw({seed}, 700)));"
    )
    random = Random(seed).random
    assert there == [random() for _ in range(700)]


@pytest.mark.parametrize("network", NETWORKS)
def test_the_equation_on_the_page_adds_up_to_theanos_slope(network: str) -> None:
    """What equation.js says of a slope, against the compiled gradient."""
    scripts = json.dumps((SCRIPTS / "playground/equation.js").resolve().as_uri())
    found = run_javascript(
        f"{playground_module(network)}\n"
        f"const {{ terms }} = await import({scripts});\n"
        f"const start = {drawn(network, 4)}, inputs = {examples('XNOR', scale=0.25)};\n"
        "const { state: names, outputs } = step.layout;\n"
        "const state = Object.fromEntries(names.map((name, i) => [name, start[i]]));\n"
        "const looked = step([...start], inputs);\n"
        "const values = Object.fromEntries(outputs.map((name, i) => [name, looked[i]]));\n"
        "const settings = { targets: [1, 0, 0, 1], cost: 'mean' };\n"
        "console.log(JSON.stringify(names.map((name) => [\n"
        f"  terms(name, {network!r}, state, values, settings).reduce((s, t) => s + t.product, 0),\n"
        "  values[`d${name}`],\n"
        "])));"
    )
    shown, compiled = np.transpose(found)
    np.testing.assert_allclose(shown, compiled, rtol=1e-12)


def test_an_unknown_network_is_refused() -> None:
    with pytest.raises(ValueError, match="network must be one of"):
        playground_module("large")
