"""The benchmarks, and what they have measured."""

import json
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import sleep

from theano_walkthrough.network import network_training_step, start_network

import building
import growth
import javascript
import large
import nbformat
import phases
import pytest
import results
import sites
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


@pytest.mark.parametrize("name", ["training", "javascript", "large", "building", "growth", "pages"])
def test_results_say_on_which_day_they_were_measured(name: str) -> None:
    assert date.fromisoformat(benchmarks.results(name)["environment"]["date"])


def test_every_site_was_measured_as_often() -> None:
    measured = benchmarks.results("building")
    lists = [measured["seconds"], *measured["sites"].values()]
    assert {len(times) for parts in lists for times in parts.values()} == {building.ROUNDS}


def test_sizes_are_those_that_are_measured_now() -> None:
    sizes = {
        "examples": growth.EXAMPLES,
        "starts": growth.STARTS,
        "editions": growth.EDITIONS,
        **{what: counts for what, (counts, _) in growth.GROWING.items()},
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
        sites.make(tmp_path, "html")


def test_each_state_finds_what_it_should(tmp_path: Path) -> None:
    (tmp_path / "chapter.py").write_text("# A chapter.\n", encoding="utf-8")
    found = []

    def build(noting: bool) -> float:
        names = (name for name in ("compiled", "results", "pages") if (tmp_path / name).exists())
        text = (tmp_path / "chapter.py").read_text(encoding="utf-8")
        edited = [word for word in ("sentence", "print") if word in text]
        found.append([*names, *edited])
        for name in ("compiled", "results", "pages"):
            (tmp_path / name).mkdir(exist_ok=True)
        if noting:
            noted = ({"start": 1, "read": 2}, {"start": 1, "read": 4})
            (tmp_path / sites.PHASES).write_text("\n".join(map(json.dumps, noted)))
        return 2.0 ** -len(found)

    site = sites.Site(tmp_path, "chapter.py", build, ["pages"], ["results"])
    assert sites.states(site) == {
        "cold": 1 / 2,
        "nothing changed": 1 / 4,
        "results kept": 1 / 8,
        "compiled before": 1 / 16,
        "one sentence edited": 1 / 32,
        "one chapter edited": 1 / 64,
        "compile": 1 / 2 - 1 / 16,
        "execute": 1 / 16 - 1 / 8,
        "start": 1,
        "read": 4,
        "publish": 1 / 8 - 5,
    }
    everything = ["compiled", "results", "pages"]
    assert found == [
        [],
        everything,
        ["compiled", "results"],
        ["compiled"],
        [*everything, "sentence"],
        [*everything, "sentence", "print"],
    ]
    assert [path.name for path in tmp_path.glob("chapter*")] == ["chapter.py"]
    assert (tmp_path / "chapter.py").read_text(encoding="utf-8") == "# A chapter.\n"
    assert not (tmp_path / sites.PHASES).exists()


def test_phases_begin_with_what_sphinx_prints() -> None:
    def lines() -> Iterator[str]:
        yield "loading translations [en]... done\n"
        sleep(0.02)
        yield "building [html]: targets for 1 source files that are out of date\n"
        sleep(0.05)
        yield "looking for now-outdated files... none found\n"

    seconds = phases.phases(lines())
    assert list(seconds) == ["start", "read", "write"]
    assert seconds["start"] >= 0.02
    assert seconds["read"] >= 0.05
    assert seconds["write"] < seconds["read"]


def test_a_peer_builds_what_the_site_offers(tmp_path: Path) -> None:
    chapters = tmp_path / "clone/docs/galleries/chapters"
    offered = tmp_path / "clone/build/html/en/_downloads/0a"
    for folder in (chapters, offered):
        folder.mkdir(parents=True)
    (chapters / "1_first.py").write_text("with our roles", encoding="utf-8")
    (offered / "1_first.py").write_text('"""\nFirst\n=====\n"""\n\nprint(1 + 1)\n')
    (tmp_path / "clone/.venv").symlink_to(sys.prefix)
    peer = sites.sphinx_gallery(tmp_path / "clone", tmp_path / "peer")
    assert peer.build(True) > 0
    page = (tmp_path / "peer/html/chapters/1_first.html").read_text(encoding="utf-8")
    assert "<span></span>2\n" in page
    assert list(sites.take_phases(tmp_path / "peer")) == ["start", "read", "write"]
    sites.remove(tmp_path / "peer", peer.pages + peer.results)


def test_code_and_prose_are_added_to_a_notebook(tmp_path: Path) -> None:
    path = tmp_path / "notebook.ipynb"
    nbformat.write(nbformat.v4.new_notebook(), path)
    sites.add_sentence(path)
    sites.add_cell(path)
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert [cell.cell_type for cell in notebook.cells] == ["markdown", "code"]


def test_chapters_are_added_once(tmp_path: Path) -> None:
    for folder in ("beyond", "chapters"):
        (tmp_path / "docs/galleries" / folder).mkdir(parents=True)
    (tmp_path / growth.COPIED_CHAPTER).write_text("text", encoding="utf-8")
    for count in (1, 2):
        growth.add_chapters(tmp_path, count)
    assert len(list((tmp_path / "docs/galleries/beyond").glob("copy_*.py"))) == 2
    growth.remove_copies(tmp_path)
    assert not list(tmp_path.rglob("copy_*"))
    assert (tmp_path / growth.COPIED_CHAPTER).exists()


def test_pages_are_added_with_what_they_hold(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / growth.COPIED_PAGE).write_text("# Words\n", encoding="utf-8")
    for add, holding, pages in (
        (growth.add_pages, "# Words", 3),
        (growth.add_claims, "{claim}", 1),
        (growth.add_live_figures, "{live-figure}", 1),
    ):
        add(tmp_path, 3)
        texts = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("copy_*.md")]
        assert len(texts) == pages
        assert sum(text.count(holding) for text in texts) == 3
        growth.remove_copies(tmp_path)


def test_a_late_piece_beside_an_early_one() -> None:
    assert growth.late_by_early({10: [2, 3, 9], 20: [4], 40: [12]}) == 4


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
