"""Compare a translated message with the message in English."""

import re
from calendar import month_name
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from extensions.claims.numerals import numerals
from tools.translation import chinese

# What one finds the next doesn't see any more; it leaves its words, or a letter in its place.
TITLED = r"(?P<words>[^`<]*?)\s*<(?P<target>[^`]+)>"
ROLE = r"[a-z]+(?::[a-z]+)?"
PARTS = (
    ("formula", re.compile(r"(?::math:|\{math\})`(?P<target>[^`]+)`")),
    ("link", re.compile(rf"(?::(?P<rst>{ROLE}):|\{{(?P<myst>{ROLE})\}})`{TITLED}`")),
    ("link", re.compile(rf"(?::(?P<rst>{ROLE}):|\{{(?P<myst>{ROLE})\}})`(?P<target>[^`]+)`")),
    ("link", re.compile(r"\[(?P<words>[^\]]*)\]\((?P<target>[^)\s]+)\)")),
    ("link", re.compile(rf"`{TITLED}`__?")),
    ("code", re.compile(r"``(?P<target>.+?)``(?!`)|(?<!`)`(?P<other>[^`]+)`(?!`)")),
    ("formula", re.compile(r"(?<![\\$])\$(?P<target>[^$]+)\$")),
    ("placeholder", re.compile(r"(?P<target>%\(\w+\)[sd]|%[sd]|\{\w*\})")),
    ("address", re.compile(r"(?P<target>https?://\S+?)(?=[.,;)]*(?:[，。；）]|\s|$))")),
)
CLAIM = re.compile(rf"(?::claim:|\{{claim\}})`{TITLED}`")
MONTH = re.compile(rf"(?<=\d )(?:{'|'.join(month_name[1:])})|(?:{'|'.join(month_name[1:])})(?= \d)")
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
NULL_SPACE = re.compile(r"\\ ")
MARKS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")

Check = Callable[[str, str], Iterator[str]]
OF_LANGUAGES: dict[str, Check] = {"zh_CN": chinese.problems}
"""What can be wrong in one language only; most have no such check."""


def problems(english: str, translated: str, language: str) -> Iterator[str]:
    r"""Say what is wrong with a translation, as far as a program can tell.

    Parameters
    ----------
    english : str
        The message to translate.
    translated : str
        Its translation.
    language : str
        The language's code, such as ``"zh_CN"``.

    Yields
    ------
    str
        Each problem.

    Examples
    --------
    >>> list(problems("See :doc:`page 2 <two>`.", "见\\ :doc:`第 2 页 <tow>`。", "zh_CN"))
    ["link: missing 'doc two', new 'doc tow'"]
    """
    if not translated.strip():
        yield "not translated"
        return
    wanted, _ = parts(english)
    found, words = parts(translated)
    for kind in sorted({kind for kind, _ in wanted | found}):
        missing = sorted(value for of, value in (wanted - found).elements() if of == kind)
        new = sorted(value for of, value in (found - wanted).elements() if of == kind)
        if missing or new:
            lists = [("missing", missing), ("new", new)]
            named = [f"{what} {', '.join(map(repr, values))}" for what, values in lists if values]
            yield f"{kind}: {', '.join(named)}"
    if language in OF_LANGUAGES:
        yield from _claims_that_differ(english, translated)
        yield from OF_LANGUAGES[language](translated, words)


def _claims_that_differ(english: str, translated: str) -> Iterator[str]:
    """Compare the numbers that claims show; their expressions are compared as links are."""
    wanted, found = (
        {match["target"]: match["words"] for match in CLAIM.finditer(message)}
        for message in (english, translated)
    )
    for expression in wanted.keys() & found.keys():
        one, other = (
            [numeral.value for numeral in numerals(claims[expression])]
            for claims in (wanted, found)
        )
        if one != other:
            yield f"claim: {found[expression]!r} must say {wanted[expression]!r}"


def parts(message: str) -> tuple[Counter[tuple[str, str]], str]:
    """Take a message apart: what every translation must keep, and the words.

    Parameters
    ----------
    message : str
        A message in reStructuredText or Markdown.

    Returns
    -------
    kept : Counter
        How often each link, piece of code, formula, number and so on occurs.
    words : str
        The words, with the words of links in their places, and a letter for all else.

    Examples
    --------
    >>> parts("Call `f` **2** times")
    (Counter({('code', 'f'): 1, ('number', '2'): 1}), 'Call x 2 times')
    """
    kept: Counter[tuple[str, str]] = Counter()
    rest = message

    def keep(kind: str, match: re.Match[str]) -> str:
        groups = match.groupdict()
        role = groups.get("rst") or groups.get("myst") or ""
        target = groups["target"] or groups["other"]
        kept[kind, f"{role} {' '.join(target.split())}".strip()] += 1
        shown = {"doc": "", "term": target}.get(role, "x")
        return groups.get("words") or shown

    for kind, pattern in PARTS:
        rest = pattern.sub(partial(keep, kind), rest)
    words = MARKS.sub("", NULL_SPACE.sub("", rest))
    dated = MONTH.sub(lambda match: str(list(month_name).index(match[0])), words)
    kept.update(("number", number) for number in NUMBER.findall(dated))
    return kept, words
