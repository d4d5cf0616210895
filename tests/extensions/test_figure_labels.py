"""A figure's words can be told and exchanged, and stay in their places."""

import re
from pathlib import Path

import matplotlib.pyplot as plt
import pytest

from extensions.gallery.figure_export import save
from extensions.gallery.figure_labels import has_words, labels, translated

CHINESE = {
    "weighted sum / of inputs": "加权和",
    "cost": "损失",
    "falls / slowly": "下降得 / 很慢",
    "to the / right": "靠右",
    "step": "阶跃函数",
}


@pytest.fixture
def svg(tmp_path: Path) -> str:
    """A figure with labels of all kinds."""
    figure, axes = plt.subplots()
    axes.set(xlabel="weighted sum\nof inputs", ylabel="cost", title="z")
    axes.plot([1, 2], label="step")
    axes.plot([2, 1], label="tanh")
    axes.legend()
    axes.text(0.5, 1, "falls\nslowly", ha="center", rotation=90)
    axes.text(0.5, 1, "to the\nright", ha="right")
    axes.text(0.5, 1, "4 ln 2")
    save(figure, tmp_path / "figure.svg")
    plt.close("all")
    return (tmp_path / "figure.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["target 1", "% right", "cost", "Start here", "falls / slowly"])
def test_words_are_told_from_symbols(text: str) -> None:
    assert has_words(text)


@pytest.mark.parametrize(
    "text", ["x₁", "4 ln 2", "10⁻³", "30 000", "XNOR", "a_hat", "T.grad(cost)", "tanh", "", "−1"]
)
def test_symbols_code_and_names_are_no_words(text: str) -> None:
    assert not has_words(text)


def test_each_label_with_words_is_told(svg: str) -> None:
    assert sorted(labels(svg)) == sorted(CHINESE)


def lines(svg: str) -> dict[str, dict[str, str]]:
    """Return the attributes of each line of text, by what it says."""
    found = re.findall(r"<text ([^>]*)>([^<]*)</text>", svg)
    return {text: dict(re.findall(r'([\w-]+)="([^"]*)"', attributes)) for attributes, text in found}


def test_words_are_exchanged_and_nothing_else(svg: str) -> None:
    copy = translated(svg, lambda message: CHINESE[message], "zh-CN")
    assert 'xml:lang="zh-CN"' in copy
    assert {"加权和", "损失", "下降得", "很慢", "靠右", "阶跃函数", "tanh", "4 ln 2", "z"} <= lines(
        copy
    ).keys()
    assert not {"weighted sum", "of inputs", "cost", "falls", "step"} & lines(copy).keys()


def test_lines_keep_their_places(svg: str) -> None:
    before = lines(svg)
    after = lines(translated(svg, lambda message: CHINESE[message], "zh-CN"))
    assert after["下降得"] == before["falls"]
    assert after["很慢"] == before["slowly"]
    assert after["损失"] == before["cost"]
    y = {
        text: float(before[text]["transform"].split()[1].rstrip(")"))
        for text in ("weighted sum", "of inputs")
    }
    assert float(after["加权和"]["transform"].split()[1].rstrip(")")) == pytest.approx(
        sum(y.values()) / 2, abs=0.01
    )


def test_each_line_is_anchored_where_its_label_is(svg: str) -> None:
    found = lines(svg)
    x = {
        text: found[text]["transform"].split("(")[1].split()[0]
        for text in ("weighted sum", "of inputs", "to the", "right")
    }
    assert x["weighted sum"] == x["of inputs"]
    assert x["to the"] == x["right"]
    for text, anchor in (("weighted sum", "middle"), ("slowly", "middle"), ("right", "end")):
        assert f"text-anchor: {anchor}" in found[text]["style"]


def test_a_translation_with_more_lines_is_refused(svg: str) -> None:
    with pytest.raises(
        ValueError, match="of the label 'cost' must have at most 1 lines, got 'a / b'"
    ):
        translated(svg, lambda message: message.replace("cost", "a / b"), "zh-CN")
