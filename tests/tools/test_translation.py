"""Translations are complete, and the checks that say so find what they should."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from extensions.i18n.languages import Language, languages
from tools.translation import translate
from tools.translation.catalogues import (
    TEMPLATES,
    UnreadableCatalogue,
    left_to_do,
    read,
    unfinished,
)
from tools.translation.messages import problems
from tools.translation.translate import readme, readme_name

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", languages()[1:])
def test_every_message_is_translated(language: Language) -> None:
    templates = ROOT / TEMPLATES
    if not (templates / "index.pot").is_file():
        pytest.fail("the messages aren't collected; run make test, which does it first")
    assert list(left_to_do(templates, language.catalogues, language.code)) == []


GOOD = [
    ("See :doc:`page 2 <two>`.", "见\\ :doc:`第 2 页 <two>`。"),
    ("The {term}`neuron` says `a` or $b$.", "{term}`神经元 <neuron>`给出 `a` 或 $b$。"),
    ("Set ``n`` to **2**, not :math:`x`.", "把 ``n`` 设为 **2**，不是 :math:`x`。"),
    ("Read [the guide](https://example.org/a).", "请读[指南](https://example.org/a)。"),
    ("*Practical Guide*, 2016", "*Practical Guide*，2016 年"),
    ("Thirty thousand times", "三万次"),
    ("In :claim:`a tenth <a / b>`", "用了\\ :claim:`十分之一 <a / b>`"),
    ("On 18 April 2016", "2016 年 4 月 18 日"),
    ("XNOR", "XNOR"),
    ("Created by %(name)s", "由 %(name)s 生成"),
    ("``x[0, 1]`` is ``a, b``.", "``x[0, 1]`` 是 ``a, b``。"),
]


@pytest.mark.parametrize(("english", "chinese"), GOOD)
def test_a_good_translation_passes(english: str, chinese: str) -> None:
    assert list(problems(english, chinese, "zh_CN")) == []


@pytest.mark.parametrize(
    ("english", "chinese", "problem"),
    [
        ("Some words", "", "not translated"),
        ("Some words", "Some words", "no Chinese in it"),
        (":doc:`it <two>`.", ":doc:`它 <tow>`。", "link: missing 'doc two', new 'doc tow'"),
        (":doc:`it <two>`.", ":ref:`它 <two>`。", "link: missing 'doc two', new 'ref two'"),
        ("See {doc}`it <two>`.", "见它。", "link: missing 'doc two'"),
        ("[a](http://a.a)", "[啊](http://b.b)", "link: missing 'http://a.a', new 'http://b.b'"),
        ("At http://a.a", "在 http://b.b", "address: missing 'http://a.a', new 'http://b.b'"),
        ("Set ``n``.", "设 ``m``。", "code: missing 'n', new 'm'"),
        ("Set `n`.", "设 n。", "code: missing 'n'"),
        ("It is :math:`x^2`.", "它是 :math:`x^3`。", "formula: missing 'x^2', new 'x^3'"),
        ("It is $x^2$.", "它是 $x^3$。", "formula: missing 'x^2', new 'x^3'"),
        ("It costs 0.98.", "它是 0.89。", "number: missing '0.98', new '0.89'"),
        ("In 10 000 steps", "10000 步", "number: missing '000', '10', new '10000'"),
        (":claim:`half <a>`", ":claim:`三分之一 <a>`", "claim: '三分之一' must say 'half'"),
        ("By %(name)s", "由 %(nmae)s", "placeholder: missing '%(name)s', new '%(nmae)s'"),
        ("The :term:`cost`", ":term:`cost` 函数", "the term 'cost' is shown in English"),
        ("Yes, no", "是,否", "ASCII punctuation after Han: '是,否'"),
        ("It works.", "能用.", "ASCII punctuation after Han: '能用.'"),
        ("In Theano", "在Theano中", "no space between Han and Latin: '在Theano中'"),
        ("Call ``f``", "调用\\ ``f``", "no space between Han and Latin: '调用x'"),
        ("A gate", "逻辑 门", "a space between Han: '逻辑 门'"),
        ('A "step"', '一"步"', "straight quotation marks by Han: '一\"步\"'"),
        ("(see)", "(见)", "ASCII brackets by Han: '(见)'"),
        ("Yes, no", "是， 否", "a space beside full-width punctuation: '是， 否'"),
    ],
)  # fmt: skip
def test_a_slip_is_found(english: str, chinese: str, problem: str) -> None:
    assert list(problems(english, chinese, "zh_CN")) == [problem]


def test_what_is_wrong_in_chinese_only_is_right_in_another_language() -> None:
    assert list(problems("Yes, no", "Ja, nein", "de")) == []
    assert list(problems("Set `n`.", "n setzen.", "de")) == ["code: missing 'n'"]


@pytest.mark.parametrize("language", languages())
def test_each_readme_is_made_from_its_catalogue(language: Language) -> None:
    assert (ROOT / readme_name(language)).read_text(encoding="utf-8") == readme(language)


def catalogue(path: Path, messages: dict[str, str], flags: Iterable[str] = ()) -> None:
    content = Catalog(locale="zh_CN")
    for english, chinese in messages.items():
        content.add(english, chinese, flags=flags)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, content)


@pytest.mark.parametrize(
    ("wanted", "found", "left"),
    [
        ({"page": {"Sum": ""}}, {"page": {"Sum": "求和"}}, []),
        ({"page": {"Sum": ""}}, {}, ["page: there is no catalogue"]),
        ({}, {"page": {"Sum": "求和"}}, ["page: there is no such page any more"]),
        (
            {"page": {"Sum": "", "More": ""}},
            {"page": {"Sum": "求和"}},
            ["page: 'More': not in the catalogue"],
        ),
        (
            {"page": {"Sum": ""}},
            {"page": {"Sum": "求和", "Less": "更少"}},
            ["page: 'Less': no longer on the page"],
        ),
        ({"page": {"Sum": ""}}, {"page": {"Sum": ""}}, ["page: 'Sum': not translated"]),
    ],
)
def test_catalogues_must_be_in_step_with_the_pages(
    tmp_path: Path,
    wanted: dict[str, dict[str, str]],
    found: dict[str, dict[str, str]],
    left: list[str],
) -> None:
    for name, messages in wanted.items():
        catalogue(tmp_path / "wanted" / f"{name}.pot", messages)
    for name, messages in found.items():
        catalogue(tmp_path / "found" / f"{name}.po", messages)
    assert list(left_to_do(tmp_path / "wanted", tmp_path / "found", "zh_CN")) == left


def test_a_catalogue_with_a_conflict_is_refused_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "locale/zh_CN/LC_MESSAGES/page.po"
    path.parent.mkdir(parents=True)
    text = 'msgid "Sum"\n<<<<<<< HEAD\nmsgstr "求和"\n=======\nmsgstr "总和"\n>>>>>>> other\n'
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr("extensions.i18n.languages.DOCS", tmp_path)
    with pytest.raises(UnreadableCatalogue, match=r"page[.]po:2: a catalogue can't hold this"):
        translate.update(Language("zh_CN", "中文"))
    assert path.read_text(encoding="utf-8") == text


def test_fuzzy_and_obsolete_messages_are_unfinished(tmp_path: Path) -> None:
    path = tmp_path / "page.po"
    catalogue(path, {"Sum": "求和"}, flags=["fuzzy"])
    fuzzy = "'Sum': fuzzy; look at it, and take the mark away"
    assert list(unfinished(read(path), "zh_CN")) == [fuzzy]
    path.write_text(
        'msgid "Sum"\nmsgstr "求和"\n\n#~ msgid "Old"\n#~ msgstr "旧"\n', encoding="utf-8"
    )
    assert list(unfinished(read(path), "zh_CN")) == ["'Old': obsolete"]
