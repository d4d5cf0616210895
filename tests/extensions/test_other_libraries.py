"""The same idea in several libraries: in a box below a cell, and side by side."""

import pytest
from bs4 import BeautifulSoup

from tests.extensions.conftest import Result, Site, build_chapters

CHAPTER = '''
"""
First
=====

Begin.
"""

print(2 + 2)
# Out:
# 4

# %%
# .. other-libraries:: sum
#
# It's four.
'''
PAGE = """
# Others

```{libraries} sum
:columns: 1
```
"""
NAMES = ["Theano", "PyTensor", "JAX", "PyTorch"]


def build_with(chapters: Site, chapter: str = CHAPTER) -> Result:
    chapters.write("docs/galleries/chapters/1_first.py", chapter)
    chapters.write("docs/rosetta.md", PAGE)
    chapters.write("docs/index.md", "# Home\n\n```{toctree}\nchapters/index\nrosetta\n```")
    for name in NAMES:
        code = f"two = {name}(2)\n\nfour = two + two\n"
        text = f"# imports\n# end\n\n# sum\n{code}# end\nassert four\n"
        chapters.write(f"docs/rosetta/with_{name.lower()}.py", text)
    return build_chapters(
        chapters,
        "html",
        *("extensions.gallery.exercises", "extensions.gallery.downloads", "sphinx_design"),
        *("extensions.directives.other_libraries", "extensions.doctests.gallery_cells"),
        *("extensions.doctests.untested_code", "extensions.pages.cleanup"),
        *("extensions.pages.plain_text", "extensions.search.documents"),
        run=True,
        folders_of_tested_files=["rosetta"],
    )


@pytest.fixture
def result(chapters: Site) -> Result:
    built = build_with(chapters)
    assert built.warnings == ""
    return built


def test_a_closed_box_has_a_tab_for_each_library(result: Result) -> None:
    page = BeautifulSoup(result.page("chapters/1_first.html"), "lxml")
    (box,) = page.select("details.other-libraries")
    assert not box.has_attr("open")
    assert "d-print-none" in box["class"]
    assert [label.get_text(strip=True) for label in box.select("label")] == NAMES
    assert not box.select("label[aria-controls]")
    assert [tab.has_attr("checked") for tab in box.select("input")] == [False, True, False, False]
    codes = [code.get_text() for code in box.select(".sd-tab-content pre")]
    assert codes == [f"two = {name}(2)\n\nfour = two + two\n" for name in NAMES]
    assert box.select(".sd-tab-content .n")  # with colours
    assert [link["href"] for link in box.select("a")] == ["../rosetta.html"]


def test_side_by_side_stand_the_same(result: Result) -> None:
    page = BeautifulSoup(result.page("rosetta.html"), "lxml")
    items = page.select(".sd-row-cols-md-1 > .sd-col")
    assert [item.p and item.p.get_text() for item in items] == NAMES
    codes = [item.pre.get_text() for item in items if item.pre]
    assert codes == [f"two = {name}(2)\n\nfour = two + two\n" for name in NAMES]


def test_only_the_page_has_the_box(result: Result) -> None:
    text = result.page("chapters/1_first.txt")
    assert "four." in text
    assert "other libraries" not in text
    assert "PyTorch" not in text
    pieces = result.page("_static/search/documents.js").splitlines()
    (first,) = (line for line in pieces if line.startswith('"chapters/1_first"'))
    assert "PyTorch" not in first
    for ending in (".py", ".ipynb"):
        (download,) = result.output.glob(f"_downloads/*/1_first{ending}")
        said = download.read_text(encoding="utf-8")
        assert "It's four." in said
        assert "libraries" not in said


def test_an_idea_that_a_script_lacks_is_refused(chapters: Site) -> None:
    result = build_with(chapters, CHAPTER.replace(":: sum", ":: product"))
    assert "with_theano.py must have the idea between '# product' and '# end'" in result.warnings
