"""No Python on a page goes unchecked, and no test checks less than it seems to."""

import re
from typing import Any

import pytest

from .conftest import Build, Site

UNCHECKED = "nothing checks this Python"
WEAK = "a doctest option makes a check weaker"
STRAY = "this testoutput is ignored"
HIDDEN = "write out the expected output"
SKIPPED = "a test must not be skipped"


def warned(build: Build, texts: list[tuple[str, str]]) -> list[list[tuple[int, str]]]:
    """Build a page of each text, and return line and text of each page's warnings."""
    site = build(
        {f"page{number}.{suffix}": text for number, (suffix, text) in enumerate(texts)},
        "myst_parser",
        "extensions.doctests.untested_code",
        builder="dummy",
        root_doc="page0",
        doctest_default_flags=0,
        suppress_warnings=["toc.not_included"],
    )
    found = re.findall(r"page(\d+)\.\w+:(\d+): WARNING: ([^\x1b\n]*)", site.warnings)
    assert len(found) == site.warnings.count("WARNING"), site.warnings
    return [
        [(int(line), problem) for page, line, problem in found if int(page) == number]
        for number in range(len(texts))
    ]


def test_unchecked_python_is_reported(build: Build) -> None:
    cases = [
        ("md", "# P\n\n```python\nx = 1\n```\n", 3),
        ("md", "# P\n\n```py\nx\n```\n", 3),
        ("md", "# P\n\n```{code-block} python\nx\n```\n", 3),
        ("md", "# P\n\n```{code-block} Python3\n:caption: c\n\nx\n```\n", 3),
        ("md", "# P\n\n```pycon\n1 + 1\n2\n```\n", 3),
        ("md", "# P\n\n- item\n\n  ```ipython\n  x\n  ```\n", 5),
        ("md", "# P\n\n```\nimport theano\n```\n", 3),
        ("md", "# P\n\n```\nprint(1)\n```\n", 3),
        ("md", "# P\n\n```python\nx = 1\n>>> x\n1\n```\n", 3),
        ("rst", "P\n=\n\n.. code-block:: python\n\n   x = 1\n", 4),
        ("rst", "P\n=\n\n.. code:: py\n\n   x\n", 4),
        ("rst", "P\n=\n\nText::\n\n   def f(): pass\n", 6),
        ("rst", "P\n=\n\n.. highlight:: python\n\nText::\n\n   x\n", 8),
    ]
    pages = warned(build, [(suffix, text) for suffix, text, _ in cases])
    assert [[(line, problem[: len(UNCHECKED)]) for line, problem in page] for page in pages] == [
        [(line, UNCHECKED)] for _, _, line in cases
    ]


def test_what_is_checked_or_is_no_python_passes(build: Build) -> None:
    texts = [
        ("md", "# P\n\n```sh\nmake html\n```\n\n```text\nx = 1\n```\n\n```json\n{}\n```\n"),
        ("md", "# P\n\n```\nmake html\n```\n\n```\nREADME\n```\n"),
        ("md", "# P\n\n```python\n>>> 1 + 1\n2\n```\n\n```pycon\n>>> 1\n1\n```\n"),
        ("md", "# P\n\n```{testcode}\nprint(1)\n```\n```{testoutput}\n1\n```\n"),
        ("md", "# P\n\n```{testcode}\nx = 1\n```\n"),
        ("md", "# P\n\n```python\n>>> print(said)\nDid you mean print(...)?\n```\n"),
        ("md", "# P\n\n```{testsetup} *\nx = 1\n```\n\n```{doctest}\n>>> x\n1\n```\n"),
        ("rst", "P\n=\n\n>>> 1 + 1\n2\n"),
        (
            "rst",
            "P\n=\n\n>>> 1 / 0\nTraceback (most recent call last):\n    ...\n"
            "ZeroDivisionError: division by zero\n",
        ),
        (
            "rst",
            "P\n=\n\n.. testcode:: a\n\n   print(1)\n\n.. testcode:: b\n\n   print(2)\n\n"
            ".. testoutput:: a\n\n   1\n\n.. testoutput:: b\n\n   2\n",
        ),
    ]
    assert warned(build, texts) == [[] for _ in texts]


def test_weak_or_stray_tests_are_reported(build: Build) -> None:
    code, output = "```{testcode}\nprint(1)\n```\n", "```{testoutput}\n1\n```\n"
    cases = [
        ("```python\n>>> 1  # doctest: +SKIP\n2\n```", 4, WEAK),
        ("```python\n>>> 'a..b'  # doctest: +ELLIPSIS\n'a..b'\n```", 4, WEAK),
        ("```{doctest}\n:options: +NORMALIZE_WHITESPACE\n>>> 1\n1\n```", 3, WEAK),
        ("```{doctest}\n:pyversion: < 3\n>>> 1\n2\n```", 3, WEAK),
        (code + "```{testoutput}\n:options: +ELLIPSIS\n1\n```", 6, WEAK),
        ("```{doctest}\n:skipif: True\n>>> 1\n2\n```", 3, SKIPPED),
        ("```{testcode}\n:skipif: True\nprint(1)\n```", 3, SKIPPED),
        ("```python\n>>> list(range(99))\n[0, 1, ..., 98]\n```", 4, HIDDEN),
        (code + "```{testoutput}\n0.1...\n```", 6, HIDDEN),
        ("```python\n>>> 1\n1\n\n2\n```", 4, "text after a blank line isn't checked"),
        ("```python\n>>>1\n1\n```", 4, "doctest can't read this example"),
        (output, 3, STRAY),
        (code + output + output, 9, STRAY),
        ("```{testcode} a\nprint(1)\n```\n```{testoutput} b\n1\n```", 6, STRAY),
        (code + "```python\n>>> 1\n1\n```\n" + output, 10, STRAY),
    ]
    pages = warned(build, [("md", f"# P\n\n{text}\n") for text, _, _ in cases])
    for (text, line, problem), page in zip(cases, pages, strict=True):
        assert [found for found, _ in page] == [line], text
        assert page[0][1].startswith(problem)


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        ({"doctest_default_flags": 8}, "doctest_default_flags makes checks weaker"),
        ({"doctest_test_doctest_blocks": ""}, "without doctest_test_doctest_blocks no example"),
    ],
)
def test_weak_settings_are_reported(build: Build, settings: dict[str, Any], problem: str) -> None:
    options = {"doctest_default_flags": 0, **settings}
    site = build(
        {"index.md": "# P\n"}, "myst_parser", "extensions.doctests.untested_code", **options
    )
    assert site.warnings.count("WARNING") == 1
    assert problem in site.warnings


def test_chapters_are_left_to_their_own_check(build: Build) -> None:
    fence = "```python\nx = 1\n```\n"
    site = build(
        {
            "index.md": f"# P\n\n{fence}",
            "chapters/one.md": f"---\norphan: true\n---\n# One\n\n{fence}",
            "chapters_too.md": f"---\norphan: true\n---\n# Two\n\n{fence}",
        },
        "myst_parser",
        "extensions.doctests.untested_code",
        "sphinx_gallery.gen_gallery",
        doctest_default_flags=0,
        suppress_warnings=["config.cache"],
        sphinx_gallery_conf={"examples_dirs": [], "gallery_dirs": ["chapters"]},
    )
    assert re.findall(rf"docs/([\w/]+)\.md:\d+: WARNING: {UNCHECKED}", site.warnings) == [
        "chapters_too",
        "index",
    ]


def test_every_example_is_run(build: Build) -> None:
    blocks = [
        ("md", "```python\n>>> 2\n2\n>>> 1 + 1\n3\n```\n", 6),
        ("md", "```{code-block} pycon\n:caption: Sum\n\n>>> 1 + 1\n3\n```\n", 6),
        ("rst", ".. code-block:: python\n   :caption: Sum\n\n   >>> 1 + 1\n   3\n", 7),
        ("rst", "Text::\n\n   >>> 1 + 1\n   3\n", 6),
        ("rst", ">>> 1 + 1\n3\n", 4),
    ]
    titles = {"md": "# P\n\n", "rst": "P\n=\n\n"}
    site = build(
        {
            f"page{number}.{suffix}": titles[suffix] + block
            for number, (suffix, block, _) in enumerate(blocks)
        }
        | {
            "wrong.rst": "P\n=\n\n.. testcode::\n\n   print(1)\n\n.. testoutput::\n\n   3\n",
            "silent.rst": "P\n=\n\n.. testcode::\n\n   print(1)\n",
        },
        "myst_parser",
        "extensions.doctests.untested_code",
        builder="doctest",
        root_doc="page0",
        doctest_default_flags=0,
    )
    report = site.page("output.txt")
    assert site.status == 1
    assert "7 failures in tests" in report
    for number, (suffix, _, line) in enumerate(blocks):
        assert f'File "page{number}.{suffix}", line {line},' in report
    assert 'File "wrong.rst"' in report
    assert 'File "silent.rst"' in report


def test_only_what_is_included_from_tested_files_passes(site: Site) -> None:
    site.write("docs/tested/a.py", "x = 1")
    site.write("docs/other/a.py", "x = 1")
    pages = [f"```{{literalinclude}} {folder}/a.py\n```" for folder in ("tested", "other")]
    site.write("docs/index.md", "# P\n\n" + "\n\n".join(pages))
    result = site.build(
        "extensions.doctests.untested_code",
        doctest_default_flags=0,
        highlight_language="python",
        folders_of_tested_files=["tested"],
    )
    assert result.warnings.count("WARNING") == result.warnings.count(UNCHECKED) == 1
    assert "index.md:6: WARNING" in result.warnings
