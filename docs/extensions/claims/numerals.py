"""Find the numbers that a text shows, in digits and in words."""

import re
from fractions import Fraction
from typing import NamedTuple

DIGITS = re.compile(
    r"""
    (?P<sign>(?<![\w.)])[−-])?
    (?<![\w.])
    (?P<digits>\d{1,3}(?:[\u00a0\u202f ,]\d{3})+(?![\d])|\d+)
    (?P<decimals>\.\d+)?
    (?P<exponent>e[−-]?\d+)?
    (?P<unit>\s?(?:%|percent\b))?
    (?!\w|\.\d)
    """,
    re.VERBOSE,
)
SIMPLE = {
    **{"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7},
    **{"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13},
    **{"fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18},
    **{"nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60},
    **{"seventy": 70, "eighty": 80, "ninety": 90},
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
PARTS = {
    **{"half": 2, "halve": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7},
    **{"eighth": 8, "ninth": 9, "tenth": 10, "fifteenth": 15, "twentieth": 20, "thirtieth": 30},
    **{"fortieth": 40, "fiftieth": 50, "hundredth": 100, "thousandth": 1_000},
    "millionth": 1_000_000,
}
MULTIPLES = {"twice": 2, "double": 2, "thrice": 3, "dozen": 12}
CARDINAL = "|".join([*SIMPLE, *SCALES])
FRACTION = "|".join(PARTS)
WORDS = re.compile(
    rf"""(?ix)\b(?:
    (?P<count>a|one|two|three|four|five|six|seven|eight|nine)[ -](?P<part>{FRACTION})s?
    |(?P<half>half|halves|quarters?)
    |(?P<multiple>{"|".join(MULTIPLES)})
    |(?P<cardinal>(?!one\b(?![ -](?:{"|".join(SCALES)})))
      (?:{CARDINAL})(?:[ -](?:and[ ])?(?:{CARDINAL}))*)
    )\b"""
)
"""``one`` alone is mostly a pronoun, ``third`` alone an ordinal, and ``hundreds`` no number."""

HAN = dict(zip("零一二三四五六七八九两", [*range(10), 2], strict=True))
HAN_SCALES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000}
HAN_NUMBER = f"[{''.join([*HAN, *HAN_SCALES])}]+"
IN_HAN = re.compile(
    rf"(?P<whole>{HAN_NUMBER})分之(?P<count>{HAN_NUMBER})|(?P<half>一?半)|(?P<cardinal>{HAN_NUMBER})"
)


class Numeral(NamedTuple):
    """A number as a text shows it.

    Parameters
    ----------
    text : str
        The letters that show it.
    value : float
        The number.
    precision : float
        What the number may differ by: half a unit of the last digit that is shown.
    """

    text: str
    value: float
    precision: float

    @property
    def is_word(self) -> bool:
        """Tell whether it stands in letters."""
        return not any(letter in "0123456789" for letter in self.text)


def numerals(text: str) -> list[Numeral]:
    """Return the numbers in a text, in English or Chinese, in their order.

    Parameters
    ----------
    text : str
        A sentence, or a few words of one.

    Returns
    -------
    list of Numeral
        Each number that stands in digits or in words.

    Examples
    --------
    >>> [numeral.value for numeral in numerals("−1.52, 98 % and 30 000 of four hundred")]
    [-1.52, 0.98, 30000.0, 400.0]
    >>> [numeral.value for numeral in numerals("a tenth, two thirds, twice")]
    [0.1, 0.6666666666666666, 2.0]
    >>> [numeral.value for numeral in numerals("三万次的十分之一，两倍，一半")]
    [30000.0, 0.1, 2.0, 0.5]
    """
    found = [(m.start(), _in_digits(m)) for m in DIGITS.finditer(text)]
    found += [(m.start(), _in_words(m)) for m in WORDS.finditer(text)]
    found += [(m.start(), _in_han(m)) for m in IN_HAN.finditer(text) if m[0] != "一"]
    return [numeral for _, numeral in sorted(found)]


def _in_digits(match: re.Match[str]) -> Numeral:
    digits = re.sub(r"\D", "", match["digits"]) + (match["decimals"] or "")
    exponent = (match["exponent"] or "").replace("−", "-")
    last_digit = Fraction(f"1e{exponent[1:] or 0}") / 10 ** len((match["decimals"] or ".")[1:])
    value = Fraction(digits + exponent) * (-1 if match["sign"] else 1)
    if match["unit"]:
        value, last_digit = value / 100, last_digit / 100
    return Numeral(match[0], float(value), float(last_digit / 2))


def _in_words(match: re.Match[str]) -> Numeral:
    """Words are rounder than digits: a part or a multiple may differ by a tenth of itself."""
    if match["part"] or match["half"]:
        count = SIMPLE.get((match["count"] or "a").lower(), 1)
        value = count / PARTS[(match["part"] or match["half"]).lower().removesuffix("s")]
        return Numeral(match[0], value, value / 10)
    if match["multiple"]:
        value = MULTIPLES[match["multiple"].lower()]
        return Numeral(match[0], float(value), value / 10)
    total, current = 0, 0
    for word in re.split(r"[ -]", match["cardinal"].lower()):
        if word in SCALES:
            current = (current or 1) * SCALES[word]
            if SCALES[word] > 100:
                total, current = total + current, 0
        else:
            current += SIMPLE.get(word, 0)
    value = total + current
    return Numeral(match[0], float(value), 0.0 if value < 100 else value / 20)


def _in_han(match: re.Match[str]) -> Numeral:
    if match["half"]:
        value = 0.5
    elif match["whole"]:
        value = _from_han(match["count"]) / _from_han(match["whole"])
    else:
        value = float(_from_han(match["cardinal"]))
        return Numeral(match[0], value, 0.0 if value < 100 else value / 20)
    return Numeral(match[0], value, value / 10)


def _from_han(digits: str) -> int:
    total, section, digit = 0, 0, 0
    for sign in digits:
        if sign == "万":
            total, section, digit = total + (section + digit) * 10_000, 0, 0
        elif sign in HAN_SCALES:
            section, digit = section + (digit or 1) * HAN_SCALES[sign], 0
        else:
            digit = HAN[sign]
    return total + section + digit
