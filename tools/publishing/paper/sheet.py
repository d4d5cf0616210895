"""Lay an EPUB's pages out as one long page, which a browser breaks into sheets."""

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path

from lxml import etree

from extensions.i18n.languages import languages
from extensions.pages.katex import KATEX, render
from tools.publishing.paper.epub import XHTML, Entry, Epub

MATH = "{http://www.w3.org/1998/Math/MathML}"
STYLES = (KATEX / "static" / "katex" / "katex.min.css", Path(__file__).with_name("paper.css"))
MARK = re.compile("⟦([^⟧]*)⟧")
"""Stands for the number of the sheet on which an id is."""


def lay_out(book: Epub) -> str:
    """Return the long page.

    Parameters
    ----------
    book : Epub
        What there is to print; its pages are changed.

    Returns
    -------
    str
        XHTML, to be opened from the folder of the EPUB, with marks for numbers of sheets.
    """
    edition = next(row for row in languages() if row.tag == book.language)
    say = edition.translator("sphinx")
    titles = {entry.target: entry.title for entry in book.contents}
    parts, heads = [], []
    for number, body in enumerate(book.pages):
        set_formulas(body)
        add_marks(body, say("p. {number}"))
        name = body.get("id", "")
        inner = "".join(etree.tostring(child, encoding="unicode") for child in body)
        parts.append(f'<div class="page" id="{name}" style="page: leaf{number}">{inner}</div>')
        if number == 0:
            parts.append(contents(book.contents, say("Contents")))
        else:
            head = titles[name].replace('"', "”")
            heads.append(f'@page leaf{number} {{ @top-center {{ content: "{head}" }} }}')
    links = [f'<link rel="stylesheet" href="{style.absolute().as_uri()}" />' for style in STYLES]
    return (
        f'<html xmlns="http://www.w3.org/1999/xhtml" lang="{book.language}"><head>'
        f'<title>{escape(book.title)}</title><link rel="stylesheet" href="_static/pygments.css" />'
        f"{''.join(links)}<style>{escape(' '.join(heads), quote=False)}</style></head>"
        f"<body>{''.join(parts)}</body></html>"
    )


def fill_in(page: str, numbers: Mapping[str, int]) -> str:
    """Write the numbers of the sheets, as far as they are known."""
    return MARK.sub(lambda mark: str(numbers.get(mark[1], 100)), page)


def contents(lines: list[Entry], title: str) -> str:
    """Return the list of contents, without the title page."""
    rows = [
        f'<li class="level-{line.level}"><a href="#{line.target}">'
        f"<span>{escape(line.title)}</span><span>⟦{line.target}⟧</span></a></li>"
        for line in lines[1:]
    ]
    return f'<nav class="contents"><h2>{title}</h2><ol>{"".join(rows)}</ol></nav>'


def set_formulas(body: etree._Element) -> None:
    """Set formulas with KaTeX, whose fonts a browser can embed."""
    for formula in list(body.iter(f"{MATH}math")):
        (tex,) = (node.text or "" for node in formula.iter(f"{MATH}annotation"))
        html = render(tex, display=formula.get("display") == "block")
        span = etree.fromstring(f'<span xmlns="{XHTML[1:-1]}">{html}</span>')
        for mathml in list(span.iter(f"{MATH}math")):
            mathml.getparent().remove(mathml)  # type: ignore[union-attr]
        span.tail = formula.tail
        formula.getparent().replace(formula, span)  # type: ignore[union-attr]


def add_marks(body: etree._Element, words: str) -> None:
    """Write after each link into the book on which sheet it leads."""
    for link in body.iter(f"{XHTML}a"):
        address = link.get("href", "")
        if address.startswith("#"):
            number = etree.SubElement(link, f"{XHTML}small", {"class": "page-number"})
            number.text = "\u00a0" + words.format(number=f"⟦{address[1:]}⟧")
