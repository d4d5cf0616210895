"""What the site says of speed, against what the benchmarks have measured."""

import json
import shutil
from pathlib import Path
from statistics import median
from time import sleep
from typing import Any

import building
import growth
import pytest
import results
import training

from extensions.i18n import languages

ROOT = Path(__file__).parents[2]


def measured(name: str) -> dict[str, Any]:
    path = ROOT / "benchmarks" / "results" / f"{name}.json"
    kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return kept


def prose(page: str) -> str:
    return (ROOT / "docs" / page).read_text(encoding="utf-8")


TRAINING = measured("training")["seconds"]
GROWTH = {
    what: {int(size): median(times) for size, times in sizes.items()}
    for what, sizes in measured("growth")["seconds"].items()
}
BUILDING = {part: median(times) for part, times in measured("building")["seconds"].items()}


def ratio(way: str, other: str) -> float:
    return float(median(a / b for a, b in zip(TRAINING[way], TRAINING[other], strict=True)))


def test_every_way_was_measured_as_often() -> None:
    peers = {path.stem.removeprefix("with_") for path in (ROOT / "benchmarks/peers").glob("with_*")}
    assert set(TRAINING) == set(training.WAYS) == peers
    assert {len(seconds) for seconds in TRAINING.values()} == {training.ROUNDS}


def test_the_page_on_faster_training_says_what_was_measured() -> None:
    page = prose("galleries/beyond/faster_training.py")
    assert "about a millionth of a second" in page
    assert 0.6e-6 < median(TRAINING["node"]) / 30_000 < 1.6e-6
    assert "a call takes twenty times as long" in page
    assert 14 < ratio("theano", "node") < 30
    assert "With these products left to Python, Theano is about as fast as NumPy" in page
    assert 0.8 < ratio("theano_no_c_products", "numpy") < 1.2
    assert "it needs less than half of NumPy's time" in page
    assert ratio("theano", "numpy") < 0.5
    assert "with all that's on this page about a quarter" in page
    assert 0.2 < ratio("theano_lean", "numpy") < 0.3
    assert "Trust alone saves a tenth or two" in page
    assert 0.75 < ratio("theano_trusted", "theano") < 0.95


def test_the_page_on_the_playground_says_what_was_measured() -> None:
    page = prose("galleries/beyond/to_the_browser.py")
    assert "Theano needs less than half of NumPy's time" in page
    assert "The generated code is some twenty times as fast as Theano itself" in page
    assert 14 < ratio("theano", "node") < 30
    assert "Numba's loop is about as fast as it can get" in page
    assert min(TRAINING, key=lambda way: median(TRAINING[way])) == "numba"


def test_the_page_on_speed_says_what_was_measured() -> None:
    page = prose("speed.md")
    assert "in twelve ways" in page
    assert len(TRAINING) == 12
    assert max(TRAINING, key=lambda way: median(TRAINING[way])) == "pytorch"
    examples, starts = GROWTH["examples"], GROWTH["starts"]
    assert "Forty examples take hardly longer than four" in page
    assert examples[40] < 1.3 * examples[4]
    assert "Ten times the examples then take about ten times as long, and somewhat more" in page
    assert 6 < examples[4_000] / examples[400] < 12
    assert 10 < examples[40_000] / examples[4_000] < 16
    numpy = GROWTH["examples in NumPy"]
    assert "With so many NumPy overtakes Theano" in page
    assert examples[40] < numpy[40]
    assert examples[4_000] > numpy[4_000]
    assert "A hundred networks take twice as long as one, and a thousand ten times" in page
    assert 1.6 < starts[100] / starts[1] < 2.5
    assert 8 < starts[1_000] / starts[1] < 12
    assert "Ten thousand take ten times as long as a thousand, or more" in page
    assert 8 < starts[10_000] / starts[1_000] < 20


def test_the_page_on_speed_splits_the_first_build_as_measured() -> None:
    page = prose("speed.md")
    first, run = BUILDING["first site"], BUILDING["execute, read and write"]
    pages = BUILDING["read and write"]
    assert "a quarter goes into reading and writing pages, a fifth into running chapters" in page
    assert 0.2 < pages / first < 0.3
    assert 0.15 < (run - pages) / first < 0.27
    assert "here some tenths of a second for a copy of chapter 3" in page
    assert 0.1 < (GROWTH["chapters"][40] - GROWTH["chapters"][10]) / 30 < 0.9


def test_sizes_are_those_that_are_measured_now() -> None:
    sizes = {
        "examples": growth.EXAMPLES,
        "starts": growth.STARTS,
        "chapters": growth.CHAPTERS,
        "editions": growth.EDITIONS,
    }
    assert {what: tuple(GROWTH[what]) for what in sizes} == sizes
    assert GROWTH["examples in NumPy"].keys() == GROWTH["examples"].keys()


def test_the_page_on_speed_tells_how_editions_grow() -> None:
    page = prose("speed.md")
    seconds = GROWTH["editions"]
    assert "built side by side on two cores" in page
    assert measured("growth")["environment"]["cores"] == 2
    assert "Two take only half as long again as one" in page
    assert 1.3 < seconds[2] / seconds[1] < 1.7
    assert "twice as many take twice as long, or a little more" in page
    assert 1.8 < seconds[4] / seconds[2] < 2.5
    assert 1.8 < seconds[8] / seconds[4] < 2.5


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
