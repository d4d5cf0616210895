"""The benchmarks, and what they have measured."""

import shutil
from pathlib import Path
from time import sleep

from theano_walkthrough.network import network_training_step, start_network

import building
import growth
import javascript
import large
import pytest
import results
import theano
import theano.tensor as T
import training
from theano.tensor.elemwise import Elemwise

from extensions.i18n import languages
from facts import benchmarks

ROOT = Path(__file__).parents[2]


def test_every_way_was_measured_as_often() -> None:
    peers = {path.stem.removeprefix("with_") for path in (ROOT / "benchmarks/peers").glob("with_*")}
    assert set(benchmarks.ways()) == set(training.WAYS) == peers
    seconds = benchmarks.results("training")["seconds"]
    assert {len(times) for times in seconds.values()} == {training.ROUNDS}


def test_javascript_was_measured_as_often_at_first_and_later() -> None:
    seconds = benchmarks.results("javascript")["seconds"]
    assert javascript.GOALS.keys() < seconds.keys()
    assert {len(times) for times in seconds.values()} == {javascript.ROUNDS}


def test_a_training_in_javascript_that_ends_elsewhere_is_not_timed() -> None:
    assert javascript.checked([[0.1, training.EXPECTED_COST], [0.2, 0.0597608900829]]) == [0.1, 0.2]
    with pytest.raises(RuntimeError, match=r"the trainings ended at \[\[0.1, 0.06\]\], not 0.0597"):
        javascript.checked([[0.1, 0.06]])


def test_sizes_are_those_that_are_measured_now() -> None:
    sizes = {
        "examples": growth.EXAMPLES,
        "starts": growth.STARTS,
        "chapters": growth.CHAPTERS,
        "editions": growth.EDITIONS,
    }
    assert {what: tuple(benchmarks.growth(what)) for what in sizes} == sizes
    assert tuple(benchmarks.growth("examples in NumPy")) == growth.EXAMPLES


def test_settings_are_those_that_are_measured_now() -> None:
    ways = benchmarks.results("large")["ways"]
    assert list(ways) == list(large.WAYS)
    for found in ways.values():
        for seconds in (found["seconds"], found["seconds in NumPy"]):
            assert [int(count) for count in seconds] == list(large.SIZES)
            assert {len(times) for times in seconds.values()} == {large.ROUNDS}


def test_an_error_is_found_where_it_is_largest() -> None:
    network = start_network(seed=0)
    network_training_step(network, learning_rate=1 / 4)(*growth.examples(4))
    assert large.largest_error(network, 4) < 1e-15
    network.w2.set_value(network.w2.get_value() * [1, 1 + 1e-6])
    assert large.largest_error(network, 4) == pytest.approx(1e-6, rel=1e-6)


def test_openmp_is_as_broken_as_the_page_says() -> None:
    exponential = Elemwise(theano.scalar.exp, openmp=True)
    node = exponential(T.dvector()).owner
    code = exponential.c_code(
        node, "f", ["x"], ["y"], {"fail": "return;", "failure_var": "failed", "id": 0}
    )
    assert "if(n>={int(config.openmp_elemwise_minsize)})" in code


def test_settings_that_theano_refuses_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(large.WAYS, "package", "floatX=float8")
    with pytest.raises(RuntimeError, match="steps in the way package failed: .*float8"):
        large.measure("package")


def test_a_goal_that_is_missed_fails_the_benchmark(capsys: pytest.CaptureFixture[str]) -> None:
    results.compare({"steps": (0.5, 0.6), "builds": (90, 90)})
    assert "ABOVE" not in capsys.readouterr().out
    with pytest.raises(SystemExit, match="1"):
        results.compare({"steps": (0.61, 0.6), "builds": (80, 90)})
    assert capsys.readouterr().out.count("ABOVE") == 1


def test_a_training_that_ends_elsewhere_is_not_timed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "EXPECTED_COST", 0.06)
    with pytest.raises(RuntimeError, match="training in numpy ended at cost 0.0597"):
        training.measure({"numpy": training.WAYS["numpy"]}, rounds=1)


def test_a_build_that_fails_is_not_timed(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text("html:\n\t@echo no room >&2; exit 1\n", encoding="utf-8")
    with pytest.raises(RuntimeError, match="make html failed: no room"):
        building.make(tmp_path, "html")


def test_chapters_are_added_once(tmp_path: Path) -> None:
    for folder in ("beyond", "chapters"):
        (tmp_path / "docs/galleries" / folder).mkdir(parents=True)
    (tmp_path / growth.COPIED).write_text("text", encoding="utf-8")
    for count in (1, 2):
        growth.add_chapters(tmp_path, count)
    assert len(list((tmp_path / "docs/galleries/beyond").glob("copy_*.py"))) == 2


def test_languages_are_added_to_the_table(tmp_path: Path) -> None:
    catalogue = tmp_path / "docs/locale/zh_CN/index.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.touch()
    table = tmp_path / "docs/languages.txt"
    shutil.copy(languages.TABLE, table)
    added = growth.add_languages(tmp_path)
    assert [language.code for language in languages.languages(table)] == ["en", "zh_CN", *added]
    assert len(added) + 2 == max(growth.EDITIONS)
    for code in added:
        assert (tmp_path / f"docs/locale/{code}/index.po").exists()


def test_a_step_is_timed_over_many() -> None:
    taken: list[int] = []

    def take(times: int) -> None:
        taken.append(times)
        sleep(times / 1_000)

    assert growth.time_of(take) >= 0.001
    assert taken == [2**n for n in range(len(taken))]
