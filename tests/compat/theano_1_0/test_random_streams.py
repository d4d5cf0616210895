"""RandomStreams of Theano 1.0: arguments, shapes, kinds of numbers, distributions and seeds."""

from typing import Any

import numpy as np
import pytest

from tests.compat.theano_1_0 import answers_of

DRAWN = 10_000
KINDS = {
    "uniform": ["float64", [100, 100]],
    "uniform, all arguments": ["float32", [100, 100]],
    "uniform, of a symbol's shape": ["float64", [20, 30]],
    "uniform, ndim": ["float64", [4, 5]],
    "uniform, -1": ["float64", [3, 5]],
    "uniform, no size": ["float64", [2]],
    "uniform, empty size": ["float64", []],
    "normal": ["float64", [100, 100]],
    "normal, all arguments": ["float32", [100, 100]],
    "binomial": ["int64", [100, 100]],
    "binomial, all arguments": ["float32", [100, 100]],
    "binomial, prob": ["int64", [100, 100]],
    "random_integers": ["int64", [100, 100]],
    "random_integers, no arguments": ["int8", [100, 100]],
    "choice": ["int64", [100, 100]],
    "choice, of a vector": ["int64", [100, 100]],
    "choice, without replacement": ["int64", [5]],
    "poisson": ["int64", [100, 100]],
    "permutation": ["int64", [50, 7]],
    "permutation, one": ["int64", [6]],
    "multinomial": ["int64", [5000, 3]],
    "multinomial, a row each": ["int64", [2, 2]],
    "shuffle_row_elements": ["float64", [4, 6]],
}
DISTRIBUTIONS = {  # mean, variance, the least and the largest number that there can be
    "uniform": (1 / 2, 1 / 12, 0, 1),
    "uniform, all arguments": (0.5, 25 / 12, -2, 3),
    "normal": (0, 1, -np.inf, np.inf),
    "normal, all arguments": (5, 0.01, 4, 6),
    "binomial": (0.8, 0.16, 0, 1),
    "binomial, all arguments": (3, 2.1, 0, 10),
    "binomial, prob": (0.9, 0.09, 0, 1),
    "random_integers": (4.5, 1.25, 3, 6),
    "random_integers, no arguments": (0.5, 0.25, 0, 1),
    "choice": (1.5, 1.25, 0, 3),
    "choice, of a vector": (4.25, 1.6875, 2, 5),
    "poisson": (3, 3, 0, np.inf),
}


@pytest.fixture(scope="module")
def answers() -> Any:
    return answers_of("draw_numbers.py")


def test_shapes_and_kinds_of_numbers(answers: Any) -> None:
    assert answers["kinds"] == KINDS


@pytest.mark.parametrize("name", DISTRIBUTIONS)
def test_distributions(answers: Any, name: str) -> None:
    mean, variance, least, most = DISTRIBUTIONS[name]
    found = answers["measured"][name]
    # A mean of n numbers strays by their deviation / √n; four times that is no chance.
    assert found[0] == pytest.approx(mean, abs=4 * (variance / DRAWN) ** 0.5)
    # A variance strays by less than √(8/n) of itself, the most for the skewest of these.
    assert found[1] == pytest.approx(variance, rel=4 * (8 / DRAWN) ** 0.5)
    assert least <= found[2] < found[3] <= most


def test_outcomes_that_go_together(answers: Any) -> None:
    assert answers["columns"] == pytest.approx([0.8, 1.2, 2], abs=4 * (1 / 5000) ** 0.5)
    assert answers["sums"] == [4]
    assert answers["multinomial, a row each"] == [[3, 0], [0, 3]]
    assert sorted(answers["choice, without replacement"]) == [*range(5)]


def test_permutations(answers: Any) -> None:
    assert answers["sorted permutations"] == [[*range(7)]]
    assert answers["permutations"] > 40  # of 50 among 5040: hardly any twice
    assert sorted(answers["permutation, one"]) == [*range(6)]
    rows = np.arange(24.0).reshape(4, 6)
    assert np.sort(answers["shuffled"]).tolist() == rows.tolist()
    assert answers["shuffled"] != rows.tolist()


def test_seeds_give_the_numbers_that_they_gave(answers: Any) -> None:
    """Theano drew with NumPy: a seed draws a seed for each stream."""

    def streams(seed: int) -> list[np.random.RandomState]:
        seeds = np.random.RandomState(seed)
        return [np.random.RandomState(seeds.randint(2**30)) for _ in range(2)]

    def drawn(first: np.random.RandomState, second: np.random.RandomState) -> list[list[float]]:
        return [first.uniform(size=2).tolist(), second.normal(size=2).tolist()]

    seven = streams(7)
    once, again = drawn(*seven), drawn(*seven)
    assert answers["series"] == [once, again, once, drawn(*streams(8))]
    third = np.random.RandomState(3)
    one, two = third.uniform(size=2).tolist(), third.uniform(size=2).tolist()
    assert answers["frozen"] == [one, one]
    assert answers["given"] == [one, two]
    assert answers["updates"]
    assert answers["rng"]


def test_random_numbers_in_formulas(answers: Any) -> None:
    assert answers["gradient"] == [[20, 30], True]
    assert answers["loop"] == 6


def test_functions_take_a_state(answers: Any) -> None:
    state = np.random.RandomState(5)
    drawn = state.uniform(0, 10, 2).tolist()
    integers = [state.randint(0, 10) for _ in range(2)]
    assert answers["raw"] == [drawn, integers]
    assert answers["state is left"]


def test_what_cannot_be_drawn_is_refused(answers: Any) -> None:
    assert answers["refused"] == [
        ["TypeError", "These random numbers need a size: a tuple, such as (2, 2)."],
        ["ValueError", "ndim must be the length of size, 2, got 3"],
        ["ValueError", "size must have a length of at least 2, got (2,)"],
        ["TypeError", "size must hold whole numbers, got (2.5,)"],
        ["TypeError", "size must be a tuple or a vector, got 5"],
        ["ValueError", "-1 in size stands for a length of the parameters: none has so many axes."],
        ["TypeError", "One permutation has one dimension, got ndim=2: leave it out."],
        ["ValueError", "pvals must be probabilities that add up to 1, got [0.7 0.7]"],
    ]
