"""The tests take a browser that is there, or bring one."""

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

import brotli
import pytest

from tools.setup import browser
from tools.setup.run import Problem

LISTS_LIBRARIES = '#!/bin/sh\necho "Chromium $1 $LD_LIBRARY_PATH"\n'


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Linux without browsers, and the folder of a project."""
    (tmp_path / "programs").mkdir()
    (tmp_path / ".venv").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "programs"))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "ON_A_MAC", ())
    monkeypatch.setattr("platform.system", lambda: "Linux")
    monkeypatch.setattr("platform.machine", lambda: "x86_64")
    return tmp_path


def add(path: Path, said: str = "Chromium 153.0", code: int = 0) -> Path:
    path.write_text(f"#!/bin/sh\necho '{said}'\nexit {code}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def package(folder: Path) -> None:
    """Write what the package of the browser holds."""
    content = BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("lib/libneeded.so"))
    binaries = folder / "node_modules/@sparticuz/chromium/bin"
    binaries.mkdir(parents=True)
    (binaries / "al2023.tar.br").write_bytes(brotli.compress(content.getvalue()))
    (binaries / "chromium.br").write_bytes(brotli.compress(LISTS_LIBRARIES.encode()))


def found() -> str:
    browser.set_up_browser()
    return browser.FOUND.read_text(encoding="utf-8")


def test_an_installed_one_that_starts_is_taken(machine: Path) -> None:
    add(machine / "programs/chromium", code=1)
    add(machine / "programs/chromium-browser", "install me first")
    chrome = add(machine / "programs/google-chrome", "Google Chrome 153.0")
    assert found() == str(chrome)


def test_the_one_that_chromium_names_is_taken(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(machine / "programs/chromium")
    add(machine / "my browser")
    monkeypatch.setenv("CHROMIUM", "./my browser")
    assert found() == str(machine / "my browser")


@pytest.mark.parametrize("named", ["nowhere", "ls"])
def test_a_name_that_is_no_browser_is_refused(
    machine: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    add(machine / "programs/ls", "ls (GNU coreutils) 9.1")
    monkeypatch.setenv("CHROMIUM", named)
    with pytest.raises(Problem, match=f"^CHROMIUM must name a browser .* started, not {named}[.]$"):
        found()


def test_the_pinned_one_is_unpacked_with_its_libraries(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "install", lambda what, folder, omit: package(folder))
    path = found()
    moved = machine.rename(machine.with_name("elsewhere 目录")) / path
    assert (moved.parent / "lib/libneeded.so").is_file()
    said = subprocess.check_output([moved, "--version"], encoding="utf-8")
    assert said == f"Chromium --version {moved.parent}/lib\n"


def test_elsewhere_playwright_fetches_one(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.machine", lambda: "aarch64")

    def fetch(command: list[str], **settings: str) -> str:
        assert command[1:4] == ["-m", "playwright", "install"]
        folder = Path(settings["PLAYWRIGHT_BROWSERS_PATH"], "chromium_shell-1", "chrome-linux")
        folder.mkdir(parents=True)
        add(folder / "headless_shell")
        return ""

    monkeypatch.setattr(browser, "run", fetch)
    assert found() == ".venv/browsers/chromium_shell-1/chrome-linux/headless_shell"


def test_where_none_can_be_had_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.system", lambda: "FreeBSD")
    monkeypatch.setattr(browser, "run", lambda *_, **__: "")
    with pytest.raises(
        Problem, match="^make test, and make book for its PDFs, need Chromium or Chrome, and none"
    ):
        found()
    assert not browser.FOUND.exists()
