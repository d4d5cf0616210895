"""Canonical code in the place of marked imports."""

import ast
import re
from pathlib import Path

import pytest

from tests.extensions.conftest import DOCS, Site

MODULE = '''
"""A module."""

SIZE = 2


@decorated
def double(x):
    """Double a number.

    Parameters
    ----------
    x : float
        The number.
    """
    y = SIZE * x
    return y


def bare(x):
    return x


class Pair:
    """Two things."""

    one = 1
'''


@pytest.fixture
def expand(site: Site):
    from extensions.gallery.inline_source import expand

    site.write("src/package/module.py", MODULE)

    def expand_text(text: str):
        return expand(site.write("docs/galleries/chapters/1.py", text), site.folder / "src")

    return expand_text


def test_a_function_stands_where_it_was_imported(expand) -> None:
    script = expand(
        """
        # %%
        # Words.

        from package.module import double  # shown in full

        print(double(2))
        """
    )
    assert script.text.splitlines() == [
        "# %%",
        "# Words.",
        "",
        "@decorated",
        "def double(x):",
        '    """Double a number."""',
        "    y = SIZE * x",
        "    return y",
        "",
        "print(double(2))",
    ]
    assert script.source_lines == (1, 2, 3, 4, 4, 4, 4, 4, 5, 6)


def test_several_names_classes_and_code_without_docstring(expand) -> None:
    text = expand("import x\nfrom package.module import bare, Pair  # shown in full").text
    assert text == (
        "import x\n\n\ndef bare(x):\n    return x\n\n\n"
        'class Pair:\n    """Two things."""\n\n    one = 1\n'
    )


def test_an_import_in_brackets_is_shown_from_its_last_line(expand) -> None:
    text = "# %%\nfrom package.module import (\n    double,\n)  # shown in full\nx = 1"
    shown = expand(text)
    assert (
        shown.text == expand("# %%\nfrom package.module import double  # shown in full\nx = 1").text
    )
    assert {shown.source_lines[0], *shown.source_lines[1:-1]} == {1, 4}
    assert shown.source_lines[-1] == 5


def test_other_imports_stay(expand) -> None:
    line = "from package.module import double"
    assert expand(line).text == line + "\n"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("from package.module import triple", "package.module defines no function or class triple"),
        ("from package.module import SIZE", "package.module defines no function or class SIZE"),
        ("from package.other import double", "there is no module package.other to show"),
        ("x = 1", "only names that are imported from a module can be shown"),
    ],
)
def test_code_that_is_not_there_is_reported_with_its_line(expand, line: str, message: str) -> None:
    from extensions.gallery.inline_source import ShownCodeError

    with pytest.raises(ShownCodeError, match=rf"1\.py:2: {re.escape(message)}$"):
        expand(f"# %%\n{line}  # shown in full")


@pytest.mark.parametrize("chapter", sorted(DOCS.glob("galleries/*/*.py")), ids=str)
def test_no_chapter_types_again_what_the_package_holds(chapter: Path) -> None:
    tree = ast.parse(chapter.read_text(encoding="utf-8"))
    definitions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.ClassDef)]
    assert definitions == []
