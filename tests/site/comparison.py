"""What a translated page must share with the page in English, and what it must not show."""

import re
from collections import Counter
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

HAN = re.compile("[\u3400-\u9fff]")
OTHER_LETTERS = {"zh-CN"}
"""Editions in whose letters a sentence in English can be told."""
WORD = r"[A-Za-z][A-Za-z'\u2019-]*"
FOUR_WORDS = re.compile(rf"{WORD}(?:[ ,;:]+{WORD}){{3,}}")
FIGURE_LANGUAGE = re.compile(r"\.zh_CN(?=\.svg$)")
"""What names a figure with labels in another language, which test_figures looks at."""
LEAKS = re.compile(r"`|\*\*|(?<!\w):[a-z]+:(?!\w)|\{[a-z]+\}|\\ |\]\(")

NAMES = (
    *("AND", "Aarshay Jain", "Aesara", "Ctrl", "Graphviz", "JAX", "JavaScript", "KaTeX"),
    "Keras",
    *(
        "Matplotlib",
        "MiniSearch",
        "MyST-NB",
        "MyST-Parser",
        "NAND",
        "NOR",
        "Node",
        "NumPy",
        "OR",
        "PyTensor",
        "PyTorch",
        "SciPy",
    ),
    *("Sphinx", "Sphinx-Gallery", "Theano", "Theano-PyMC", "XNOR", "XOR", "dtype", "floatX"),
    *("WebAssembly", "pydot", "softmax", "softplus", "sphinx-design", "sphinx-gallery"),
)
ENGLISH = re.compile(
    rf"^(?!\s*(?:{'|'.join(NAMES)})(?: [\d.]+)?\s*$)(?!theano_walkthrough\.).*[A-Za-z]{{2}}",
    re.DOTALL,
)

NOT_PROSE = "script, style, template, pre, code, .katex, .sig, .field-list strong, [lang=en]"
SPOKEN = ("alt", "aria-label", "placeholder", "title")


def differences(english: BeautifulSoup, translated: BeautifulSoup) -> Iterator[str]:
    """Say where two pages differ in what no translation may change."""
    for what, selector, attribute, ordered in (
        ("code or output", "pre", None, True),
        ("picture", "img", "src", True),
        ("anchor", "[id]", "id", True),
        ("words in code", ":not(pre) > code:not(.download)", None, False),
        ("formula", "annotation", None, False),
        ("link", "a[href]", "href", False),
    ):
        wanted, found = (_values(page, selector, attribute) for page in (english, translated))
        if what in ("picture", "link"):
            found = [FIGURE_LANGUAGE.sub("", address) for address in found]
        if (wanted != found) if ordered else (Counter(wanted) != Counter(found)):
            missing, new = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
            yield f"{what} differs: {list(missing)[:3]} became {list(new)[:3]}"


def leaks(page: BeautifulSoup) -> list[str]:
    """Return the pieces of text that still hold markup."""
    return [text for text in _prose(page) if LEAKS.search(text)]


def english_left(page: BeautifulSoup) -> list[str]:
    """Return sentences and whole texts in English, but for names and for titles in italics."""
    texts = [*_prose(page), *_attributes(page)]
    sentences = [match[0] for text in texts for match in FOUR_WORDS.finditer(text)]
    return sentences + [text for text in texts if ENGLISH.search(text) and not HAN.search(text)]


def _values(page: BeautifulSoup, selector: str, attribute: str | None) -> list[str]:
    article = page.select_one("article")
    assert article is not None
    values = (
        str(element[attribute]) if attribute else element.get_text()
        for element in article.select(selector)
    )
    return [value for value in values if not (selector == "annotation" and r"\text" in value)]


def _prose(page: BeautifulSoup) -> list[str]:
    """Return the text of each block, as a reader sees it."""
    copy = BeautifulSoup(str(page), "lxml")
    for element in copy.select(NOT_PROSE):
        element.replace_with("\N{OBJECT REPLACEMENT CHARACTER}")
    for element in copy.select("em"):
        if not HAN.search(element.get_text()):
            element.replace_with("\N{OBJECT REPLACEMENT CHARACTER}")
    copy.smooth()
    return [str(text) for text in copy.find_all(string=True) if type(text) is NavigableString]


def _attributes(page: BeautifulSoup) -> list[str]:
    """Return what is read aloud, except hints of claims: those are code."""
    return [
        str(element[name])
        for name in SPOKEN
        for element in page.select(f"[{name}]:not([lang=en], .claim)")
        if isinstance(element, Tag)
    ]
