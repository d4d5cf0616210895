"""While somebody writes, pages are built in a fork that needn't import everything again."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.publishing.serve import OUR_OWN, ForkedBuilder

ROOT = Path(__file__).parents[2]


@pytest.fixture
def docs(tmp_path: Path) -> Iterator[Path]:
    """The pages of a tiny site that is being served, once it has been built."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "conf.py").write_text("import words\nproject = words.project\n")
    (docs / "words.py").write_text("project = 'First'\n")
    (docs / "index.rst").write_text("Home\n====\n")
    command = [sys.executable, "-m", "tools.publishing.serve", "-q", "--port", "0"]
    path = f"{ROOT}{os.pathsep}{docs}"
    with subprocess.Popen(
        [*command, docs, tmp_path / "site"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        while "Waiting to detect changes" not in process.stdout.readline():
            assert process.poll() is None
        assert "First" in (tmp_path / "site/index.html").read_text(encoding="utf-8")
        time.sleep(1)  # until it does
        yield docs
        os.killpg(process.pid, signal.SIGTERM)


def wait_for(page: Path, words: str) -> str:
    for _ in range(1000):
        if page.is_file() and words in (text := page.read_text(encoding="utf-8")):
            return text
        time.sleep(0.05)
    pytest.fail(f"{page.name} doesn't say {words!r}")


def test_a_change_is_shown_and_each_build_imports_our_own_modules_anew(docs: Path) -> None:
    page = docs.parent / "site/index.html"
    for number in ("second", "third"):
        (docs / "words.py").write_text(f"project = {number!r}\n")
        (docs / "index.rst").write_text(f"Home\n====\n\nThe {number} time.\n")
        assert number in wait_for(page, f"The {number} time.").partition("</title>")[0]


@pytest.mark.parametrize(
    ("changed", "starts_python"),
    [
        ((), True),
        ((OUR_OWN / "neuron.py",), False),
        ((OUR_OWN / "neuron.py", OUR_OWN / "__init__.py"), True),
        ((OUR_OWN / "compat/prepare.py",), True),
    ],
)
def test_what_has_been_imported_before_needs_a_new_python(
    monkeypatch: pytest.MonkeyPatch, changed: tuple[Path, ...], starts_python: bool
) -> None:
    built = []
    monkeypatch.setattr("tools.publishing.serve.build", lambda arguments: built.append("forked"))
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: built.append("started"))
    builder = ForkedBuilder(
        ["docs", "site"], url_host="", pre_build_commands=[], post_build_commands=[]
    )
    builder(changed_paths=changed)
    assert built == ["started" if starts_python else "forked"]


def test_a_build_that_fails_says_what_is_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tools.publishing.serve.build", lambda arguments: 2)
    builder = ForkedBuilder([], url_host="", pre_build_commands=[], post_build_commands=[])
    builder(changed_paths=[Path("page.md")])
    assert "What is shown is from before" in capsys.readouterr().out
