"""What only a translation into Chinese can get wrong."""

import re
from collections.abc import Iterator

HAN = "\u3400-\u9fff"
FULL_WIDTH = "，。；：？！、（）"
SLIPS = (
    (re.compile(rf"[{HAN}][,;:?!]|[{HAN}]\.(?=\s|$)"), "ASCII punctuation after Han"),
    (re.compile(rf"[{HAN}][A-Za-z0-9]|[A-Za-z0-9%][{HAN}]"), "no space between Han and Latin"),
    (re.compile(rf"[{HAN}] +[{HAN}]"), "a space between Han"),
    (re.compile(rf"[\"'][{HAN}]|[{HAN}][\"']"), "straight quotation marks by Han"),
    (re.compile(rf"\([{HAN}]|[{HAN}]\)"), "ASCII brackets by Han"),
    (re.compile(rf" [{FULL_WIDTH}]|[{FULL_WIDTH}] "), "a space beside full-width punctuation"),
)
WORD = re.compile(r"(?<!\w)[a-z]{2}")  # names begin with a capital
SAME_IN_CHINESE = {"dtype", "XNOR", "floatX", "softmax", "softplus"}


def problems(translated: str, words: str) -> Iterator[str]:
    """Say what is wrong with a message in Chinese.

    Parameters
    ----------
    translated : str
        The message, with its markup.
    words : str
        Its words alone.

    Yields
    ------
    str
        Each problem.

    Examples
    --------
    >>> list(problems("能用.", "能用."))
    ["ASCII punctuation after Han: '能用.'"]
    """
    if not re.search(f"[{HAN}]", words) and WORD.search(words) and words not in SAME_IN_CHINESE:
        yield "no Chinese in it"
    for role in re.findall(r"(?::term:|\{term\})`([^`<]+)`", translated):
        if role not in SAME_IN_CHINESE:
            yield f"the term {role!r} is shown in English"
    for pattern, slip in SLIPS:
        match = pattern.search(words)
        if match:
            place = words[max(0, match.start() - 8) : match.end() + 8]
            yield f"{slip}: {place!r}"
