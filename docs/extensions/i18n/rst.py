"""Translate the prose of a chapter's script, as Sphinx translates the chapter's page."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from textwrap import dedent, indent

Translate = Callable[[str], str]

UNDERLINE = re.compile(r"([=\-~^])\1+")


def translate_prose(prose: str, translate: Translate) -> str:
    r"""Translate titles, paragraphs and lists; formulas and labels stay.

    Parameters
    ----------
    prose : str
        reStructuredText, without the marks of a comment.
    translate : callable
        Takes a message and returns its translation.

    Returns
    -------
    str
        The same with each translated message on a line of its own.

    Examples
    --------
    >>> print(translate_prose("Sum\n---\nTwo\nwords.", str.upper))
    SUM
    ---
    TWO WORDS.
    """
    chunks = re.split(r"(\n\s*\n)", prose)
    return "".join(
        "\n".join(_translated(chunk.split("\n"), translate)) if number % 2 == 0 else chunk
        for number, chunk in enumerate(chunks)
    )


def _translated(lines: list[str], translate: Translate) -> Iterator[str]:
    if len(lines) > 1 and UNDERLINE.fullmatch(lines[1]):
        title = translate(lines[0])
        yield title
        yield lines[1][0] * _width(title)
        lines = lines[2:]
        if not lines:
            return
    text = "\n".join(lines)
    if text.startswith(".. "):
        yield text
    elif text.startswith(" "):
        own = dedent(text)
        translated = translate(own)  # a formula keeps its lines
        if translated == own:
            translated = _paragraph(own, translate)
        yield indent(translated, " " * (len(text) - len(text.lstrip())))
    elif text.startswith("- "):
        for item in re.split(r"\n(?=- )", text):
            yield "- " + _paragraph(item[2:], translate)
    else:
        yield _paragraph(text, translate)


def _paragraph(text: str, translate: Translate) -> str:
    message = " ".join(line.strip() for line in text.split("\n"))
    translated = translate(message)
    return text if translated == message else translated


def _width(title: str) -> int:
    """Return how many columns a title takes: a Han letter takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in title)
