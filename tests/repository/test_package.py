"""The package can be built, installed and used without the repository."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.site.conftest import download
from tools.setup.uv import find_uv

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, **settings: str) -> str:
    """Run a command away from the repository, and return what it printed."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "THEANO", "PYTENSOR", "VIRTUAL_ENV"))
    }
    done = subprocess.run(
        command,
        cwd=settings.pop("cwd", ROOT),
        env=environment | settings,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def uv() -> tuple[Path, dict[str, str]]:
    """The uv that makes the environment, and its settings."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        path, settings = find_uv()
    return (ROOT / path).absolute(), settings


@pytest.fixture(scope="module")
def built(uv: tuple[Path, dict[str, str]], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The wheel and the source distribution."""
    folder = tmp_path_factory.mktemp("dist")
    run(uv[0], "build", "--quiet", "--out-dir", folder, **uv[1])
    return sorted(folder.glob("theano_walkthrough-*"))


def test_twine_finds_no_fault(built: list[Path]) -> None:
    assert [path.suffix for path in built] == [".whl", ".gz"]
    run(sys.executable, "-m", "twine", "check", "--strict", *built)


def test_both_hold_the_package_and_its_licence(built: list[Path]) -> None:
    modules = {path.name for path in (ROOT / "src/theano_walkthrough").rglob("*.py")}
    with zipfile.ZipFile(built[0]) as wheel, tarfile.open(built[1]) as source:
        contents = (wheel.namelist(), source.getnames())
    for names in contents:
        assert modules <= {Path(name).name for name in names if "theano_walkthrough/" in name}
        assert any(name.endswith("LICENSE") for name in names)
        assert not any("tests" in Path(name).parts for name in names)


def test_a_chapter_runs_where_only_the_wheel_is_installed(
    built: list[Path], uv: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    python = tmp_path / "environment/bin/python"
    run(uv[0], "venv", "--quiet", "--python", sys.executable, python.parents[1], **uv[1])
    command = ["pip", "install", "--quiet", "--python", str(python), "--no-binary", "theano-pymc"]
    lock = str(ROOT / "requirements.lock")
    locked = ["--constraints", lock, "--build-constraints", lock]
    run(uv[0], *command, *locked, built[0], **uv[1])
    script = download("chapters/1_first_function", ".py")
    shown = run(
        python, script, cwd=str(tmp_path), HOME=str(tmp_path), THEANO_FLAGS="base_compiledir=cache"
    )
    assert "4.5" in shown.splitlines()
