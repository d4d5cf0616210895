"""A chapter's prose outside of its page, without what only Sphinx understands."""

import re
from collections.abc import Callable

from extensions.gallery import exercises
from extensions.i18n.rst import Translate, translate_prose

# Mathematics stays: notebooks show it, and in a script its formula is all there is to read.
LINK = re.compile(
    r":(?P<role>(?!math:)[a-z]+(?::[a-z]+)?):`(?P<words>[^`<\n]+?)(?: *<(?P<target>[^`\n]+)>)?`"
)
ONLY_ON_THE_PAGE = re.compile(
    r"(?m)^\.\. (?:benchmark-(?:table|times|plot)|live-figure|figure-description|summary"
    r"|other-libraries)::"
    r".*(?:\n+ .*)*(?:\n+|\Z)"
)
NO_SPACE = re.compile(
    r"(?<!\\)\\ "
)  # between markup and a letter, which only reStructuredText needs

WriteLink = Callable[[str, str, str], str]
"""Takes a link's role, words and target, and returns what stands in its place."""


def only_words(role: str, words: str, target: str) -> str:
    """Return a link's words."""
    return words


def plain(prose: str, translate: Translate, write_link: WriteLink = only_words) -> str:
    r"""Translate prose, and take away what only Sphinx understands.

    Parameters
    ----------
    prose : str
        Text of a chapter, in reStructuredText.
    translate : callable
        Takes a message and returns its translation.
    write_link : callable, default only_words
        Takes a link's role, words and target, and returns what stands in its place.

    Returns
    -------
    str
        The text.

    Examples
    --------
    >>> plain("See :doc:`the start </index>`.\n\n.. summary:: A card's.", str).strip()
    'See the start.'
    """

    def link(match: re.Match[str]) -> str:
        return write_link(match["role"], match["words"], match["target"] or match["words"])

    words = NO_SPACE.sub("", LINK.sub(link, translate_prose(prose, translate)))
    return exercises.in_plain_words(ONLY_ON_THE_PAGE.sub("", words))
