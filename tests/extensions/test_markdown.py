"""A Markdown file, translated message by message."""

from textwrap import dedent

from extensions.i18n.gettext_messages import markdown_messages
from extensions.i18n.markdown import translate_markdown

TEXT = """
    # Sum

    Two lines
    make `one` message.

    - first
    - second

    ```console
    $ make html  # stays as it is

    $ make test
    ```

    <picture>
      <img src="a.png" alt="A picture.">
    </picture>

    ## Sum
"""
MESSAGES = ["Sum", "Two lines make `one` message.", "first", "second", "A picture.", "Sum"]


def test_every_message_is_found_and_code_is_none() -> None:
    assert sorted(markdown_messages(dedent(TEXT))) == sorted(MESSAGES)


def test_each_message_is_translated_in_its_place() -> None:
    translated = translate_markdown(dedent(TEXT), lambda message: f"<{MESSAGES.index(message)}>")
    expected = dedent(TEXT).replace("Two lines\nmake `one` message.", "<1>")
    for number, message in enumerate(MESSAGES[:5]):
        expected = expected.replace(message, f"<{number}>")
    assert translated == expected


def test_without_translations_nothing_changes() -> None:
    assert translate_markdown(dedent(TEXT), str) == dedent(TEXT)
