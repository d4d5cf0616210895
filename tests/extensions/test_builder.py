"""Docstrings: their own namespaces, their real lines."""

from types import SimpleNamespace

import pytest

from tests.extensions.conftest import Result, Site

MODULE = '''
"""A module."""


def double(x):
    """Double a number.

    Examples
    --------
    >>> double_of = 2
    >>> double_of
    {expected}
    """
    return 2 * x


def triple(x):
    """Triple a number.

    Examples
    --------
    >>> double_of
    2
    """
    return 3 * x
'''


@pytest.fixture
def check(site: Site, monkeypatch: pytest.MonkeyPatch):
    def build(module: str, name: str, expected: str = "2") -> Result:
        site.write(f"src/{name}.py", module.replace("{expected}", expected))
        site.write(
            "docs/index.md",
            f"# Home\n\n```{{eval-rst}}\n.. automodule:: {name}\n   :members:\n```",
        )
        monkeypatch.syspath_prepend(str(site.folder / "src"))
        return site.build(
            "sphinx.ext.autodoc",
            "sphinx.ext.napoleon",
            "extensions.doctests.builder",
            builder="doctest",
            doctest_default_flags=0,
        )

    return build


def test_a_wrong_example_is_reported_with_its_file_and_line(check) -> None:
    result = check(MODULE, "module_with_wrong_example", expected="3")
    assert result.status == 1
    told = result.said + result.warnings
    assert 'module_with_wrong_example.py", line 10, in module_with_wrong_example.double' in told


def test_names_do_not_leak_from_one_docstring_to_another(check) -> None:
    result = check(MODULE, "module_with_leak")
    assert "NameError: name 'double_of' is not defined" in result.said + result.warnings


def test_examples_are_counted(check) -> None:
    result = check(MODULE.split("\n\ndef triple")[0], "module_that_is_right")
    assert result.status == 0
    assert "ok: 1 outputs checked (0 of chapter cells, 1 in docstrings" in result.said


def test_a_site_that_checks_nothing_is_reported(site: Site) -> None:
    result = site.build("extensions.doctests.builder", builder="doctest")
    assert "nothing was checked" in result.warnings


def test_pages_are_run_and_spaces_at_the_end_of_lines_forgiven(site: Site) -> None:
    site.write("docs/index.md", "# Home\n\n```{doctest}\n>>> print('a  ')\na\n```")
    result = site.build("extensions.doctests.builder", builder="doctest", doctest_default_flags=0)
    assert result.status == 0
    assert "1 on other pages" in result.said


# What has passed needn't run again

LOGGED = """
# Home

```{doctest}
>>> import runpy
>>> with open(%r, "a") as log: print(log.write("run") > 0, runpy.run_path(%r)["number"])
True %s
```
"""


@pytest.fixture
def runs(site: Site):
    """Return how often the page's example has run."""
    log = site.folder / "build" / "log"
    log.parent.mkdir()
    log.touch()
    site.write("facts/numbers.py", "number = 1")

    def write_page(expected: str, words: str = "") -> None:
        paths = str(log), str(site.folder / "facts/numbers.py")
        site.write("docs/index.md", LOGGED % (*paths, expected) + words)

    write_page("1")
    return SimpleNamespace(count=lambda: log.read_text().count("run"), write_page=write_page)


def verify(site: Site, depends_on: str = "../facts") -> Result:
    return site.build(
        "extensions.doctests.builder",
        builder="doctest",
        doctest_default_flags=0,
        doctest_depends_on=[depends_on],
    )


def test_a_page_that_has_passed_is_counted_without_running(site: Site, runs) -> None:
    first, second = verify(site), verify(site)
    assert runs.count() == 1
    assert first.warnings == second.warnings == ""
    assert first.said.splitlines()[-1] == second.said.splitlines()[-1]


def test_new_words_run_nothing(site: Site, runs) -> None:
    verify(site)
    runs.write_page("1", "More words.\n")
    verify(site)
    assert runs.count() == 1


def test_what_it_depends_on_runs_it_again(site: Site, runs) -> None:
    verify(site)
    site.write("facts/numbers.py", "number = 2")
    assert verify(site).status == 1
    assert verify(site).status == 1  # a page that fails hasn't passed
    assert runs.count() == 3
    runs.write_page("2")
    assert verify(site).status == 0
    assert runs.count() == 4


def test_a_page_that_reads_what_nobody_named_is_reported(site: Site, runs) -> None:
    for _ in range(2):
        result = verify(site, depends_on="index.md")
        assert "index: doctest_depends_on must name facts/numbers.py" in result.warnings
    assert runs.count() == 2
