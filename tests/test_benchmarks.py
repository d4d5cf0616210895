"""What the site says of speed, against what the benchmark has measured."""

import json
import re
from pathlib import Path
from statistics import median

import building
import pytest

ROOT = Path(__file__).parents[1]
RESULTS = json.loads((ROOT / "benchmarks/results/training.json").read_text(encoding="utf-8"))


def ratio(way: str, other: str) -> float:
    return median(RESULTS["seconds"][way]) / median(RESULTS["seconds"][other])


def test_every_way_was_measured_as_often() -> None:
    ways = {path.stem.removeprefix("with_") for path in (ROOT / "benchmarks/peers").glob("with_*")}
    assert set(RESULTS["seconds"]) == ways
    assert {len(seconds) for seconds in RESULTS["seconds"].values()} == {7}


def test_the_chapter_says_what_was_measured() -> None:
    prose = (ROOT / "docs/explore/to_the_browser.py").read_text(encoding="utf-8")
    assert "Theano needs less than half of NumPy's time" in prose
    assert ratio("theano", "numpy") < 0.5
    assert "The generated code is some twenty times as fast as Theano itself" in prose
    assert 15 < ratio("theano", "node") < 30
    assert "in six ways" in prose
    assert len(RESULTS["seconds"]) == 6
    assert "about a millionth of a second" in prose
    assert 0.6e-6 < median(RESULTS["seconds"]["node"]) / RESULTS["steps"] < 1.5e-6
    assert re.search(r"Numba's loop is about as fast as it can get", prose)
    assert min(RESULTS["seconds"], key=lambda way: median(RESULTS["seconds"][way])) == "numba"


def test_the_first_site_is_split_into_its_parts() -> None:
    seconds = {"first site": 9.0, "execute, read and write": 5.0, "read and write": 3.0}
    parts = building.parts(seconds)
    assert parts == {"compile": 4.0, "execute": 2.0, "read and write": 3.0}
    assert sum(parts.values()) == seconds["first site"]


def test_a_build_that_fails_is_not_timed(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text("html:\n\t@echo no room >&2; exit 1\n", encoding="utf-8")
    with pytest.raises(RuntimeError, match="make html failed: no room"):
        building.make(tmp_path, "html")
