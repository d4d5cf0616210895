"""What is run again, and what isn't; and outputs against expectations."""

import pytest
from bs4 import BeautifulSoup
from sphinx.errors import ExtensionError

from tests.extensions.conftest import Site, build_chapters

RUN = """
'''
First
=====

Words.
'''

# %%
# Print.

from pathlib import Path

from theano_walkthrough.gates import truth_table

with Path({log!r}).open("a") as log:
    log.write("run ")
print(6 * 7)
# Out:
# {expected}
"""


def write_chapter(site: Site, expected: str = "42", extra: str = "") -> None:
    """Write a chapter that notes in a log that it has run."""
    text = RUN.format(log=str(site.folder / "log.txt"), expected=expected) + extra
    site.write("docs/galleries/chapters/1_first.py", text)


@pytest.fixture
def runs(chapters: Site):
    """Return how often the chapter has run."""
    log = chapters.folder / "log.txt"

    def count() -> int:
        return log.read_text().count("run") if log.exists() else 0

    write_chapter(chapters)
    return count


def test_an_unchanged_chapter_runs_once(chapters: Site, runs) -> None:
    first = build_chapters(chapters)
    assert first.warnings == ""
    assert "42" in first.page("chapters/1_first.html")
    assert "sphx-glr-script-out" in first.page("chapters/1_first.html")
    assert build_chapters(chapters).warnings == ""
    assert runs() == 1


def test_the_second_edition_runs_nothing_and_shows_the_same(chapters: Site, runs) -> None:
    english = build_chapters(chapters).page("chapters/1_first.html")
    chinese = build_chapters(chapters, language="zh_CN").page("chapters/1_first.html")
    assert runs() == 1
    shown = [BeautifulSoup(page, "lxml").select("pre") for page in (english, chinese)]
    assert [pre.get_text() for pre in shown[0]] == [pre.get_text() for pre in shown[1]]
    assert shown[1][-1].get_text().strip() == "42"


def test_a_changed_module_that_it_imports_runs_it_again(chapters: Site, runs) -> None:
    build_chapters(chapters)
    chapters.write("src/theano_walkthrough/gates.py", "NUMBER = 2")
    build_chapters(chapters)
    assert runs() == 2


def test_a_changed_module_that_it_does_not_import_leaves_it_alone(chapters: Site, runs) -> None:
    build_chapters(chapters)
    chapters.write("src/theano_walkthrough/other.py", "NUMBER = 2")
    build_chapters(chapters)
    assert runs() == 1


def test_imports_are_followed_through_modules(chapters: Site, runs) -> None:
    chapters.write("src/theano_walkthrough/gates.py", "from theano_walkthrough import validation")
    chapters.write("src/theano_walkthrough/validation.py", "NUMBER = 1")
    build_chapters(chapters)
    chapters.write("src/theano_walkthrough/validation.py", "NUMBER = 2")
    build_chapters(chapters)
    assert runs() == 2


def test_a_changed_package_of_a_module_that_it_imports_runs_it_again(chapters: Site, runs) -> None:
    chapters.write("src/theano_walkthrough/gates.py", "import theano_walkthrough.plots.curves")
    chapters.write("src/theano_walkthrough/plots/curves.py", "")
    chapters.write("src/theano_walkthrough/plots/__init__.py", "NUMBER = 1")
    build_chapters(chapters)
    chapters.write("src/theano_walkthrough/plots/__init__.py", "NUMBER = 2")
    build_chapters(chapters)
    assert runs() == 2


def test_where_only_prose_has_changed_nothing_runs(chapters: Site, runs) -> None:
    before = build_chapters(chapters).page("chapters/1_first.html")
    write_chapter(chapters, extra="\n# %%\n# One more sentence.\n")
    build_chapters(chapters, builder="dummy")  # like doctest, it writes pages without running
    after = build_chapters(chapters).page("chapters/1_first.html")
    assert runs() == 1
    assert "One more sentence." in after
    shown = [BeautifulSoup(page, "lxml").select("pre") for page in (before, after)]
    assert [pre.get_text() for pre in shown[0]] == [pre.get_text() for pre in shown[1]]
    assert shown[1][-1].get_text().strip() == "42"


def test_prose_between_cells_does_not_mix_up_what_they_printed(chapters: Site, runs) -> None:
    more = "\n# %%\n# {}\n\nprint(7 * 8)\n# Out:\n# 56\n"
    write_chapter(chapters, extra=more.format("More."))
    build_chapters(chapters)
    write_chapter(chapters, extra="\n# %%\n# Words.\n" + more.format("Others."))
    page = build_chapters(chapters)
    assert runs() == 1
    assert page.warnings == ""  # each output is what its cell expects


def test_a_slip_in_python_is_told_with_its_place(chapters: Site, runs) -> None:
    write_chapter(chapters, extra="\n# %%\n# More.\n\nx = = 1\n")
    (chapter,) = (chapters.docs / "galleries/chapters").glob("*.py")
    line = chapter.read_text().splitlines().index("x = = 1") + 1
    with pytest.raises(ExtensionError, match=rf"^1_first.py:{line}: invalid syntax: x = = 1"):
        build_chapters(chapters)


def test_a_module_changed_while_the_chapter_ran_runs_it_again(chapters: Site, runs) -> None:
    module = str(chapters.folder / "src/theano_walkthrough/gates.py")
    write_chapter(chapters, extra=f"\n# %%\n# More.\n\n_ = Path({module!r}).write_text('')\n")
    build_chapters(chapters)
    build_chapters(chapters)
    assert runs() == 2
    build_chapters(chapters)
    assert runs() == 2


def test_a_page_written_without_running_is_not_mistaken_for_a_run(chapters: Site, runs) -> None:
    build_chapters(chapters)
    write_chapter(chapters, extra="\nprint(1)\n# Out:\n# 1\n")
    build_chapters(chapters, builder="dummy")  # like doctest, it writes pages without running
    write_chapter(chapters)
    assert "sphx-glr-script-out" in build_chapters(chapters).page("chapters/1_first.html")
    assert runs() == 2


def test_a_page_of_a_removed_chapter_disappears(chapters: Site, runs) -> None:
    source = chapters.write(
        "docs/galleries/chapters/2_second.py", '"""\nSecond\n======\n\nMore.\n"""\n'
    )
    chapters.write(
        "docs/galleries/chapters/index.rst", "C\n=\n\n.. toctree::\n\n   1_first\n   2_second\n"
    )
    build_chapters(chapters)
    assert (chapters.docs / "chapters/2_second.rst").exists()
    source.unlink()
    chapters.write("docs/galleries/chapters/index.rst", "C\n=\n\n.. toctree::\n\n   1_first\n")
    assert build_chapters(chapters).warnings == ""
    assert not list((chapters.docs / "chapters").glob("2_second*"))


def test_expectations_leave_the_page_and_stay_in_the_downloads(chapters: Site, runs) -> None:
    page = build_chapters(chapters).page("chapters/1_first.html")
    assert "# Out:" not in page
    assert "# Out:\n# 42" in (chapters.docs / "chapters/1_first.py").read_text()


def test_wrong_expectation(chapters: Site, runs) -> None:
    write_chapter(chapters, expected="43")
    html = build_chapters(chapters)
    assert "galleries/chapters/1_first.py:10: the cell was expected to print\n43" in html.warnings
    doctest = build_chapters(chapters, builder="doctest")
    assert doctest.status == 1
    assert (
        'File "galleries/chapters/1_first.py", line 10, in chapter'
        in doctest.said + doctest.warnings
    )


@pytest.mark.parametrize(
    ("cell", "complaint"),
    [
        ("print(1)", "but its page shows\n1"),
        ("x = 1\n# Out:\n# 1", "but its page shows\nnothing"),
        ("print(1)\n# Out:\n# 1\nprint(2)", "every line must be a comment"),
        ("print(1)\n# Out:\n# 1\n# Out:\n# 1", "one '# Out:'"),
        ("print('a  b')\n# Out:\n# a b", "but its page shows\na  b"),
        ("print(3.14159)\n# Out:\n# 3.14...", "but its page shows\n3.14159"),
    ],
)
def test_cells_that_do_not_keep_their_word(chapters: Site, runs, cell: str, complaint: str) -> None:
    write_chapter(chapters, extra=f"\n# %%\n# More.\n\n{cell}\n")
    html = build_chapters(chapters)
    assert complaint in html.warnings
    doctest = build_chapters(chapters, builder="doctest")
    assert doctest.status == 1 or complaint in doctest.warnings


def test_an_exception_stops_the_build_and_fails_the_doctest(chapters: Site, runs) -> None:
    write_chapter(chapters, extra="\n# %%\n# More.\n\n1 / 0\n")
    with pytest.raises(Exception, match="division by zero"):
        build_chapters(chapters)
    doctest = build_chapters(chapters, builder="doctest")
    assert doctest.status == 1
    assert "ZeroDivisionError" in doctest.said + doctest.warnings


def test_the_count_at_the_end(chapters: Site, runs) -> None:
    write_chapter(chapters, extra="\n# %%\n# More.\n\nx = 1\n")
    doctest = build_chapters(chapters, builder="doctest")
    assert doctest.status == 0
    expected = (
        "ok: 1 outputs checked (1 of chapter cells, 0 in docstrings, 0 on other pages), "
        "1 cells that must print nothing, and 0 claims in prose"
    )
    assert expected in doctest.said
