"""Docstrings: their own namespaces, their real lines."""

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
