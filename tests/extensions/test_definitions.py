"""The glossary as data, for the boxes beside its terms."""

import json
from typing import Any

from tests.extensions.conftest import Build, Result

GLOSSARY = """
# Glossary

```{glossary}
cost
loss
  How wrong it is, {math}`C`, from the {term}`start`, in {doc}`deep/page`.

start
  Where it begins.
```
"""
FILES = {
    "index.md": "# Home\n\nThe {term}`loss`.\n\n```{toctree}\nglossary\ndeep/page\n```",
    "glossary.md": GLOSSARY,
    "deep/page.md": "# Page",
}
EXTENSIONS = ("extensions.pages.definitions", "extensions.pages.katex")


def data_of(result: Result) -> dict[str, Any]:
    assert result.warnings == ""
    start, end = "glossaryData = ", ";\n"
    text = result.page("_static/glossary.js")
    assert text.startswith(start)
    data: dict[str, Any] = json.loads(text.removeprefix(start).removesuffix(end))
    return data


def test_each_term_has_its_definition_as_the_glossary_shows_it(build: Build) -> None:
    data = data_of(build(FILES, *EXTENSIONS, html_math_renderer="katex"))
    assert data["link"] == "In the glossary"
    definitions = data["definitions"]
    assert definitions.keys() == {"term-cost", "term-loss", "term-start"}
    assert definitions["term-cost"] == definitions["term-loss"]
    cost = definitions["term-cost"]
    assert "<strong>cost, loss</strong>" in cost
    assert 'class="katex"' in cost
    assert 'href="#term-start"' in cost
    assert 'href="deep/page.html"' in cost
    assert "Where it begins." in definitions["term-start"]


def test_the_page_itself_stays_as_it_was(build: Build) -> None:
    page = build(FILES, *EXTENSIONS, html_math_renderer="katex").page("glossary.html")
    assert page.count("How wrong it is") == 1
    assert page.count("Where it begins.") == 1


def test_without_a_glossary_nothing_is_written(build: Build) -> None:
    result = build({"index.md": "# Home"}, "extensions.pages.definitions")
    assert not (result.output / "_static/glossary.js").exists()
