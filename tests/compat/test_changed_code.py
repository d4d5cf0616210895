"""Theano's code is changed where it's what we know, and refused where it isn't."""

import inspect
import traceback
from types import ModuleType

from theano_walkthrough.compat.changed_code import change_function, changed

import pytest


@pytest.mark.parametrize("code", ["right", "wrong and wrong"])
def test_unknown_code_is_refused(code: str) -> None:
    with pytest.raises(ImportError, match=r"install theano-pymc==1\.1\.2"):
        changed(code, {"wrong": "right"})


def half(number: int) -> float:
    if number == 0:
        raise ZeroDivisionError

    return number * 2


def test_a_function_is_changed_where_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    place = ModuleType("place")
    place.half = half  # type: ignore[attr-defined]
    change_function(place, "half", {"number * 2": "number / 2"})
    assert (half(6), place.half(6)) == (12, 3)
    assert place.half.__qualname__ == "half"
    with pytest.raises(ZeroDivisionError) as caught:
        place.half(0)
    last = traceback.extract_tb(caught.value.__traceback__)[-1]
    assert last.lineno == inspect.getsourcelines(half)[1] + 2
    assert last.line == "raise ZeroDivisionError"
