"""Lay an EPUB's pages out as one long page, which a browser breaks into sheets."""

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path

from lxml import etree

from extensions.pages.katex import KATEX, render
from tools.publishing.paper.epub import XHTML, Entry, Epub

MATH = "{http://www.w3.org/1998/Math/MathML}"
STYLES = (KATEX / "static/katex/katex.min.css", Path(__file__).absolute().with_name("paper.css"))
MARK = re.compile("⟦([^⟧]*)⟧")
"""Stands for the number of the sheet on which an id is."""
PLAIN = {None, "doc", "n", "nn", "p", "pre", "w", "std std-ref", "xref std std-term"}
"""Classes of spans that look like what's around them."""


def lay_out(book: Epub) -> str:
    """Return the long page.

    Parameters
    ----------
    book : Epub
        What there is to print; its pages are changed.

    Returns
    -------
    str
        XHTML, to be opened beside the folder of the EPUB, with marks for numbers of sheets.
    """
    titles = {entry.target: entry.title for entry in book.contents}
    parts, heads = [], []
    for number, body in enumerate(book.pages):
        unwrap(body)  # before formulas, whose spans all have a purpose
        set_formulas(body)
        add_marks(body, book.page_number)
        name = body.get("id", "")
        kind = "page part" if name.endswith("-index") else "page"
        inner = "".join(etree.tostring(child, encoding="unicode") for child in body)
        parts.append(f'<div class="{kind}" id="{name}" style="page: leaf{number}">{inner}</div>')
        if number == 0:
            parts.append(contents(book.contents, book.contents_title))
        else:
            head = titles[name].replace('"', "”")
            heads.append(f'@page leaf{number} {{ @top-center {{ content: "{head}" }} }}')
    styles = [f"{book.folder}/_static/pygments.css", *(style.as_uri() for style in STYLES)]
    links = [f'<link rel="stylesheet" href="{style}" />' for style in styles]
    return (
        f'<html xmlns="http://www.w3.org/1999/xhtml" lang="{book.language}"><head>'
        f"<title>{escape(book.title)}</title>{''.join(links)}"
        f"<style>{escape(' '.join(heads), quote=False)}</style></head>"
        f"<body>{''.join(parts)}</body></html>"
    )


def fill_in(page: str, numbers: Mapping[str, int]) -> str:
    """Write the numbers of the sheets, as far as they are known."""
    return MARK.sub(lambda mark: str(numbers.get(mark[1], 100)), page)


def contents(lines: list[Entry], title: str) -> str:
    """Return the list of contents: a line for each page, its sections run in below."""
    rows = []
    for line in lines[1:]:
        link = f'<a href="#{line.target}">{{}}</a>'
        number = f"⟦{line.target}⟧"
        if line.is_page:
            both = f"<span>{escape(line.title)}</span><span>{number}</span>"
            rows.append(f'<p class="line level-{line.level}">{link.format(both)}</p>')
        else:
            words = f"{escape(line.title)}\u00a0{number}"
            rows.append(f'<span class="sections">{link.format(words)}</span>')
    joined = "".join(rows).replace("</span><span class=", " · </span><span class=")
    return f'<nav class="contents"><h2>{title}</h2>{joined}</nav>'


def set_formulas(body: etree._Element) -> None:
    """Set formulas with KaTeX, whose fonts a browser can embed."""
    for formula in list(body.iter(f"{MATH}math")):
        (tex,) = (node.text or "" for node in formula.iter(f"{MATH}annotation"))
        html = render(tex, display=formula.get("display") == "block")
        span = etree.fromstring(f'<span xmlns="{XHTML[1:-1]}">{html}</span>')
        for mathml in list(span.iter(f"{MATH}math")):
            mathml.getparent().remove(mathml)
        span.tail = formula.tail
        formula.getparent().replace(formula, span)


def unwrap(body: etree._Element) -> None:
    """Take spans without a colour out of code: each would be an element of the PDF."""
    for span in list(body.iter(f"{XHTML}span")):
        if span.get("class") in PLAIN and "id" not in span.attrib:
            span.tag = "plain"
    etree.strip_tags(body, "plain")


def add_marks(body: etree._Element, words: str) -> None:
    """Write after each link into the book on which sheet it leads."""
    for link in body.iter(f"{XHTML}a"):
        address = link.get("href", "")
        if address.startswith("#"):
            number = etree.SubElement(link, f"{XHTML}small", {"class": "page-number"})
            number.text = "\u00a0" + words.format(number=f"⟦{address[1:]}⟧")
