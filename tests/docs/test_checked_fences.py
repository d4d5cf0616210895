"""No Python on a page escapes the check."""

import pytest

from tests.docs.conftest import Result, Site


def build(site: Site, page: str, builder: str = "html") -> Result:
    site.write("docs/index.md", "# Home\n\n" + page)
    return site.build(
        "sphinx_gallery.gen_gallery",
        "extensions.counted_doctest",
        "extensions.checked_fences",
        builder=builder,
        chapter_folders=[],
        sphinx_gallery_conf={"examples_dirs": [], "gallery_dirs": []},
        doctest_default_flags=0,
        suppress_warnings=["config.cache"],
    )


@pytest.mark.parametrize("language", ["python", "pycon", "py", "default"])
def test_prompts_are_run(site: Site, language: str) -> None:
    page = f"```{language}\n>>> 6 * 7\n42\n```"
    result = build(site, page, builder="doctest")
    assert (result.status, result.warned) == (0, "")
    assert "1 on other pages" in result.said


def test_a_wrong_prompt_fails_with_its_file_and_line(site: Site) -> None:
    result = build(site, "```python\n>>> 6 * 7\n43\n```", builder="doctest")
    assert result.status == 1
    assert 'File "index.md", line 4' in result.said + result.warned


@pytest.mark.parametrize(
    ("page", "complaint"),
    [
        ("```python\nx = 1\n```", "nothing checks this Python"),
        ("```{code-block} python\nx = 1\n```", "nothing checks this Python"),
        ("```py\nx = 1\n```", "nothing checks this Python"),
        ("```pycon\nx = 1\n```", "nothing checks this Python"),
        ("```\nx = 1\n```", "nothing checks this Python"),
        ("```{testoutput}\n1\n```", "must directly follow"),
        (
            "```{testcode}\nprint(1)\n```\n\n```{testoutput}\n1\n```\n\n```{testoutput}\n2\n```",
            "must directly follow",
        ),
        ("```python\n>>> print(1)  # doctest: +SKIP\n2\n```", "makes the check weaker"),
        ("```{doctest}\n:options: +SKIP\n>>> 1\n2\n```", "makes the check weaker"),
        ("```{doctest}\n:skipif: True\n>>> 1\n2\n```", "mustn't be skipped"),
        ("```python\n>>> 2 / 3\n0.66...\n```", "mustn't be abbreviated"),
        ("```{testcode}\nprint(2 / 3)\n```\n\n```{testoutput}\n0.66...\n```", "mustn't be abb"),
    ],
)
def test_holes_are_reported_with_their_place(site: Site, page: str, complaint: str) -> None:
    warned = build(site, page).warned
    assert complaint in warned
    assert "index.md:" in warned


@pytest.mark.parametrize(
    "page",
    [
        "```console\n$ make html\n```",
        "```text\nx = 1\n```",
        "```{testcode}\nprint(1)\n```\n\n```{testoutput}\n1\n```",
        "```python\n>>> for x in (1, 2):\n...     print(x)\n1\n2\n```",
    ],
)
def test_what_is_checked_or_no_python_passes(site: Site, page: str) -> None:
    assert build(site, page).warned == ""
