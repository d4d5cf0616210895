"""What the commands do for whoever types them."""

import os
import re
import signal
import time
from pathlib import Path

import pytest
from theano.configparser import parse_config_string

from tests.project import Project, only_sentence

COMMANDS = {
    *("html", "book", "test", "test-rosetta", "test-theano", "test-libraries", "doctest", "lint"),
    *("links", "translate", "bench", "serve", "lock", "clean", "help"),
}
PARTS_OF_TEST = [
    *(
        "ruff check",
        "ruff format",
        "mypy",
        "importlinter",
        "doctest",
        "pages/en",
        "pages/zh-CN",
        "publish",
    ),
    *("build/epub/en", "build/epub/zh-CN", "publishing.books", "paper.print"),
    *("setup.browser", "ci --ignore", "gettext", "pytest", "verification"),
]
BUILDS = [("html", "pages/en"), ("html", "pages/zh-CN"), ("doctest", "doctest")]
WAITING = "Waiting for another make in this folder ...\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_help_lists_every_command_and_sets_nothing_up(project: Project) -> None:
    said = project.make("help").stdout
    assert dict(re.findall(r"^make (\S+) +(\S.+)$", said, re.MULTILINE)).keys() == COMMANDS
    assert project.make().stdout == said
    assert not project.notes.read_text()


def test_html_says_which_page_to_open(project: Project) -> None:
    result = project.make("html")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines()[-1].endswith("open build/html/index.html")


@pytest.mark.parametrize(
    ("languages", "built"), [("en", ["en"]), ("zh_CN", ["zh_CN"]), ("zh_CN en en", ["en", "zh_CN"])]
)
def test_html_builds_the_editions_that_are_asked_for(
    project: Project, languages: str, built: list[str]
) -> None:
    assert project.make("html", f"LANGUAGES={languages}").returncode == 0
    notes = "\n".join(project.noted("python -m sphinx"))
    assert sorted(re.findall(r"-D language=(\w+)", notes)) == built


def test_html_builds_nothing_if_the_site_is_up_to_date(project: Project) -> None:
    result = project.make("html", UP_TO_DATE="0")
    assert result.returncode == 0
    assert result.stdout.splitlines()[-1].endswith("open build/html/index.html")
    assert not project.noted("python -m sphinx")


def test_book_makes_epubs_then_pdfs_of_the_editions_that_are_asked_for(project: Project) -> None:
    assert project.make("book", "LANGUAGES=zh_CN").returncode == 0
    steps = ["-b html", "-b epub", "publishing.books zh-CN", "paper.print", "publishing.publish"]
    notes = "\n".join(project.noted("python "))
    places = [notes.rindex(step) for step in steps]
    assert places == sorted(places)
    assert "language=en" not in notes


def test_book_without_a_browser_says_so_and_publishes_the_epubs(project: Project) -> None:
    result = project.make("book", FAILS="tools.setup.browser", SAYS="There is no browser.")
    assert result.returncode != 0
    assert result.stdout.splitlines()[-1] == "There is no browser."
    *_, kept, published, _noted, _tried = project.noted("python ")
    assert "publishing.books en zh-CN" in kept
    assert "publishing.publish en zh-CN" in published
    assert not project.noted("python -m tools.publishing.paper.print")


@pytest.mark.parametrize("languages", ["de", "", "en zh-CN"])
def test_html_says_which_languages_there_are(project: Project, languages: str) -> None:
    sentence = only_sentence(project.make("html", f"LANGUAGES={languages}"))
    assert sentence.startswith("LANGUAGES must be one or more of en zh_CN, not ")


@pytest.mark.parametrize("target", ["html", "doctest"])
def test_a_day_that_is_none_is_refused(project: Project, target: str) -> None:
    sentence = only_sentence(project.make(target, SOURCE_DATE_EPOCH="soon"))
    assert sentence.endswith("must be a whole number of seconds since 1970, not soon.")


@pytest.mark.parametrize("target", ["html", "doctest"])
def test_flags_of_ones_own_are_tried_before_anything_is_built(
    project: Project, target: str
) -> None:
    assert (
        project.make(target, THEANO_FLAGS="mode=FAST", FAILS="tools.make.try_flags").returncode != 0
    )
    assert not project.noted("python -m sphinx")


def test_settings_of_other_programs_stay_outside(project: Project) -> None:
    settings = {"NODE_OPTIONS": "--require /x", "PYTHONOPTIMIZE": "2", "PYTHONWARNINGS": "error"}
    project.write_program("fake-python", '#!/bin/sh\nenv > "$NOTES"\n')
    (project.programs / "env").symlink_to("/usr/bin/env")
    assert project.make("doctest", THEANORC="broken", **settings).returncode == 0
    seen = dict(line.partition("=")[::2] for line in project.notes.read_text().splitlines())
    assert not settings.keys() & seen.keys()
    assert seen["THEANORC"] == "/dev/null"


def test_make_says_where_it_wants_to_run(project: Project, tmp_path: Path) -> None:
    makefile = str(project.folder / "Makefile")
    result = project.run("make", "--directory", str(tmp_path), "--file", makefile, "html")
    assert only_sentence(result).startswith("Run make in the folder that holds its Makefile")


@pytest.mark.parametrize("part", PARTS_OF_TEST)
def test_test_fails_if_a_part_of_it_fails(project: Project, part: str) -> None:
    assert project.make("test", FAILS=part).returncode != 0


def test_continuous_integration_runs_make_test(project: Project) -> None:
    (project.folder / "elsewhere").mkdir()
    command = ["sh", "-c", 'cd elsewhere && exec bash "$0"', str(project.folder / ".ci/run")]
    assert project.run(*command, CI="true").returncode == 0
    assert project.run(*command, CI="true", FAILS="pytest").returncode != 0


@pytest.mark.parametrize("library", ["jax", "pytorch"])
def test_rosetta_fails_if_a_snippet_fails(project: Project, library: str) -> None:
    assert project.make("test-rosetta", FAILS=f"with_{library}").returncode != 0


@pytest.mark.parametrize("library", ["downhill", "keras", "lasagne", "theano_lstm"])
def test_libraries_fail_if_one_fails(project: Project, library: str) -> None:
    assert project.make("test-libraries", FAILS=f"with_{library}").returncode != 0


def test_theanos_own_tests_are_those_that_are_asked_for(project: Project) -> None:
    asked = {"FILES": "tests/test_a.py tests/test_b.py", "CLONE": "a 'b' $c", "WRITE": "yes"}
    made = project.make("test-theano", *(f"{name}={value}" for name, value in asked.items()))
    assert made.returncode == 0
    (run,) = project.noted("python -m tools.upstream_tests.run")
    assert "run --write --clone a 'b'" in run
    assert " tests/test_a.py tests/test_b.py " in run
    assert project.make("test-theano", FAILS="upstream_tests").returncode != 0


@pytest.mark.parametrize("target", ["html", "test-rosetta", "test-libraries", "bench"])
def test_a_second_run_sets_nothing_up(project: Project, target: str) -> None:
    assert "Setting up" in project.make(target).stdout
    assert "Setting up" not in project.make(target).stdout


@pytest.mark.parametrize(("target", "build"), BUILDS)
def test_after_a_build_that_failed_all_pages_are_read_again(
    project: Project, target: str, build: str
) -> None:
    doctrees = project.folder / "build/doctrees" / build
    assert project.make(target).returncode == 0
    assert {path.name for path in doctrees.iterdir()} == {"read"}
    assert project.make(target, FAILS=f"build/{build}").returncode != 0
    assert not doctrees.exists()


@pytest.mark.parametrize(("target", "build"), BUILDS)
def test_after_a_build_that_was_killed_all_pages_are_read_again(
    project: Project, target: str, build: str
) -> None:
    doctrees = project.folder / "build/doctrees" / build
    assert project.make(target, KILLS=f"build/{build}").returncode != 0
    (doctrees / "half").touch()
    assert project.make(target).returncode == 0
    assert {path.name for path in doctrees.iterdir()} == {"read"}


def test_a_book_is_made_from_the_pages_that_were_read_for_the_site(project: Project) -> None:
    assert project.make("book").returncode == 0
    builds = project.noted("python -m sphinx")
    for tag in ("en", "zh-CN"):
        site, book = [build for build in builds if f" -d build/doctrees/pages/{tag} " in build]
        assert " -b html " in site
        assert " -b epub " in book


def test_translate_forgets_pages_that_are_gone(project: Project) -> None:
    stale = project.folder / "build/gettext/gone.pot"
    stale.parent.mkdir(parents=True)
    stale.touch()
    assert project.make("translate").returncode == 0
    assert not stale.exists()


def test_clean_leaves_sources_and_environment(project: Project) -> None:
    project.make("html")
    cache = project.folder / "src/package/__pycache__"
    cache.mkdir(parents=True)
    assert project.make("clean").returncode == 0
    assert project.ready.is_file()
    left = {path.name for path in project.folder.iterdir()}
    assert left == {
        *(".ci", ".venv", "Makefile", "docs", "requirements.lock", "src", "tests", "tools")
    }
    assert not (project.folder / "docs/chapters").exists()
    assert not cache.exists()
    assert cache.parent.is_dir()


@pytest.mark.parametrize("name", ["plain", "o'brien 目录", 'a,b "c"', "d$HOME", "(x#y)", "p%20q;&"])
@pytest.mark.parametrize("library", ["theano", "pytensor"])
def test_compiled_code_goes_into_build_and_own_flags_win(
    tmp_path: Path, library: str, name: str
) -> None:
    project = Project(tmp_path, name)
    variable = f"{library.upper()}_FLAGS"
    assert project.make("html", **{variable: "cxx=,mode=JAX"}).returncode == 0
    (flags,) = re.findall(rf" {variable}=(.*?)(?: THEANO_FLAGS=|$)", project.noted("python ")[0])
    assert parse_config_string(flags) == {
        "base_compiledir": f"{project.folder}/build/{library}",
        "cxx": "",
        "mode": "JAX",
    }


# Two at once


def wait_until_noted(project: Project, start: str) -> None:
    for _ in range(500):
        if project.noted(start):
            return
        time.sleep(0.02)
    pytest.fail(f"nothing was noted that begins with {start!r}")


@pytest.mark.parametrize("second", ["html", "doctest", "clean"])
def test_who_comes_second_waits_and_says_so(project: Project, second: str) -> None:
    go = project.folder.parent / "go"
    first = project.start("html", WAITS_FOR=str(go))
    wait_until_noted(project, "python ")
    other = project.start(second)
    assert other.stderr
    assert other.stderr.readline() == WAITING
    assert other.poll() is None
    go.touch()
    assert (first.communicate()[1], first.returncode) == ("", 0)
    assert (other.communicate()[1], other.returncode) == ("", 0)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_if_the_first_is_killed_the_second_goes_on(project: Project, how: signal.Signals) -> None:
    go = project.folder.parent / "go"
    first = project.start("html", WAITS_FOR=str(go))
    wait_until_noted(project, "python -m sphinx")
    other = project.start("doctest")
    assert other.stderr
    assert other.stderr.readline() == WAITING
    os.killpg(first.pid, how)
    if how == signal.SIGKILL:  # what it had started lives on: the second waits for that, too
        time.sleep(0.5)
        go.touch()
    assert (other.communicate()[1], other.returncode) == ("", 0)
    first.communicate()
    assert first.returncode != 0
    *before, last = project.notes.read_text().splitlines()
    assert "-b doctest" in last
    assert before.count("went on") == (2 if how == signal.SIGKILL else 0)
