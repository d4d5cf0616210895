"""Prose of scripts, translated message by message."""

from textwrap import dedent

from extensions.i18n.rst import translate_prose

TRANSLATIONS = {
    "Sum": "求和",
    "Two lines make one message.": "两行是一条消息。",
    "A question in two lines?": "一个问题？",
    "first, in two lines": "第一",
    "second": "第二",
    r"x \text{ and } y": r"x \text{ 和 } y",
}
PROSE = """
    Sum
    ---
    Two lines
    make one message.

    - first,
      in two lines
    - second

    .. math::

       x \\text{ and } y

    .. predict::

       A question
       in two lines?

    .. _label:

    A sentence without translation,
    in two lines."""
TRANSLATED = """
    求和
    ----
    两行是一条消息。

    - 第一
    - 第二

    .. math::

       x \\text{ 和 } y

    .. predict::

       一个问题？

    .. _label:

    A sentence without translation,
    in two lines."""


def test_each_message_is_translated_and_keeps_its_place() -> None:
    found = translate_prose(
        dedent(PROSE).strip(), lambda message: TRANSLATIONS.get(message, message)
    )
    assert found == dedent(TRANSLATED).strip()


def test_without_translations_nothing_changes() -> None:
    assert translate_prose(dedent(PROSE).strip(), str) == dedent(PROSE).strip()
