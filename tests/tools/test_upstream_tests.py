"""Theano's own tests are run to the end, whatever they do, and compared with the table."""

import subprocess
import textwrap
from pathlib import Path

import pytest

from tools.upstream_tests import run, running, source, table
from tools.upstream_tests.running import Result
from tools.upstream_tests.table import Row

FILE = "tests/test_made_up.py"
TABLE = Path(__file__).parents[1] / "upstream_tests.txt"


def names(*tests: str) -> frozenset[str]:
    return frozenset(f"{FILE}::{test}" for test in tests)


def ran(passed: str = "", failed: str = "", skipped: str = "") -> Result:
    return Result(
        names(*passed.split()),
        names(*skipped.split()),
        names(*failed.split()),
        seconds=3,
        finished=True,
    )


# What differs from the table

ROW = Row(2, 1, 3, dict.fromkeys(names("c"), "theano"))


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (ran("a b", "c", "d"), []),
        (ran("a b c", "", "d"), []),
        (ran("a", "b c", "d"), [f"{FILE}::b fails; it passed."]),
        (ran("a", "c", "b d"), [f"{FILE}: 1 fewer test passes than did, and it doesn't fail."]),
        (ran(), [f"{FILE}: 2 fewer tests pass than did, and they don't fail."]),
    ],
    ids=["nothing", "one better", "one worse", "one skipped", "all gone"],
)
def test_what_passed_and_no_longer_does_is_told(result: Result, expected: list[str]) -> None:
    assert table.differences(FILE, ROW, result) == expected


def test_files_without_a_row_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.compare({FILE: ran("a", "b")}, {})
    assert f"Nothing to compare with for 1 file: {FILE}." in capsys.readouterr().out


def test_the_comparison_fails_if_something_got_worse(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.compare({FILE: ran("a b", "c", "d")}, {FILE: ROW})
    assert not run.compare({FILE: ran("a", "b c", "d")}, {FILE: ROW})
    assert f"{FILE}::b fails" in capsys.readouterr().out


def test_a_table_that_was_written_can_be_read(tmp_path: Path) -> None:
    failed = {f"{FILE}::A::b[x y-1]": "speed-up", FILE: "theano"}
    written = {FILE: Row(12, 0, 345, failed), "tests/a/test_b.py": Row(0, 1, 2)}
    table.write(written, tmp_path / "table")
    assert table.read(tmp_path / "table") == written


def test_nothing_in_the_table_fails_for_our_package_alone() -> None:
    rows = table.read(TABLE)
    assert rows
    assert {reason for row in rows.values() for reason in row.failed.values()} <= {
        "theano",
        "speed-up",
    }


# Running them

TESTS = """
    import os
    from pathlib import Path
    import pytest

    def test_that_passes(): Path("runs").open("a").write("x")
    def test_that_fails(): assert 1 == 2
    def test_that_crashes(): os._exit(7)
    @pytest.mark.skip
    def test_that_is_skipped(): pass
    def test_at_the_end(): pass
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with Theano's tests, which need no Theano."""
    script = running.SCRIPT.read_text(encoding="utf-8")
    monkeypatch.setattr(running, "SCRIPT", tmp_path / "one_file.py")
    running.SCRIPT.write_text(script.replace("    prepare_theano(how)\n", ""), encoding="utf-8")
    test = tmp_path / "source" / FILE
    test.parent.mkdir(parents=True)
    test.write_text(textwrap.dedent(TESTS), encoding="utf-8")
    return tmp_path / "source"


def test_a_test_that_crashes_fails_and_the_others_go_on(folder: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes" / "made_up.jsonl"
    result = running.run(folder, notes, "ours", [FILE])
    assert result.finished
    assert result.passed == names("test_that_passes", "test_at_the_end")
    assert result.failed == names("test_that_fails", "test_that_crashes")
    assert result.skipped == names("test_that_is_skipped")
    assert "assert 1 == 2" in notes.read_text(encoding="utf-8")
    assert "its process ended with status 7" in notes.read_text(encoding="utf-8")
    assert (folder / "runs").read_text() == "x"


def test_what_was_run_before_is_not_run_again(folder: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.jsonl"
    for test in ("test_that_passes", "test_that_crashes"):
        running.add(notes, "passed", f"{FILE}::{test}")
    running.add(notes, "began", f"{FILE}::test_at_the_end")  # interrupted
    result = running.run(folder, notes, "ours", [FILE])
    assert result.passed == names("test_that_passes", "test_that_crashes", "test_at_the_end")
    assert result.failed == names("test_that_fails")
    assert not (folder / "runs").exists()


def test_a_test_that_hangs_is_stopped(tmp_path: Path) -> None:
    process = subprocess.Popen(["sleep", "60"])
    assert running.wait(process, tmp_path / "notes", 0.1) == "took longer than 0.1 seconds"
    process.kill()
    process.wait()


def test_a_file_that_cannot_be_imported_has_failed(folder: Path, tmp_path: Path) -> None:
    (folder / FILE).write_text("import nothing_of_this_name\n", encoding="utf-8")
    result = running.run(folder, tmp_path / "notes.jsonl", "ours", [FILE])
    assert result.finished
    assert set(result.failed) == {FILE}


def test_why_tests_fail_is_found_by_running_them_in_other_ways(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways = {"without speed-ups": ran("speed", "lost cure"), "bare": ran("speed cure", "lost")}
    monkeypatch.setattr(running, "run", lambda _folder, _notes, how, _tests: ways[how])
    found = run.reasons(FILE, names("speed", "lost", "cure"), tmp_path)
    assert found == {
        f"{FILE}::speed": "speed-up",
        f"{FILE}::lost": "theano",
        f"{FILE}::cure": "ours",
    }


# Choosing and fetching them


def test_a_file_that_is_not_there_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "SOURCE", folder)
    with pytest.raises(SystemExit, match=f"nothing.py isn't one of .* such as {FILE}[.]"):
        run.choose(["nothing.py"], {})


def test_what_took_the_least_time_comes_first(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "SOURCE", folder)
    for name, size in (("slow", 1), ("unknown", 9), ("small", 3)):
        (folder / f"tests/test_{name}.py").write_text("#" * size, encoding="utf-8")
    known = {FILE: Row(1, 0, 2), "tests/test_slow.py": Row(1, 0, 99)}
    order = [FILE, *(f"tests/test_{name}.py" for name in ("slow", "small", "unknown"))]
    assert run.choose([], known) == order


def test_tests_are_taken_from_a_clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git = ["git", "-C", str(tmp_path / "clone"), "-c", "user.name=A", "-c", "user.email=a"]
    (tmp_path / "clone/tests").mkdir(parents=True)
    for name in ("conftest.py", "tests/test_a.py", "theano.py"):
        (tmp_path / "clone" / name).touch()
    for command in (["init"], ["add", "."], ["commit", "--message", "."]):
        subprocess.run([*git, *command], check=True, capture_output=True)
    head = subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True)
    monkeypatch.setattr(source, "COMMIT", head.stdout.strip())
    monkeypatch.chdir(tmp_path)
    source.fetch(Path("source"), "clone")
    assert {path.name for path in Path("source").iterdir()} == {".git", "conftest.py", "tests"}


def test_tests_that_cannot_be_fetched(tmp_path: Path) -> None:
    with pytest.raises(source.Unreachable, match=r"check the network, or name a clone .*[.]$"):
        source.fetch(tmp_path / "source", str(tmp_path / "no clone"))
    assert not list(tmp_path.iterdir())
