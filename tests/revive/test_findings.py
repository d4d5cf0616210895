"""What the tool says of old programs, and what it makes of them."""

import doctest
import importlib
import re
from pathlib import Path

from theano_walkthrough.compat.names_1_0 import NAMES
from theano_walkthrough.revive.code import Code
from theano_walkthrough.revive.names import find_keywords, find_names, keyword_gone
from theano_walkthrough.revive.program import mend
from theano_walkthrough.revive.settings import mend_settings

import pytest

from tests.revive.snippets import SNIPPETS, Snippet

ROOT = Path(__file__).parents[2]
MODULES = sorted(path.stem for path in (ROOT / "src/theano_walkthrough/revive").glob("[a-z]*.py"))
SETTINGS_2016 = """[global]
device = gpu
floatX = float32

[lib]
cnmem = 0.8
# fast
[nvcc]
fastmath = True
flags=-D_FORCE_INLINES
  -O3
[blas]
ldflags = -lopenblas
"""


@pytest.mark.parametrize("snippet", SNIPPETS.values(), ids=SNIPPETS)
def test_each_line_is_told_and_mended(snippet: Snippet) -> None:
    text, findings = mend(snippet.old)
    told = [f"{found.line} {found.help}{'' if found.certain else '?'}" for found in findings]
    assert sorted(told) == sorted(snippet.found.split(", ") if snippet.found else [])
    assert text == snippet.new


@pytest.mark.parametrize("snippet", SNIPPETS.values(), ids=SNIPPETS)
def test_what_is_mended_stays_as_it_is(snippet: Snippet) -> None:
    text, findings = mend(snippet.new)
    assert text == snippet.new
    assert not any(found.certain for found in findings)


def test_each_label_is_an_entry_of_the_help_page() -> None:
    page = (ROOT / "docs/help.md").read_text(encoding="utf-8")
    entries = set(re.findall(r"^\((.*)\)=$", page, re.MULTILINE))
    told = {found.help for snippet in SNIPPETS.values() for found in mend(snippet.old).findings}
    assert len(told) == 10
    assert told <= entries


def test_each_old_name_is_told() -> None:
    """By its module or imported; if only a keyword is gone, then a call with that."""
    keywords = {row.old: gone[1] for row in NAMES if (gone := keyword_gone(row))}
    whole = [row for row in NAMES if row.old not in keywords]
    attributes = [row.old for row in whole]
    imports = ["from {} import {}".format(*row.old.rsplit(".", 1)) for row in whole]
    for program in (attributes, imports):
        found = find_names(Code("\n".join(["import theano", *program])))
        told = {finding.line: finding.certain for finding in found}
        assert told == {line: row.given for line, row in enumerate(whole, 2)}
    assert keywords["theano.tensor.flatten"] == "outdim"
    calls = [f"{name}(x, {keyword}=1)" for name, keyword in keywords.items()]
    found = find_keywords(Code("\n".join(["import theano", *calls])))
    assert [finding.line for finding in found] == list(range(2, len(calls) + 2))
    assert not [*find_names(Code("\n".join(["import theano", *keywords])))]


def test_a_settings_file_is_told_and_mended() -> None:
    text, findings = mend_settings(SETTINGS_2016)
    assert [(found.line, found.help) for found in findings] == [
        (2, "gpu"),
        (6, "old-flags"),
        (9, "old-flags"),
        (10, "old-flags"),
    ]
    kept = "[global]\nfloatX = float32\n\n[lib]\n# fast\n[nvcc]\n[blas]\nldflags = -lopenblas\n"
    assert text == kept
    assert mend_settings(kept) == (kept, [])


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    module = importlib.import_module(f"theano_walkthrough.revive.{name}")
    assert doctest.testmod(module).failed == 0
