"""Read an EPUB: its pages in their order, and its contents."""

import posixpath
import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"


class Entry(NamedTuple):
    """A line of the contents."""

    level: int
    title: str
    target: str  # an id of the whole book


class Epub(NamedTuple):
    """What there is to print."""

    language: str
    title: str
    author: str
    pages: list[etree._Element]  # each page's body
    contents: list[Entry]


def read(folder: Path) -> Epub:
    """Read the EPUB whose files lie in a folder, and make one book of its pages.

    Ids become those of the book, and links lead to them.
    """
    listing = etree.parse(folder / "content.opf")
    files = {item.get("id"): item.get("href") for item in listing.iter(f"{OPF}item")}
    pages = []
    for reference in listing.iter(f"{OPF}itemref"):
        name = unquote(files[reference.get("idref")])
        (body,) = etree.parse(folder / name).iter(f"{XHTML}body")
        join(body, name)
        pages.append(body)
    tops = etree.parse(folder / "nav.xhtml").find(f".//{XHTML}nav/{XHTML}ol")
    facts = (listing.find(f".//{DC}{name}").text for name in ("language", "title", "creator"))
    return Epub(*facts, pages, list(entries(tops, 1)))


def join(body: etree._Element, name: str) -> None:
    """Make a page a part of the book."""
    folder = posixpath.dirname(name)
    for element in body.iter(etree.Element):
        if "id" in element.attrib:
            element.set("id", place(name, element.get("id")))
        if "src" in element.attrib:
            element.set("src", posixpath.normpath(posixpath.join(folder, element.get("src"))))
        link = element.get("href", "")
        if element.tag == f"{XHTML}a" and link and ":" not in link:
            element.set("href", f"#{target(folder, name, link)}")
        for key, value in element.attrib.items():  # in SVG, parts are used by their ids
            if key.endswith("}href") or "url(#" in value:
                element.set(key, re.sub("(?<=#)[^#)]+", lambda m: place(name, m[0]), value))
    body.set("id", place(name))


def target(folder: str, name: str, link: str) -> str:
    """Return the id to which a page's link leads."""
    file, _, anchor = unquote(link).partition("#")
    return place(posixpath.normpath(posixpath.join(folder, file)) if file else name, anchor)


def place(name: str, anchor: str = "") -> str:
    """Return the id in the book of a place on a page."""
    page = re.sub(r"\W", "-", name.removesuffix(".xhtml"))
    return f"{page}--{anchor}" if anchor else page


def entries(listing: etree._Element, level: int) -> list[Entry]:
    """Return the lines of the contents below a list."""
    found = []
    for item in listing.findall(f"{XHTML}li"):
        link = item.find(f"{XHTML}a")
        title = " ".join("".join(link.itertext()).split())
        found.append(Entry(level, title, target("", "", link.get("href"))))
        deeper = item.find(f"{XHTML}ol")
        found += entries(deeper, level + 1) if deeper is not None else []
    return found
