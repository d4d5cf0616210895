"""Each public name of Theano 1.0.5 is the same, is given back, or raises what to write instead."""

from typing import Any

from theano_walkthrough.compat.names_1_0 import GROUPS, NAMES

import pytest

from tests.compat.theano_1_0 import answers_of
from tests.processes import answer, own_flags

ROWS = {row.old: row for row in NAMES}
TOLD = {row.old: row.remedy for row in NAMES if not row.given}


def is_told(name: str) -> bool:
    """Tell whether a name, or what it lay in, is told about."""
    return any(name == told or name.startswith(f"{told}.") for told in TOLD)


@pytest.fixture(scope="module")
def answers() -> Any:
    return answers_of("ask_for_names.py")


def test_a_name_is_the_same_or_listed(answers: Any) -> None:
    assert len(answers["api"]) > 3000
    assert {name for name in answers["without"] if not is_told(name)} <= ROWS.keys()


def test_every_name_is_given_back_or_told_about(answers: Any) -> None:
    assert set(answers["with"]) >= TOLD.keys()
    assert all(map(is_told, answers["with"]))


def test_a_name_of_today_is_what_the_old_name_gives(answers: Any) -> None:
    assert answers["not today's"] == []


def test_what_to_write_instead_is_there(answers: Any) -> None:
    assert answers["not there today"] == []


def test_others_raise_what_to_write_instead(answers: Any) -> None:
    assert answers["asked for"] == {
        name: ["AttributeError", f"Theano no longer has {name}. {remedy}"]
        for name, remedy in TOLD.items()
    }
    for name, (kind, message) in answers["imported"].items():
        assert kind in ("ImportError", "ModuleNotFoundError")
        assert message == f"Theano no longer has {name}. {TOLD[name]}"


def test_names_that_never_were_raise_what_python_says(answers: Any) -> None:
    assert answers["unknown"] == [
        ["AttributeError", "module 'theano.tensor' has no attribute 'nonsense'"],
        ["ImportError", "module 'theano.gof.op' has no attribute 'nonsense'"],
        ["ModuleNotFoundError", "No module named 'theano.gof.nonsense'"],
        ["AttributeError", "Theano has no setting gcc.nonsense."],
        [
            "AttributeError",
            "Theano no longer has theano.config.int_division. "
            "Leave it out: the setting has no effect any more.",
        ],
        [
            "ModuleNotFoundError",
            "Theano no longer has theano.sandbox.cuda. Leave it out: graphics cards can't be used.",
        ],
    ]


def test_a_row_says_one_thing() -> None:
    assert len(ROWS) == len(NAMES) == sum(len(group.names.split()) for group in GROUPS)
    assert list(NAMES) == sorted(NAMES)
    for row in NAMES:
        assert bool(row.today) != bool(row.remedy)
        assert row.given or row.remedy
        assert not row.remedy or row.remedy.endswith(".")


def test_the_names_come_back_without_a_compiler() -> None:
    line = "import theano_walkthrough.compat.theano_1_0, theano; print(theano.gof.Op)"
    assert answer("-c", line, THEANO_FLAGS=f"{own_flags()},cxx=").count("Op") == 1
