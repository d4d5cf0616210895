"""Lines written for Theano 1.0 do what they did."""

from typing import Any

import pytest

from tests.compat.theano_1_0 import answers_of

pytestmark = pytest.mark.needs_compiler


@pytest.fixture(scope="module")
def answers() -> Any:
    return answers_of("run_old_code.py")


def test_an_operation_uses_its_code_in_c(answers: Any) -> None:
    assert answers["in C"] == [[2, 4, 6], [2, 4, 6], 3]
    assert answers["constant"] == [2, 4, 6]
    assert answers["gradient"] == [2, 2, 2]


def test_an_operation_in_python(answers: Any) -> None:
    assert answers["in Python"] == [[2, 3, 4], 3]


def test_what_theano_has_belongs_to_the_old_classes(answers: Any) -> None:
    assert answers["operations"] == [True] * 4
    assert answers["types"] == [True] * 4


def test_a_type_uses_its_code_in_c(answers: Any) -> None:
    assert answers["type in C"] == 42


def test_an_optimizer_is_called_with_the_node_alone(answers: Any) -> None:
    assert answers["optimized"] == [["DimShuffle", "Elemwise"]] * 2


def test_monitor_mode_takes_functions_of_both_kinds(answers: Any) -> None:
    assert answers["watched"] == [[0, 2], 1]  # the first node has x twice; the graph has one input
    assert answers["NaN"] == "*** NaN detected ***"


def test_arguments_that_are_gone(answers: Any) -> None:
    rows = [[0, 1, 2, 3], [4, 5, 6, 7]]
    assert answers["flatten"] == [rows, [*range(8)], rows]
    assert answers["outdim"] == 2
    assert answers["pool"] == [[[[5, 7], [13, 15]]]]
    assert answers["unravel_index"] == [1, 2]  # 5 in 2 rows of 3
    assert answers["clone"] == [4, 6, 8]


def test_functions_that_are_gone(answers: Any) -> None:
    assert answers["dot"] == 1 + 4 + 9
    assert answers["compile.function"] == answers["pfunc"] == [2, 4, 6]
    assert answers["until"] == [8, 4, 2, 1]
    assert answers["MRG"] == [[40, 50], True]


def test_walks_through_graphs_return_lists(answers: Any) -> None:
    assert answers["inputs"] == ["a", "b", "c"]
    assert answers["ancestors"] == [True] * 5
    assert answers["blocked"] == [True] * 3
    assert answers["variables"]
    assert answers["orphans"] == ["b", "c"]
    assert answers["ops"]
    assert answers["search"] == [
        [1, 2, 3, 4],
        [1, 3, 4, 2],
        [[2, [1]], [3, [1]], [4, [2, 3]]],
    ]


def test_settings_with_dots_are_read_and_set(answers: Any) -> None:
    assert answers["setting"] == ["-O0", "-O0", "large"]


def test_what_python_has_itself(answers: Any) -> None:
    assert answers["python"] == [True] * 10


def test_test_values(answers: Any) -> None:
    assert answers["test values"] == [2, "Argument 1 (untested) has no test value."]
    assert answers["off"] == []


def test_a_module_has_one_object(answers: Any) -> None:
    assert answers["as given"]


def test_what_cannot_be_is_refused(answers: Any) -> None:
    assert answers["refused"] == {
        "print_clients": "TypeError: Theano can no longer print clients: leave print_clients out.",
        "keep_lock": "TypeError: A lock can no longer be kept: leave keep_lock out.",
        "outdim": "ValueError: Give flatten either ndim or outdim, which means the same.",
        "dot": "NotImplementedError: theano.dot takes symbols: use numpy.dot for arrays.",
        "mode": "ValueError: mode must be 'bfs' or 'dfs', got 'random'",
        "names": "ValueError: Some variables still share a name: give each its own.",
    }
