"""Write a formula as a line of text, as a search's excerpt shows it."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from xml.etree import ElementTree

from extensions.pages.katex import render

MATHML = re.compile(r"<math .*?</math>", re.DOTALL)
RAISED = str.maketrans("0123456789−zT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ᶻᵀ")
SPACED = set("=<>≤≥≈≠+−⋅×⇒←→∈")
ONE = re.compile(r"\d+|[d∂]?\w(_\w+)?(\[\d\])?[⁰¹²³⁴⁵⁶⁷⁸⁹⁻ᶻᵀ]*")
APPLIED = "\N{FUNCTION APPLICATION}"
ACCENTS = {"^": "\N{COMBINING CIRCUMFLEX ACCENT}", "ˉ": "\N{COMBINING MACRON}"}


@cache
def formula_text(tex: str) -> str:
    r"""Turn a formula into a line of text.

    Parameters
    ----------
    tex : str
        The formula, in LaTeX.

    Returns
    -------
    str
        The text, with parentheses where a fraction's bar or a small letter's place said enough.

    Examples
    --------
    >>> print(formula_text(r"a = \frac{1}{1 + e^{-z}}"))
    a = 1/(1 + e⁻ᶻ)
    >>> print(formula_text(r"\frac{\partial C}{\partial w} = -\hat a \ln(1 - a)"))
    ∂C/∂w = −â ln(1 − a)
    """
    found = MATHML.search(render(tex, False))
    return " ".join(_text(ElementTree.fromstring(found[0])).split()) if found else ""


def _text(element: ElementTree.Element) -> str:
    tag = element.tag.rpartition("}")[2]
    parts = list(element)
    match tag:
        case "semantics":  # the formula, and then its LaTeX
            return _text(parts[0])
        case "mfrac":
            return f"{_whole(parts[0])}/{_whole(parts[1])}"
        case "msup":
            return _text(parts[0]) + _raised(_text(parts[1]))
        case "msub" | "munder":
            return f"{_text(parts[0])}_{_whole(parts[1])}"
        case "msubsup" | "munderover":
            return f"{_text(parts[0])}_{_whole(parts[1])}{_raised(_text(parts[2]))}"
        case "mover":
            accent = ACCENTS.get(_text(parts[1]), "")
            return unicodedata.normalize("NFC", _text(parts[0]) + accent)
        case "msqrt":
            return f"√({_row(parts)})"
        case "mtr":
            return f"{_row(parts).strip(' ,.;')}; "
        case "mtable":
            return _row(parts).strip(" ;")
        case "mspace":
            return " "
        case _:
            return _row(parts) if parts else (element.text or "")


def _row(elements: Iterable[ElementTree.Element]) -> str:
    """Join what stands side by side, with spaces around the signs between two sides."""
    text = ""
    for element in elements:
        tag, piece = element.tag.rpartition("}")[2], _text(element)
        if piece in SPACED:
            is_sign = piece == "−" and re.search(r"(^|[(\[,;=<>≈⋅⇒]) *$", text)
            text += piece if is_sign else f" {piece} "
        elif piece == APPLIED or tag == "mtd":
            text += f"{piece.strip(APPLIED)} "
        elif tag in ("mfrac", "mstyle") and re.search(r"(^|\W)[a-z]{2,} $", text):  # ln (1/2)
            text += f"({piece})"
        elif tag in ("munder", "munderover"):
            text += f"{piece} "
        elif tag == "mfrac" or (tag == "mi" and len(piece) > 1):
            text += f" {piece} " if re.search(r"[\w)]$", text) else f"{piece} "
        else:
            text += piece
    text = re.sub(r"\b(\w+) +(?=\()", r"\1", text)
    return re.sub(r" +(?=[),.;])|(?<=\() +", "", text)


def _whole(element: ElementTree.Element) -> str:
    """Put what has several parts in parentheses."""
    text = _text(element).strip()
    return text if ONE.fullmatch(text) else f"({text})"


def _raised(text: str) -> str:
    raised = text.strip().translate(RAISED)
    return raised if not set(raised) & set(text) else f"^({text.strip()})"
