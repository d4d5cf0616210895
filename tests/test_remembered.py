"""A result is looked up only if nothing has changed that it depends on."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

from theano_walkthrough import many_starts, network, remembered

import numpy as np
import pytest
import theano

calls: list[int] = []


def doubled(number: int) -> np.ndarray:
    calls.append(number)
    return np.full(2, 2 * number)


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(remembered, "folder", lambda: tmp_path / "results")
    calls.clear()


def test_the_second_call_looks_up() -> None:
    function = remembered.remembered(doubled)
    assert function(3).tolist() == function(3).tolist() == [6, 6]
    assert calls == [3]


def test_other_arguments_are_computed() -> None:
    function = remembered.remembered(doubled)
    assert [function(3)[0], function(4)[0], function(number=3)[0]] == [6, 8, 6]
    assert calls == [3, 4, 3]


def test_an_array_counts_to_its_last_bit() -> None:
    row = np.array([1.0, 2.0])
    nearly = row.copy()
    nearly[1] = np.nextafter(2.0, 3.0)
    assert remembered.digest(doubled, row) == remembered.digest(doubled, row.copy())
    assert remembered.digest(doubled, row) != remembered.digest(doubled, nearly)


def test_changed_code_is_computed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    function = remembered.remembered(doubled)
    function(3)
    monkeypatch.setattr(remembered, "source", lambda module: b"changed")
    function(3)
    assert calls == [3, 3]


def test_changed_settings_are_computed_again() -> None:
    before = remembered.digest(doubled, 3)
    with theano.config.change_flags(mode="FAST_COMPILE"):
        assert remembered.digest(doubled, 3) != before
    with theano.config.change_flags(floatX="float32"):
        assert remembered.digest(doubled, 3) != before


def test_every_module_of_ours_that_is_used_counts() -> None:
    used = set(remembered.used_modules("theano_walkthrough.many_starts"))
    assert used == {
        f"theano_walkthrough.{n}" for n in ("many_starts", "checks", "remembered", "repeating")
    }
    assert "theano_walkthrough.checks" in remembered.used_modules(network.__name__)
    assert b"def train_many(" in remembered.source(many_starts.__name__)


def test_who_cannot_write_computes_each_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(remembered, "folder", lambda: tmp_path / "file" / "results")
    function = remembered.remembered(doubled)
    assert function(3).tolist() == function(3).tolist()
    assert calls == [3, 3]


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    remembered.store(tmp_path / "name", b"content")
    assert [path.name for path in tmp_path.iterdir()] == ["name"]


def test_who_comes_second_waits_for_the_first() -> None:
    def slowly(number: int) -> int:
        calls.append(number)
        time.sleep(0.2)
        return number

    function = remembered.remembered(slowly)
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(function, [3, 3])) == [3, 3]
    assert calls == [3]


def test_modules_are_told_apart_from_other_values() -> None:
    module = ModuleType("theano_walkthrough.stranger")
    module.__dict__.update(np=np, number=3)
    import sys

    sys.modules[module.__name__] = module
    try:
        assert list(remembered.used_modules(module.__name__)) == [module.__name__]
    finally:
        del sys.modules[module.__name__]
