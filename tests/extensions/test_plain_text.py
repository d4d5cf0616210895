"""Each page as plain text, and what templates know of a page."""

import pytest
from docutils.core import publish_doctree

from tests.extensions.conftest import DOCS, Site

PAGE = """
# Title

Some *words*, and `code`.

```python
a = 1
```

:::{dropdown} More
Hidden words.
:::
"""


def test_a_text_lies_beside_each_page(site: Site) -> None:
    site.write("docs/index.md", "# Home\n\n```{toctree}\ndeep/page\n```")
    site.write("docs/deep/page.md", PAGE)
    site.build(
        "extensions.pages.plain_text", "sphinx_design", myst_enable_extensions=["colon_fence"]
    )
    output = site.folder / "build/html"
    text = (output / "deep/page.txt").read_text(encoding="utf-8")
    assert text.split("\n") == [
        *("Title", "*****", "", 'Some *words*, and "code".', "", "   a = 1", "", "More", ""),
        *("Hidden words.", ""),
    ]
    assert not (output / "search.txt").exists()


BOXES = """
# Title

```{image} light.svg
:alt: A small picture.
:class: only-light
```
```{image} dark.svg
:alt: A small picture.
:class: only-dark
```

::::{grid}
:::{grid-item-card} Another page
:link: other
:link-type: doc
Its first words.
:::
::::
"""


def test_pictures_are_told_once_and_cards_named_once(site: Site) -> None:
    site.write("docs/index.md", "# Home\n\n```{toctree}\npage\nother\n```")
    site.write("docs/page.md", BOXES)
    site.write("docs/other.md", "# Another page")
    for name in ("light", "dark"):
        site.write(f"docs/{name}.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    built = site.build(
        "extensions.pages.plain_text", "sphinx_design", myst_enable_extensions=["colon_fence"]
    )
    text = (built.output / "page.txt").read_text(encoding="utf-8")
    assert text.split("\n") == [
        *("Title", "*****", "", "[image: A small picture.]", ""),
        *("Another page", "", "Its first words.", ""),
    ]


@pytest.mark.parametrize(
    ("paragraph", "lines"),
    [
        ("字" * 50 + "，" + "字" * 20 + "。", ["字" * 50 + "，", "字" * 20 + "。"]),
        ("字" * 34 + "（字）。" + "字" * 34, ["字" * 34 + "（字）。", "字" * 34]),
        ("字" * 34 + "“字。”字", ["字" * 34 + "“字。”字"]),
        ("字" * 33 + " Theano", ["字" * 33, "Theano"]),
        ("word " * 13 + "two-part word", ["word " * 12 + "word", "two-part word"]),
    ],
    ids=["a long sentence", "after a bracket", "not in a quotation", "at a space", "no hyphen"],
)
def test_lines_break_at_spaces_and_behind_chinese_signs(
    site: Site, paragraph: str, lines: list[str]
) -> None:
    site.write("docs/index.md", f"# Home\n\n{paragraph}")
    text = (site.build("extensions.pages.plain_text").output / "index.txt").read_text(
        encoding="utf-8"
    )
    assert text.splitlines()[3:] == lines


def test_only_pages_that_are_written_get_their_text_again(site: Site) -> None:
    site.write("docs/index.md", "# Home\n\n```{toctree}\npage\n```")
    site.write("docs/page.md", "# Page")
    text = site.build("extensions.pages.plain_text").output / "page.txt"
    text.write_text("as it was", encoding="utf-8")
    site.write("docs/index.md", "# New home\n\n```{toctree}\npage\n```")
    site.build("extensions.pages.plain_text")
    assert text.read_text(encoding="utf-8") == "as it was"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Short.", "Short."),
        ("First *one*. " + "Then " * 40, "First one."),
        ("一句话。" + "很长" * 90, "一句话。"),
        ("word " * 40, "word " * 30 + "word…"),
        ("", ""),
    ],
)
def test_a_description_is_as_long_as_search_engines_show(
    monkeypatch: pytest.MonkeyPatch, words: str, expected: str
) -> None:
    monkeypatch.syspath_prepend(str(DOCS))
    from extensions.pages.metadata import describe

    assert describe(publish_doctree(words)) == expected
    assert len(expected) <= 160
