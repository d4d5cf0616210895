"""A result is looked up only if nothing has changed that it depends on."""

import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import theano_walkthrough
from theano_walkthrough.beyond import memoize

import numpy as np
import pytest
import theano

from tests.processes import SOURCE, answer, keeping_code_in

calls: list[int] = []


def doubled(number: int) -> np.ndarray:
    calls.append(number)
    return np.full(2, 2 * number)


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(memoize, "cache_folder", lambda: tmp_path / "results")
    calls.clear()


def test_the_second_call_looks_up() -> None:
    function = memoize.memoize(doubled)
    assert function(3).tolist() == function(3).tolist() == [6, 6]
    assert calls == [3]


def test_other_arguments_are_computed() -> None:
    function = memoize.memoize(doubled)
    assert [function(3)[0], function(4)[0], function(number=3)[0]] == [6, 8, 6]
    assert calls == [3, 4, 3]


def test_an_array_counts_to_its_last_bit() -> None:
    row = np.array([1.0, 2.0])
    nearly = row.copy()
    nearly[1] = np.nextafter(2.0, 3.0)
    assert memoize.cache_key(doubled, row) == memoize.cache_key(doubled, row.copy())
    assert memoize.cache_key(doubled, row) != memoize.cache_key(doubled, nearly)


def test_changed_code_is_computed_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    function = memoize.memoize(doubled)
    function(3)
    shutil.copytree(memoize.PACKAGE, tmp_path / "package")
    monkeypatch.setattr(memoize, "PACKAGE", tmp_path / "package")
    function(3)
    assert calls == [3]
    (tmp_path / "package/new.py").touch()
    function(3)
    assert calls == [3, 3]


def test_changed_settings_are_computed_again() -> None:
    before = memoize.cache_key(doubled, 3)
    with theano.config.change_flags(mode="FAST_COMPILE"):
        assert memoize.cache_key(doubled, 3) != before
    with theano.config.change_flags(floatX="float32"):
        assert memoize.cache_key(doubled, 3) != before


def test_what_the_speedups_computed_is_computed_again_without_them() -> None:
    flags = theano.config.change_flags(gcc__cxxflags="-O0")  # whose user keeps it either way
    with flags, theano_walkthrough.use_speedups(True):
        fast = memoize.cache_key(doubled, 3)
    with flags, theano_walkthrough.use_speedups(False):
        assert memoize.cache_key(doubled, 3) != fast


DIGEST = """
from theano_walkthrough.beyond import memoize, multistart
print(memoize.cache_key(multistart.train_many, [0.5], 3))
"""


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the package in another folder."""
    copy = tmp_path / "another folder 另一个"
    shutil.copytree(SOURCE / "theano_walkthrough", copy / "theano_walkthrough")
    return copy


def digest_of(source: Path, compiled: Path, setting: str = "") -> str:
    """Return a result's name in a process of its own."""
    flags = f"{keeping_code_in(compiled)},{setting}"
    return answer("-c", DIGEST, PYTHONPATH=str(source), THEANO_FLAGS=flags)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a result is named here."""
    return digest_of(SOURCE, tmp_path_factory.mktemp("compiled"))


def test_the_folder_does_not_count(here: str, copied: Path) -> None:
    assert digest_of(copied, copied / "compiled") == here


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("compat/c_gemv.py", "return [column * row]", "return [2 * column * row]"),
        ("gates.py", '"XNOR": (1, 0, 0, 1)', '"XNOR": (1, 0, 0, 0)'),
    ],
)
def test_every_file_of_the_package_counts(
    here: str, copied: Path, file: str, before: str, after: str
) -> None:
    path = copied / "theano_walkthrough" / file
    code = path.read_text(encoding="utf-8")
    assert code.count(before) == 1
    path.write_text(code.replace(before, after), encoding="utf-8")
    assert digest_of(copied, copied / "compiled") != here


@pytest.mark.parametrize(
    "setting",
    [
        "gcc__cxxflags=-O1 -ffast-math",
        "optimizer_excluding=c_products",
        "optimizer=fast_compile",
        "lib__amblibm=True",
        "linker=py",
        pytest.param("cxx=", marks=pytest.mark.needs_compiler),
    ],
)
def test_every_setting_counts(here: str, tmp_path: Path, setting: str) -> None:
    assert digest_of(SOURCE, tmp_path, setting) != here


def test_who_cannot_write_computes_each_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(memoize, "cache_folder", lambda: tmp_path / "file" / "results")
    function = memoize.memoize(doubled)
    assert function(3).tolist() == function(3).tolist()
    assert calls == [3, 3]


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    memoize.write_atomically(tmp_path / "name", b"content")
    assert [path.name for path in tmp_path.iterdir()] == ["name"]


def test_who_comes_second_waits_for_the_first() -> None:
    def slowly(number: int) -> int:
        calls.append(number)
        time.sleep(0.2)
        return number

    function = memoize.memoize(slowly)
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(function, [3, 3])) == [3, 3]
    assert calls == [3]
