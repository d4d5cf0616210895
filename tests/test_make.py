"""The commands set everything up once, and end in one clear sentence if they can't.

They run in a copy of what they need, with a uv that only pretends, and see no other program
than those that they may rely on.
"""

import ast
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import find_uv
import logged

ROOT = Path(__file__).parent.parent
RELIED_ON = ["awk", "bash", "dirname", "find", "make", "mkdir", "rm", "sh", "sleep", "test"]
ONLY_FOR_THE_FAKE = ["cat", "chmod", "cp"]

# Notes what it's asked; makes an environment whose Python is the fake below; may fail or hang.
FAKE_UV = """#!/bin/sh
echo "uv $*" >> "$NOTES"
case "$1" in
--version) echo "uv ${UV_VERSION_SHOWN:-99.0.0} (somewhere)" ;;
venv)
    if [ "$NO_PYTHON" ]; then echo "error: No interpreter found for Python 3.11"; exit 2; fi
    for folder; do :; done  # the last argument
    rm -rf "$folder"
    mkdir -p "$folder/bin" "$folder/lib/python3.11/site-packages"
    cp "$FAKE_PYTHON" "$folder/bin/python"
    ;;
pip)
    if [ "$2" = "$FAILS_TO" ]; then exit 1; fi
    if [ "$HANG" ]; then exec sleep 60; fi
    if [ "$UV_SAYS" ]; then echo "$UV_SAYS"; exit 1; fi
    ;;
esac
"""

# Stands for the environment's Python: notes what it's asked; may fail, having left something.
FAKE_PYTHON = """#!/bin/sh
echo "python $* PYTENSOR_FLAGS=$PYTENSOR_FLAGS THEANO_FLAGS=$THEANO_FLAGS" >> "$NOTES"
for folder in build/doctrees/pages/en build/doctrees/pages/zh-CN build/doctrees/doctest; do
    case "$*" in *"-d $folder "*) : > "$folder/read" ;; esac
done
case "$*" in
*"$KILLS"*) if [ "$KILLS" ]; then kill -9 "$PPID"; sleep 1; fi ;;
esac
if [ "$FETCHES" ] && [ "$2" = playwright ]; then
    folder="$PLAYWRIGHT_BROWSERS_PATH/chromium_headless_shell-1/chrome-linux"
    mkdir -p "$folder" && cp "$0" "$folder/headless_shell"
fi
case "$*" in
*"$FAILS"*) if [ "$FAILS" ]; then echo "it failed"; exit 1; fi ;;
esac
"""


class Project:
    """A copy of the files behind the commands, in a folder with a difficult name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "a b 神经"
        self.folder.mkdir()
        for name in ("Makefile", "requirements.lock"):
            shutil.copy(ROOT / name, self.folder)
        for name in ("tools", ".ci"):
            shutil.copytree(
                ROOT / name, self.folder / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        for name in ("docs/chapters", "src", "tests"):
            (self.folder / name).mkdir(parents=True)
        self.programs = folder / "programs"
        self.programs.mkdir()
        for name in RELIED_ON + ONLY_FOR_THE_FAKE:
            (self.programs / name).symlink_to(str(shutil.which(name)))
        (self.programs / "python3").symlink_to(sys.executable)
        self.browser = self.programs / "chromium"
        self.browser.symlink_to(str(shutil.which("true")))
        self.write_program("uv", FAKE_UV)
        self.notes = folder / "notes"
        self.notes.touch()
        self.environment = {
            "PATH": str(self.programs),
            "HOME": str(folder),
            "LANG": "C",
            "NOTES": str(self.notes),
            "FAKE_PYTHON": str(self.write_program("fake-python", FAKE_PYTHON)),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self.ready = self.folder / ".venv" / ".ready"

    def write_program(self, name: str, text: str) -> Path:
        program = self.programs / name
        program.write_text(text)
        program.chmod(0o755)
        return program

    def make(self, *targets: str, **settings: str) -> subprocess.CompletedProcess[str]:
        return self.run("make", *targets, **settings)

    def run(self, *command: str, **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment | settings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )

    def noted(self, start: str) -> list[str]:
        return [line for line in self.notes.read_text().splitlines() if line.startswith(start)]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def only_sentence(result: subprocess.CompletedProcess[str]) -> str:
    """Return what a failed command says, which must be one line besides make's own."""
    assert result.returncode != 0
    said = [line for line in result.stderr.splitlines() if not line.startswith("make: ")]
    assert len(said) == 1, said
    assert re.fullmatch(r"\S.*\w.*[.]", said[0])
    assert "Error" not in said[0]
    return said[0]


def phony_targets() -> set[str]:
    declared = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert declared
    return set(declared[1].split())


# The commands


def test_help_lists_every_command(project: Project) -> None:
    listed = dict(re.findall(r"^make (\S+) +(\S.+)$", project.make("help").stdout, re.MULTILINE))
    assert listed.keys() == phony_targets()
    assert {"html", "test", "doctest", "serve", "clean", "help"} <= listed.keys()


def test_make_alone_is_help_and_sets_nothing_up(project: Project) -> None:
    assert project.make().stdout == project.make("help").stdout
    assert not project.notes.read_text()


def test_html_says_which_page_to_open(project: Project) -> None:
    result = project.make("html")
    assert result.returncode == 0
    assert result.stdout.splitlines()[-1].endswith("open build/html/index.html")


def test_test_runs_every_check(project: Project) -> None:
    assert project.make("test").returncode == 0
    ran = [
        line.removeprefix("python ").removeprefix("-m ").split()
        for line in project.noted("python ")
        if " ci " not in line
    ]
    commands = [
        "ruff",
        "ruff",
        "mypy",
        *["sphinx"] * 3,
        "tools/site/publish.py",
        "sphinx",
        "pytest",
        "tools/site/verified.py",
        "tools/site/publish.py",
    ]
    assert [command[0] for command in ran] == commands
    assert ran[0][1:2] == ["check"]
    assert ran[1][1:3] == ["format", "--check"]
    builders = ("doctest", "html", "html", "gettext")
    for sphinx, builder in zip([*ran[3:6], ran[7]], builders, strict=True):
        assert {"-W", "-n"} <= set(sphinx)
        assert sphinx[sphinx.index("-b") + 1] == builder


@pytest.mark.parametrize(
    "part",
    [
        *("ruff check", "ruff format", "mypy", "doctest"),
        *("pages/en", "pages/zh-CN", "publish", "gettext", "pytest", "verified"),
    ],
)
def test_test_fails_if_a_check_fails(project: Project, part: str) -> None:
    assert project.make("test", FAILS=part).returncode != 0


BUILDS = [("html", "pages/en"), ("html", "pages/zh-CN"), ("doctest", "doctest")]


@pytest.mark.parametrize(("target", "build"), BUILDS)
def test_a_failed_build_reads_all_pages_again(project: Project, target: str, build: str) -> None:
    doctrees = project.folder / "build/doctrees" / build
    assert project.make(target).returncode == 0
    assert {path.name for path in doctrees.iterdir()} == {"read"}
    assert project.make(target, FAILS=f"build/{build}").returncode != 0
    assert not doctrees.exists()


@pytest.mark.parametrize(("target", "build"), BUILDS)
def test_a_killed_build_reads_all_pages_again(project: Project, target: str, build: str) -> None:
    doctrees = project.folder / "build/doctrees" / build
    assert project.make(target).returncode == 0
    half = doctrees / "half"
    half.touch()
    assert project.make(target).returncode == 0
    assert half.exists()
    assert project.make(target, KILLS=f"build/{build}").returncode != 0
    assert {path.name for path in doctrees.iterdir()} == {"half", "read", ".unfinished"}
    assert project.make(target).returncode == 0
    assert {path.name for path in doctrees.iterdir()} == {"read"}


def test_test_takes_the_browser_that_is_there(project: Project) -> None:
    assert project.make("test").returncode == 0
    assert (project.folder / ".venv/.browser").read_text() == str(project.browser)


def test_test_takes_the_browser_that_chromium_names(project: Project) -> None:
    other = project.folder / "my browser"
    other.symlink_to(project.browser)
    assert project.make("test", CHROMIUM=str(other)).returncode == 0
    assert (project.folder / ".venv/.browser").read_text() == str(other)


def test_test_refuses_a_browser_that_is_none(project: Project) -> None:
    sentence = only_sentence(project.make("test", CHROMIUM="nowhere"))
    assert sentence == "CHROMIUM must name a browser that can be started, not nowhere."


def test_test_passes_over_a_browser_that_does_not_start(project: Project) -> None:
    project.browser.unlink()
    project.browser.symlink_to(str(shutil.which("false")))
    (project.programs / "google-chrome").symlink_to(str(shutil.which("true")))
    assert project.make("test").returncode == 0
    assert (project.folder / ".venv/.browser").read_text().endswith("/google-chrome")


def test_test_fetches_a_browser_if_there_is_none(project: Project) -> None:
    project.browser.unlink()
    assert project.make("test", FETCHES="1").returncode == 0
    fetched = Path((project.folder / ".venv/.browser").read_text())
    assert fetched.parts[:2] == (".venv", "browsers")


def test_test_fetches_what_checks_the_site_once(project: Project) -> None:
    assert project.make("test").returncode == 0
    (fetched,) = (line for line in project.noted("python ") if " ci " in line)
    assert "--ignore-scripts" in fetched
    assert (project.folder / ".venv/web/package-lock.json").is_file()
    project.notes.write_text("")
    assert project.make("test").returncode == 0
    assert not [line for line in project.noted("python ") if " ci " in line]


def test_test_says_so_if_what_checks_the_site_cannot_be_fetched(project: Project) -> None:
    sentence = only_sentence(project.make("test", FAILS=" ci "))
    assert sentence.startswith("What checks the site couldn't be fetched; check the network")
    assert not (project.folder / ".venv/.web").exists()


def test_without_a_browser_test_says_so_before_anything_else(project: Project) -> None:
    project.browser.unlink()
    sentence = only_sentence(project.make("test"))
    assert sentence.startswith("make test needs Chromium or Chrome, and none was found")
    assert [line.split()[2] for line in project.noted("python ")] == ["playwright"]


def test_a_browser_that_is_gone_is_looked_for_again(project: Project) -> None:
    assert project.make("test").returncode == 0
    project.browser.unlink()
    assert "needs Chromium" in only_sentence(project.make("test"))


def test_html_builds_both_editions_and_then_what_lies_between(project: Project) -> None:
    assert project.make("html").returncode == 0
    *editions, between = project.noted("python ")
    english, chinese = sorted(editions, key=lambda note: "language=zh_CN" in note)
    for edition, language, tag in ((english, "en", "en"), (chinese, "zh_CN", "zh-CN")):
        assert f"-D language={language} -D editions=en,zh_CN" in edition
        assert f"-d build/doctrees/pages/{tag} docs build/pages/{tag} " in edition
    assert between.startswith("python tools/site/publish.py en zh-CN ")


def test_html_builds_one_language_for_quick_work(project: Project) -> None:
    assert project.make("html", "LANGUAGES=en").returncode == 0
    english, between = project.noted("python ")
    assert "-D language=en -D editions=en " in english
    assert between.startswith("python tools/site/publish.py en ")


@pytest.mark.parametrize("languages", ["de", "", "en zh-CN"])
def test_html_says_which_languages_there_are(project: Project, languages: str) -> None:
    result = project.make("html", f"LANGUAGES={languages}")
    assert result.returncode != 0
    assert "LANGUAGES must be en, zh_CN or both, not" in result.stderr
    assert not project.noted("python ")


def test_translate_collects_messages_before_it_updates_catalogues(project: Project) -> None:
    stale = project.folder / "build/gettext/gone.pot"
    stale.parent.mkdir(parents=True)
    stale.touch()
    assert project.make("translate").returncode == 0
    collect, update = project.noted("python ")
    assert "-b gettext" in collect
    assert update.startswith("python tools/site/translate.py ")
    assert not stale.exists()


def test_rosetta_runs_in_an_environment_of_its_own(project: Project) -> None:
    assert project.make("test-rosetta").returncode == 0
    (sync,) = project.noted("uv pip sync")
    assert "--python .venv-rosetta/bin/python --require-hashes" in sync
    assert sync.endswith(" tools/rosetta-requirements.lock")
    (install,) = project.noted("uv pip install")
    assert "--python .venv-rosetta/bin/python --torch-backend cpu --no-deps" in install
    ran = [line.split(" PYTENSOR_FLAGS")[0] for line in project.noted("python ")]
    scripts = ["docs/rosetta/with_jax.py", "docs/rosetta/with_pytorch.py"]
    assert ran == [f"python -W error {script}" for script in scripts]
    assert not project.ready.exists()
    assert "Setting up" not in project.make("test-rosetta").stdout


def test_bench_makes_an_environment_for_its_peers(project: Project) -> None:
    assert project.make("bench").returncode == 0
    syncs = project.noted("uv pip sync")
    assert syncs[-1].endswith(" tools/bench-requirements.lock")
    assert "--python .venv-bench/bin/python --require-hashes" in syncs[-1]
    for script in ("training.py", "building.py", "growth.py"):
        assert any(script in line for line in project.noted("python "))
    assert "Setting up" not in project.make("bench").stdout


@pytest.mark.parametrize("library", ["jax", "pytorch"])
def test_rosetta_fails_if_a_snippet_fails(project: Project, library: str) -> None:
    assert project.make("test-rosetta", FAILS=f"with_{library}").returncode != 0


def test_rosetta_takes_pytorch_from_where_pip_looks(project: Project) -> None:
    assert project.make("test-rosetta", FAILS_TO="install").returncode == 0
    (install,) = (line for line in project.noted("python ") if "torch==" in line)
    assert "--no-deps --only-binary :all: torch==" in install


def test_continuous_integration_runs_make_test(project: Project) -> None:
    (project.folder / "elsewhere").mkdir()
    command = ["sh", "-c", 'cd elsewhere && exec bash "$0"', str(project.folder / ".ci/run")]
    assert project.run(*command, CI="true").returncode == 0
    assert project.noted("python -m pytest")
    assert project.run(*command, CI="true", FAILS="pytest").returncode != 0


def test_clean_leaves_sources_and_environment(project: Project) -> None:
    project.make("html")
    cache = project.folder / "src/package/__pycache__"
    cache.mkdir(parents=True)
    assert project.make("clean").returncode == 0
    assert project.ready.is_file()
    left = {path.name for path in project.folder.iterdir()}
    assert left == {
        ".ci",
        ".venv",
        "Makefile",
        "docs",
        "requirements.lock",
        "src",
        "tests",
        "tools",
    }
    assert not (project.folder / "docs/chapters").exists()
    assert not cache.exists()
    assert cache.parent.is_dir()


@pytest.mark.parametrize("library", ["theano", "pytensor"])
@pytest.mark.parametrize(("own", "added"), [("", ""), ("cxx=,mode=JAX", ",cxx=,mode=JAX")])
def test_compiled_code_goes_into_build_and_own_flags_win(
    project: Project, library: str, own: str, added: str
) -> None:
    variable = f"{library.upper()}_FLAGS"
    project.make("html", **{variable: own})
    flags = f"base_compiledir='{project.folder}/build/{library}'{added}"
    assert f" {variable}={flags} " in project.noted("python ")[0] + " "


# The set-up


def test_second_run_does_no_set_up(project: Project) -> None:
    assert "Setting up" in project.make("html").stdout
    before = project.noted("uv ")
    assert any(line.startswith("uv pip sync") for line in before)
    second = project.make("html")
    assert "Setting up" not in second.stdout
    assert project.noted("uv ") == before


@pytest.mark.parametrize("change", ["newer lock", "newer tool", "python gone"])
def test_set_up_again_after_a_change(project: Project, change: str) -> None:
    project.make("html")
    later = time.time() + 10
    if change == "newer lock":
        os.utime(project.folder / "requirements.lock", (later, later))
    elif change == "newer tool":
        os.utime(project.folder / "tools/set_up.py", (later, later))
    else:
        python = project.folder / ".venv/bin/python"
        python.unlink()
        python.symlink_to("python-that-was-removed")
    assert "Setting up" in project.make("html").stdout


def test_hashes_are_required(project: Project) -> None:
    project.make("html")
    (sync,) = project.noted("uv pip sync")
    assert "--require-hashes" in sync
    assert "--build-constraints requirements.lock" in sync
    assert sync.endswith(" requirements.lock")


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
    running = subprocess.Popen(
        ["make", "html"],
        cwd=project.folder,
        env=project.environment | {"HANG": "yes"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        # A shell has what it runs in the background ignore the keyboard's signal.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
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


# What may be missing


@pytest.mark.parametrize("target", ["html", "test", "test-rosetta", "bench", "lock"])
def test_without_python(project: Project, target: str) -> None:
    (project.programs / "python3").unlink()
    assert "python3 wasn't found" in only_sentence(project.make(target))


def test_without_python_of_the_right_version(project: Project) -> None:
    said = only_sentence(project.make("html", NO_PYTHON="yes"))
    assert said.startswith("Python 3.11 was neither found nor could it be fetched")
    assert "No interpreter found" in (project.folder / "build/setup.log").read_text()
    assert not project.ready.exists()


@pytest.mark.parametrize(
    ("uv_says", "we_say"),
    [
        ("error: Failed to fetch: somewhere", "check the network"),
        ("error: Request failed after 3 retries\n  error sending request", "check the network"),
        ("hint: Packages were unavailable because the network was disabled.", "check the network"),
        ("error: Failed to download\n  cause: Hash mismatch for `tqdm`", "doesn't have a hash"),
        ("error: all requirements must have a hash, but none", "doesn't have a hash"),
        ("error: No space left on device", "couldn't be installed"),
    ],
)
def test_packages_that_cannot_be_had(project: Project, uv_says: str, we_say: str) -> None:
    said = only_sentence(project.make("html", UV_SAYS=uv_says))
    assert we_say in said
    assert said.endswith("(details: build/setup.log).")
    assert uv_says in (project.folder / "build/setup.log").read_text()
    assert not project.ready.exists()


@pytest.mark.parametrize(
    ("settings", "we_say"),
    [
        ({"NO_PYTHON": "yes"}, "Python 3.11 was neither found"),
        ({"UV_SAYS": "error: Failed to fetch: somewhere"}, "The packages couldn't be fetched"),
        ({"UV_SAYS": "Hash mismatch"}, "doesn't have a hash of tools/rosetta-requirements.lock"),
        ({"FAILS_TO": "install", "FAILS": "torch=="}, "PyTorch's build for CPUs couldn't be"),
    ],
)
def test_rosetta_that_cannot_be_set_up(
    project: Project, settings: dict[str, str], we_say: str
) -> None:
    said = only_sentence(project.make("test-rosetta", **settings))
    assert we_say in said
    assert said.endswith("(details: build/setup.log).")
    assert not (project.folder / ".venv-rosetta/.ready").exists()


def test_lock_that_cannot_be_made(project: Project) -> None:
    said = only_sentence(project.make("lock", UV_SAYS="error: No solution found"))
    assert said.startswith("No lock could be made")


def test_folder_that_cannot_be_written(project: Project) -> None:
    (project.folder / "build").write_text("a file where a folder should be")
    assert only_sentence(project.make("html")).startswith("Set-up failed: ")


# uv itself


@pytest.fixture
def fetching(project: Project, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Project]:
    """Work in the project, with a Python that does what a script says."""

    def prepare(script: str) -> Project:
        python = project.write_program("base-python", f"#!/bin/sh\n{script}\n")
        monkeypatch.setattr(find_uv, "PYTHON", str(python))
        return project

    monkeypatch.chdir(project.folder)
    (project.folder / "build").mkdir()
    for name, value in project.environment.items():
        monkeypatch.setenv(name, value)
    return prepare


INSTALLS_UV = """
echo "base-python $*" >> "$NOTES"
case "$3" in install) mkdir -p .uv/bin; cp "${0%/*}/uv" .uv/bin/uv ;; esac
"""


def test_new_enough_uv_is_used(fetching: Callable[[str], Project]) -> None:
    project = fetching("exit 1")
    assert find_uv.find_uv() == (str(project.programs / "uv"), {})


def test_old_uv_is_not_used(
    fetching: Callable[[str], Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = fetching(INSTALLS_UV)
    monkeypatch.setenv("UV_VERSION_SHOWN", "0.7.99")
    uv, settings = find_uv.find_uv()
    assert uv == ".uv/bin/uv"
    assert settings["UV_CACHE_DIR"] == str(project.folder / ".uv/cache")
    (install,) = project.noted("base-python -m pip install")
    assert "--require-hashes --requirement tools/uv-requirements.lock" in install


def test_fetched_uv_is_kept(fetching: Callable[[str], Project]) -> None:
    project = fetching(INSTALLS_UV)
    (project.folder / ".uv/bin").mkdir(parents=True)
    shutil.move(project.programs / "uv", project.folder / ".uv/bin/uv")
    assert find_uv.find_uv()[0] == ".uv/bin/uv"
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
    uv, _ = find_uv.find_uv()
    assert find_uv.version(uv) == (99, 0, 0)
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
    with pytest.raises(logged.Problem, match=we_say):
        find_uv.find_uv()
    assert not (project.folder / ".uv/bin").exists()


def test_uv_cannot_be_fetched_by_an_old_python(
    fetching: Callable[[str], Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = fetching(INSTALLS_UV)
    (project.programs / "uv").unlink()
    monkeypatch.setattr(sys, "version_info", (3, 7, 1))
    with pytest.raises(logged.Problem, match=r"needs Python 3\.8 or newer, and python3 is 3\.7;"):
        find_uv.find_uv()


def test_tools_run_on_any_python_3() -> None:
    tools = sorted((ROOT / "tools").glob("*.py"))
    assert tools
    old = {"concurrent.futures", "contextlib", "json", "os", "pathlib", "re", "shutil", "signal"}
    old |= {"subprocess", "sys", "typing"}
    known = {tool.stem for tool in tools} | old
    for tool in tools:
        tree = ast.parse(tool.read_text(), feature_version=(3, 6))
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                assert {alias.name for alias in node.names} <= known
            elif isinstance(node, ast.ImportFrom):
                assert node.module in known


# The packages


def locked(name: str) -> dict[str, list[str]]:
    """Return each locked package's versions; each must have a hash."""
    versions: dict[str, list[str]] = {}
    for entry in re.split(r"\n(?=\S)", (ROOT / name).read_text().strip()):
        first, *hashes = entry.split(" \\\n")
        package, version = first.partition(" ;")[0].strip().split("==")
        assert hashes, first
        assert all(re.fullmatch(r" +--hash=sha256:[0-9a-f]{64}", line) for line in hashes), first
        versions.setdefault(package, []).append(version)
    return versions


def test_lock_satisfies_what_is_asked_for() -> None:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    included = {entry["include-group"] for entry in groups.pop("dev")}
    bench, rosetta = groups.pop("bench"), groups.pop("rosetta")
    assert included == groups.keys()
    asked = sum(groups.values(), project["project"]["dependencies"])
    for lock, requirements in (
        ("requirements.lock", asked),
        ("tools/bench-requirements.lock", bench),
        ("tools/rosetta-requirements.lock", rosetta),
    ):
        versions = locked(lock)
        for requirement in map(Requirement, requirements):
            pins = versions[canonicalize_name(requirement.name)]
            assert all(requirement.specifier.contains(pin) for pin in pins), requirement


def test_uv_lock_is_new_enough() -> None:
    versions = locked("tools/uv-requirements.lock")
    assert versions.keys() == {"uv"}
    assert tuple(map(int, versions["uv"][0].split("."))) >= find_uv.OLDEST


def test_theanos_own_tests_do_not_hide_ours() -> None:
    ours = importlib.util.find_spec("tests")
    assert ours
    assert ours.origin == str(ROOT / "tests/__init__.py")
