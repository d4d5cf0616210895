"""Find the words in a figure, and put others in their place.

A label's lines are one message, with `` / `` between them; a translation has as many, or fewer.
Numbers, symbols and names that are the same in every language are no words.
"""

import re
from collections.abc import Callable
from xml.etree import ElementTree

from extensions.gallery.svg import SVG, move, place_of, write

CODE = re.compile(r"\S*\w\([^)]*\)|\S*[._]\w\S*")
WORD = re.compile(r"\b[A-Za-z][a-z]{2,}\b")
NAMES = {"axis", "exp", "fill", "hidden", "log", "tanh", "Theano"}
CLASS = "label"
LINE_BREAK = " / "
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def has_words(text: str) -> bool:
    """Tell whether a label must be translated.

    Parameters
    ----------
    text : str
        What it says.

    Returns
    -------
    bool
        Whether there's a word of a language in it.

    Examples
    --------
    >>> [has_words(text) for text in ("target 1", "4 ln 2", "x₁", "T.grad(cost)", "tanh")]
    [True, False, False, False, False]
    """
    return any(word not in NAMES for word in WORD.findall(CODE.sub("", text)))


def mark(svg: str) -> str:
    """Mark the labels of a figure that have words, so that they can be told.

    Parameters
    ----------
    svg : str
        A figure by ``compact_svg``.

    Returns
    -------
    str
        The figure, with a class on each such label.
    """
    root = ElementTree.fromstring(svg)
    for group in root.iter(f"{SVG}g"):
        if has_words(_message(group)):
            group.set("class", CLASS)
    return write(root)


def labels(svg: str) -> list[str]:
    """Return the marked labels of a figure, as messages for translators.

    Parameters
    ----------
    svg : str
        The figure.

    Returns
    -------
    list of str
        Each message once, in the order of drawing.
    """
    return list(dict.fromkeys(_message(group) for group in _labels(ElementTree.fromstring(svg))))


def translated(svg: str, translate: Callable[[str], str], language: str) -> str:
    """Return a figure with its marked labels in another language.

    Parameters
    ----------
    svg : str
        The figure.
    translate : callable
        Takes a message and returns its translation.
    language : str
        The language's tag, such as ``"zh-CN"``.

    Returns
    -------
    str
        The figure.

    Raises
    ------
    ValueError
        If a translation has more lines than its label.
    """
    root = ElementTree.fromstring(svg)
    root.set(LANGUAGE, language)
    for group in _labels(root):
        message = _message(group)
        _put(group, translate(message).split(LINE_BREAK), message)
    return write(root)


def _labels(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [group for group in root.iter(f"{SVG}g") if group.get("class") == CLASS]


def _message(group: ElementTree.Element) -> str:
    """Return what the lines of text say that stand in a group itself."""
    lines = ("".join(line.itertext()).strip() for line in group.findall(f"{SVG}text"))
    return LINE_BREAK.join(line for line in lines if line)


def _put(group: ElementTree.Element, words: list[str], message: str) -> None:
    """Write words into the lines of a label; fewer lines stand in the middle of the others."""
    lines = group.findall(f"{SVG}text")
    if len(words) > len(lines):
        raise ValueError(
            f"the translation of the label {message!r} must have at most {len(lines)} lines, "
            f"got {LINE_BREAK.join(words)!r}"
        )
    places = [place_of(line) for line in lines]
    spare = len(lines) - len(words)
    for number, (line, text) in enumerate(zip(lines, words, strict=False)):
        line.text = text
        ends = places[number], places[number + spare]
        if spare and ends[0] and ends[1]:
            move(line, (ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2)
    for line in lines[len(words) :]:
        group.remove(line)
