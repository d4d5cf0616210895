"""The set-up ends in one clear sentence if something is missing, and leaves nothing half done."""

import ast
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.project import ROOT, Project, only_sentence
from tools.setup import run
from tools.setup import uv as set_up_uv

INSTALLS_UV = """
echo "base-python $*" >> "$NOTES"
case "$3" in install) mkdir -p .uv/bin; cp "${0%/*}/uv" .uv/bin/uv ;; esac
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.mark.parametrize("change", ["newer lock", "newer tool", "python gone"])
def test_set_up_again_after_a_change(project: Project, change: str) -> None:
    project.make("html")
    later = time.time() + 10
    if change == "newer lock":
        os.utime(project.folder / "requirements.lock", (later, later))
    elif change == "newer tool":
        os.utime(project.folder / "tools/setup/environment.py", (later, later))
    else:
        python = project.folder / ".venv/bin/python"
        python.unlink()
        python.symlink_to("python-that-was-removed")
    assert "Setting up" in project.make("html").stdout


@pytest.mark.parametrize("target", ["html", "test-rosetta", "test-libraries", "bench"])
def test_nothing_is_installed_without_a_hash(project: Project, target: str) -> None:
    project.make(target)
    syncs = project.noted("uv pip sync")
    assert syncs
    assert all("--require-hashes" in sync and sync.endswith(".lock") for sync in syncs)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
@pytest.mark.parametrize("was_ready", [False, True])
def test_interrupted_set_up_is_not_ready(
    project: Project, how: signal.Signals, was_ready: bool
) -> None:
    if was_ready:
        project.make("html")
        later = time.time() + 10
        os.utime(project.folder / "requirements.lock", (later, later))
    before = len(project.noted("uv pip sync"))
    running = project.start("html", HANG="yes")
    while len(project.noted("uv pip sync")) == before:
        assert running.poll() is None
        time.sleep(0.02)
    os.killpg(running.pid, how)
    _, said = running.communicate()
    assert running.returncode != 0
    assert "Traceback" not in said
    assert ("interrupted; run make again" in said) == (how == signal.SIGINT)
    assert not project.ready.exists()
    assert "Setting up" in project.make("html").stdout
    assert project.ready.is_file()


def test_package_is_found_wherever_the_folder_goes(project: Project, tmp_path: Path) -> None:
    project.make("html")
    moved = project.folder.rename(tmp_path / "文 c")
    packages = moved / ".venv/lib/python3.11/site-packages"
    code = "import site, sys; site.addsitedir(sys.argv[1]); print(sys.path[-1])"
    command = [sys.executable, "-I", "-X", "utf8", "-c", code, str(packages)]
    found = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    assert Path(found.strip()).resolve() == moved / "src"


@pytest.mark.parametrize("target", ["html", "test", "test-rosetta", "bench", "lock", "serve"])
def test_without_python(project: Project, target: str) -> None:
    (project.programs / "python3").unlink()
    assert "python3 wasn't found" in only_sentence(project.make(target))


@pytest.mark.parametrize(
    ("target", "settings", "we_say"),
    [
        ("html", {"NO_PYTHON": "yes"}, "Python 3.11 was neither found nor could it be fetched"),
        ("html", {"UV_SAYS": "error: Failed to fetch: somewhere"}, "check the network"),
        ("html", {"UV_SAYS": "3 retries\n  error sending request"}, "check the network"),
        ("html", {"UV_SAYS": "because the network was disabled."}, "check the network"),
        ("html", {"UV_SAYS": "cause: Hash mismatch for `tqdm`"}, "doesn't have a hash"),
        ("html", {"UV_SAYS": "all requirements must have a hash"}, "doesn't have a hash"),
        ("html", {"UV_SAYS": "error: No space left on device"}, "couldn't be installed"),
        ("test-rosetta", {"NO_PYTHON": "yes"}, "Python 3.11 was neither found"),
        (
            "test-rosetta",
            {"UV_SAYS": "Hash mismatch"},
            "hash of tools/setup/rosetta-requirements.lock",
        ),
        ("test-rosetta", {"FAILS_TO": "install", "FAILS": "torch=="}, "PyTorch's build for CPUs"),
        ("test", {"FAILS": " ci "}, "What checks the site couldn't be fetched; check the network"),
        ("test", {"FAILS": " ci ", "SAYS": "npm error code EJSONPARSE"}, "run make lock"),
        ("test", {"FAILS": " ci ", "SAYS": "npm error code EUSAGE"}, "run make lock"),
        ("lock", {"UV_SAYS": "error: No solution found"}, "No lock could be made"),
    ],
)
def test_what_cannot_be_had_is_told_in_one_sentence(
    project: Project, target: str, settings: dict[str, str], we_say: str
) -> None:
    said = only_sentence(project.make(target, **settings))
    assert we_say in said
    assert said.endswith("(details: build/setup.log).")
    assert settings.get("UV_SAYS", "") in (project.folder / "build/setup.log").read_text()
    assert not list(project.folder.glob(".venv*/.ready")) or target == "test"


@pytest.mark.parametrize(
    ("target", "folder"),
    [
        ("html", ".venv"),
        ("test-rosetta", ".venv-rosetta"),
        ("test-libraries", ".venv-libraries"),
        ("bench", ".venv-bench"),
    ],
)
def test_a_file_where_an_environment_should_be(project: Project, target: str, folder: str) -> None:
    (project.folder / folder).write_text("somebody's")
    said = only_sentence(project.make(target))
    assert said == f"{folder} must be a folder; move it away and run make again."
    assert (project.folder / folder).read_text() == "somebody's"


def test_folder_that_cannot_be_written(project: Project) -> None:
    (project.folder / "build").write_text("a file where a folder should be")
    assert only_sentence(project.make("html")).startswith("Set-up failed: ")


def test_rosetta_takes_pytorch_from_where_pip_looks(project: Project) -> None:
    assert project.make("test-rosetta", FAILS_TO="install").returncode == 0
    (install,) = (line for line in project.noted("python ") if "torch==" in line)
    assert "--no-deps --only-binary :all: torch==" in install


# uv itself


@pytest.fixture
def fetching(project: Project, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Project]:
    """Work in the project, with a Python that does what a script says."""

    def prepare(script: str) -> Project:
        python = project.write_program("base-python", f"#!/bin/sh\n{script}\n")
        monkeypatch.setattr(set_up_uv, "PYTHON", str(python))
        return project

    monkeypatch.chdir(project.folder)
    (project.folder / "build").mkdir()
    for name, value in project.environment.items():
        monkeypatch.setenv(name, value)
    return prepare


def test_new_enough_uv_is_used(fetching: Callable[[str], Project]) -> None:
    project = fetching("exit 1")
    assert set_up_uv.find_uv() == (str(project.programs / "uv"), {})


def test_old_uv_is_not_used(
    fetching: Callable[[str], Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = fetching(INSTALLS_UV)
    monkeypatch.setenv("UV_VERSION_SHOWN", "0.7.99")
    uv, settings = set_up_uv.find_uv()
    assert uv == ".uv/bin/uv"
    assert settings["UV_CACHE_DIR"] == str(project.folder / ".uv/cache")
    (install,) = project.noted("base-python -m pip install")
    assert "--require-hashes --requirement tools/setup/uv-requirements.lock" in install


def test_fetched_uv_is_kept(fetching: Callable[[str], Project]) -> None:
    project = fetching(INSTALLS_UV)
    (project.folder / ".uv/bin").mkdir(parents=True)
    shutil.move(project.programs / "uv", project.folder / ".uv/bin/uv")
    assert set_up_uv.find_uv()[0] == ".uv/bin/uv"
    assert not project.noted("base-python")


def test_without_pip_an_environment_lends_one(fetching: Callable[[str], Project]) -> None:
    lends = """
        echo "$0 $*" >> "$NOTES"
        case "$2" in
        pip) exit 1 ;;
        venv) mkdir -p .uv/pip/bin; cp "${0%/*}/lent-python" .uv/pip/bin/python ;;
        esac
    """
    project = fetching(lends)
    source = str(project.programs / "uv-to-install")
    shutil.move(project.programs / "uv", source)
    project.write_program("lent-python", f'#!/bin/sh\nmkdir -p .uv/bin; cp "{source}" .uv/bin/uv\n')
    uv, _ = set_up_uv.find_uv()
    assert set_up_uv.version(uv) == (99, 0, 0)
    assert not (project.folder / ".uv/pip").exists()


@pytest.mark.parametrize(
    ("script", "we_say"),
    [
        ("exit 1", "Neither uv nor pip was found"),
        ('case "$3" in install) echo "Connection refused"; exit 1 ;; esac', "check the network"),
        (
            'case "$3" in install) echo "THESE PACKAGES DO NOT MATCH THE HASHES"; exit 1 ;; esac',
            "doesn't have a hash",
        ),
    ],
)
def test_uv_that_cannot_be_had(
    fetching: Callable[[str], Project], script: str, we_say: str
) -> None:
    project = fetching(script)
    (project.programs / "uv").unlink()
    with pytest.raises(run.Problem, match=we_say):
        set_up_uv.find_uv()
    assert not (project.folder / ".uv/bin").exists()


def test_an_old_python_is_refused(project: Project) -> None:
    project.write_program("old-python", "#!/bin/sh\ncase $1 in -c) exit 1 ;; esac\n")
    (project.programs / "python3").unlink()
    (project.programs / "python3").symlink_to("old-python")
    said = only_sentence(project.make("html"))
    assert said == "make needs Python 3.9 or newer as python3; install it and run make again."


@pytest.mark.parametrize("tool", ["build_lock", "run_parallel"])
def test_a_tool_without_a_command_says_so(tool: str) -> None:
    command = [sys.executable, str(ROOT / "tools/make" / f"{tool}.py")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert re.fullmatch(rf"{tool}[.]py must get .*[.]\n", done.stderr)
    assert done.returncode == 1


def test_the_set_up_needs_nothing_but_the_standard_library() -> None:
    in_the_environment = {"browser.py", "try_flags.py"}
    tools = [path for part in ("setup", "make") for path in (ROOT / "tools" / part).glob("*.py")]
    tools = [path for path in tools if path.name not in in_the_environment]
    assert tools
    for tool in tools:
        tree = ast.parse(tool.read_text(), feature_version=(3, 9))
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            else:
                continue
            assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names | {"tools"}
