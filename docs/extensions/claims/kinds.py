"""Kinds of numbers in prose that rest on no computation, each with the reason."""

import re
from calendar import month_name
from typing import NamedTuple

MONTHS = "|".join(month_name[1:])
SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"


class Kind(NamedTuple):
    """Numbers that nobody computes."""

    name: str
    reason: str
    pattern: re.Pattern[str]


KINDS = (
    Kind(
        "date",
        "its source is cited beside it",
        re.compile(rf"(?:\d{{1,2}} )?(?:{MONTHS}) \d{{4}}|(?<![\d.])(?:19|20)\d\d(?!\d|\.\d)"),
    ),
    Kind(
        "place",
        "it names a chapter, a step of the article, a line, a page or a corner of the truth table",
        re.compile(
            r"(?i)^\d+\. |\b(?:chapter|step|page|section|line|part|point|row|column)s? "
            r"\d+(?:(?:, | and | to |-)\d+)*|\bcorners? [01]{2}(?: and [01]{2})*\b"
        ),
    ),
    Kind(
        "reference back",
        "it counts again what has just been counted",
        re.compile(
            rf"(?i)\b(?:the|these|those|its|their|our|your|other|of the) "
            rf"(?:other |last |first |next |same )?(?:{SMALL})\b"
        ),
    ),
    Kind(
        "version",
        "tests/content/test_versions.py compares whole ones with the lock",
        re.compile(
            r"\b(?:Python|NumPy|SciPy|Theano|Theano-PyMC|PyTensor|Aesara|PyTorch|JAX|TensorFlow|"
            r"Keras|Sphinx|Matplotlib|Jupyter|Node|Node\.js|GCC|CUDA|cuDNN|Ubuntu|Debian|CC BY|"
            r"setuptools)"
            r"[ -]v?\d+(?:\.\d+)*(?:(?:, | and | or | to )\d+\.\d+(?:\.\d+)?)*"
        ),
    ),
    Kind(
        "upstream issue",
        "the link beside it leads there",
        re.compile(r"\b(?:issue|pull request) \d+"),
    ),
    Kind(
        "name",
        "the number is part of what it is called",
        re.compile(r"(?i)double precision|IEEE 754|x86-64|UTF-8|BLAS level \d|ISO \d+"),
    ),
)


def without_kinds(text: str) -> str:
    """Return a text with a blank for each number that rests on no computation.

    Parameters
    ----------
    text : str
        Prose.

    Returns
    -------
    str
        A text of the same length.

    Examples
    --------
    >>> without_kinds("Since chapter 3 the two take four steps.")
    'Since                   take four steps.'
    """
    for kind in KINDS:
        text = kind.pattern.sub(lambda match: " " * len(match[0]), text)
    return text
