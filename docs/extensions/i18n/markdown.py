"""Translate a Markdown file message by message, as Sphinx translates a page."""

import re
from collections.abc import Callable

Translate = Callable[[str], str]

WHOLE = re.compile(r"(^```.*?^```$|^<.*?^</\w+>$)", re.MULTILINE | re.DOTALL)
READMES = re.compile(r"^\[[^]]+\]\(README[^)]*\)(?: · \[[^]]+\]\(README[^)]*\))*$", re.MULTILINE)
"""Links to a README in each language, which read the same in all of them."""
BLOCK = re.compile(r"\S.*(?:\n\S.*)*")
DESCRIPTION = re.compile(r'(?<= alt=")[^"]*')


def translate_markdown(text: str, translate: Translate) -> str:
    r"""Translate headings, paragraphs, items and descriptions of pictures; code stays.

    Parameters
    ----------
    text : str
        The file's text: blocks with an empty line between them.
    translate : callable
        Takes a message and returns its translation.

    Returns
    -------
    str
        The same with each translated message on a line of its own.

    Examples
    --------
    >>> print(translate_markdown("# Sum\n\nTwo\nwords.\n\n```\nx\n```", str.upper))
    # SUM
    <BLANKLINE>
    TWO WORDS.
    <BLANKLINE>
    ```
    x
    ```
    """
    parts = WHOLE.split(text)
    parts[::2] = [BLOCK.sub(lambda match: _block(match[0], translate), part) for part in parts[::2]]
    parts[1::2] = [DESCRIPTION.sub(lambda match: translate(match[0]), part) for part in parts[1::2]]
    return "".join(parts)


def _block(block: str, translate: Translate) -> str:
    if READMES.fullmatch(block):
        return block
    if block.startswith("- "):
        return "\n".join(_message(item, translate) for item in re.split(r"\n(?=- )", block))
    return _message(block, translate)


def _message(block: str, translate: Translate) -> str:
    _, start, words = re.split(r"^(#+ |- |)", block, maxsplit=1)
    message = " ".join(words.split("\n"))
    translated = translate(message)
    return block if translated == message else start + translated
