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

    @property
    def is_page(self) -> bool:
        """Tell whether it's a whole page, not a section of one."""
        return "--" not in self.target


class Epub(NamedTuple):
    """What there is to print."""

    folder: str  # its name
    language: str
    title: str
    author: str
    date: str  # and time, as EPUB writes them
    pages: list[etree._Element]  # each page's body
    contents: list[Entry]
    contents_title: str
    page_number: str  # what stands beside a link on paper


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
        join(body, name, folder.name)
        pages.append(body)
    navigation = etree.parse(folder / "nav.xhtml").find(f".//{XHTML}nav")
    titles = {page.get("id"): words(page.find(f".//{XHTML}h1")) for page in pages}
    (page_number,) = pages[0].xpath("//@data-page-number")
    language, whole, author, date = (
        listing.find(f".//{DC}{name}").text for name in ("language", "title", "creator", "date")
    )
    contents = entries(navigation.find(f"{XHTML}ol"), titles)
    title = words(navigation.find(f"{XHTML}h1"))
    return Epub(folder.name, language, whole, author, date, pages, contents, title, page_number)


def join(body: etree._Element, name: str, root: str) -> None:
    """Make a page a part of the book, whose files lie in a folder beside it."""
    folder = posixpath.dirname(name)
    for element in body.iter(etree.Element):
        if "id" in element.attrib:
            element.set("id", place(name, element.get("id")))
        if "src" in element.attrib:
            element.set("src", posixpath.normpath(f"{root}/{folder}/{element.get('src')}"))
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


def entries(listing: etree._Element, titles: dict[str, str], level: int = 1) -> list[Entry]:
    """Return the lines of the contents: pages by their own titles, and their sections."""
    found = []
    for item in listing.findall(f"{XHTML}li"):
        link, deeper = item.find(f"{XHTML}a"), item.find(f"{XHTML}ol")
        place = target("", "", link.get("href"))
        entry = Entry(level, titles.get(place) or words(link), place)
        found.append(entry)
        below = [] if deeper is None else entries(deeper, titles, level + 1)
        found += [line for line in below if entry.is_page]
    return found


def words(element: etree._Element) -> str:
    """Return what an element says, on one line."""
    return " ".join("".join(element.itertext()).split())
