"""A site that is up to date is left alone, and no other."""

import os
import shutil
import sysconfig
from pathlib import Path

import pytest

from tools.publishing import up_to_date
from tools.publishing.verification import REPORT

ROOT = Path(__file__).parents[2]
PAGE = Path("build", "html", "en", "page.html")
SOURCE = Path("docs", "page.md")
TAGS = ["en", "zh-CN"]


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that has just been made."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(ROOT / ".gitignore", tmp_path)
    for path in (SOURCE, PAGE, Path("build", "pages", "en", "page.html")):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")
    assert not up_to_date.begin(TAGS)
    up_to_date.end()


def test_nothing_has_changed() -> None:
    assert up_to_date.begin(TAGS)
    SOURCE.touch()
    PAGE.touch()
    assert up_to_date.begin(TAGS)


@pytest.mark.parametrize("path", [SOURCE, PAGE, Path("build", "pages", "en", "page.html")])
@pytest.mark.parametrize("change", ["edited", "removed", "moved", "one more"])
def test_a_file_has_changed(path: Path, change: str) -> None:
    times = path.stat()
    match change:
        case "edited":
            path.write_text("sword")  # as long as before
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        case "removed":
            path.unlink()
        case "moved":
            path.rename(path.with_name("other"))
        case "one more":
            shutil.copy2(path, path.with_name("other"))
    assert not up_to_date.begin(TAGS)
    assert not up_to_date.begin(TAGS)  # until it has been made again


@pytest.mark.parametrize("name", up_to_date.SETTINGS)
def test_a_setting_has_changed(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "1")
    assert not up_to_date.begin(TAGS)


def test_other_editions_are_wanted() -> None:
    assert not up_to_date.begin(["en"])


def test_the_tests_have_proven_something() -> None:
    REPORT.write_text("{}")
    assert not up_to_date.begin(TAGS)


def test_a_package_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("packages", "sphinx-99.dist-info").mkdir(parents=True)
    monkeypatch.setattr(sysconfig, "get_path", lambda _name: "packages")
    assert not up_to_date.begin(TAGS)


def test_what_changed_while_it_was_made_counts_as_changed() -> None:
    SOURCE.write_text("other words")
    assert not up_to_date.begin(TAGS)
    SOURCE.write_text("and more")
    up_to_date.end()
    assert not up_to_date.begin(TAGS)
