"""The numbers of files that GitHub shows, where prose can't make claims.

Each phrase with a number stands here with what it rests on, as claims do on the site's pages.
"""

import re
from typing import Any

from theano_walkthrough.gates import truth_table
from theano_walkthrough.network import start_network

import pytest

from extensions.claims.comparison import complaint
from extensions.claims.kinds import without_kinds
from extensions.claims.numerals import numerals
from facts import benchmarks, site
from tests.project import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
IN_CHINESE = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")
CODE = re.compile(r"^```.*?^```$|`[^`]*`", re.MULTILINE | re.DOTALL)
ADDRESS = re.compile(r"(?<=\])\(https?://[^)]*\)")
PICTURE = re.compile(r'<picture>.*alt="([^"]*)".*</picture>', re.DOTALL)
FIELDS = re.compile(r"^(?:version|cff-version|  - CC-BY|    date-published).*$", re.MULTILINE)
"""Those of CITATION.cff that are no prose."""
INPUTS, TARGETS = truth_table("XNOR")


def prose(text: str) -> str:
    """Leave code and addresses out, and of a picture all but its description."""
    return ADDRESS.sub("", CODE.sub("", PICTURE.sub(r"\1", text)))


def neurons() -> int:
    return sum(name.startswith("w") for name in vars(start_network(seed=0)))


def section(heading: str) -> str:
    """Return what stands below a heading."""
    return README.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


CLAIMS: list[tuple[str, str, Any]] = [
    ("any two inputs from 0 to 1", "", (INPUTS.shape[1], INPUTS.min(), INPUTS.max())),
    ("the corners 00 and 11", "", [10 * a + b for a, b in INPUTS[TARGETS == 1]]),
    (
        "three neurons that learned from four examples whether two inputs",
        "三个神经元，只凭四个样本就学会了判断两个输入",
        (neurons(), *INPUTS.shape),
    ),
    ("Two commands", "两条命令", len(re.findall(r"^\$ make", section("Two commands"), re.M))),
    ("Four uses", "四种用法", len(re.findall(r"^\*\*[^*]+\*\*", section("Four uses"), re.M))),
    (
        "Six chapters and eight pages",
        "六章正文，八页文章之外的内容",
        (site.chapters(), site.pages_beyond()),
    ),
    ("in fourteen ways", "十四种方式", len(benchmarks.ways())),
]


@pytest.mark.parametrize(("phrase", "in_chinese", "value"), CLAIMS, ids=[row[0] for row in CLAIMS])
def test_numbers_are_computed(phrase: str, in_chinese: str, value: Any) -> None:
    assert phrase in prose(README)
    assert complaint(phrase, "what it rests on", value) is None
    if in_chinese:
        assert in_chinese in IN_CHINESE
        assert complaint(in_chinese, "what it rests on", value) is None


@pytest.mark.parametrize("name", ["README.md", "CITATION.cff", "docs/landing_pages/llms.txt"])
def test_no_number_rests_on_nothing(name: str) -> None:
    rest = prose(FIELDS.sub("", (ROOT / name).read_text(encoding="utf-8")))
    for phrase, _, _ in CLAIMS:
        rest = rest.replace(phrase, "")
    assert [numeral.text for numeral in numerals(without_kinds(rest))] == []
