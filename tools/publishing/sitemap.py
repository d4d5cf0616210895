"""Write the directories of the site that programs read: sitemap.xml and llms.txt.

Not sphinx-sitemap 2.9: it must know the site's address while it builds, writes one file for each
edition, and after one page of a site was changed, it lists 5 of its 7.
"""

import html
import re
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from extensions.i18n.languages import languages

TITLE = re.compile(r'<meta property="og:title" content="([^"]*)"')
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')


class Entry(NamedTuple):
    """A page of an edition."""

    name: str  # without an ending, from the edition's folder
    title: str
    description: str


def write(site: Path, tags: list[str], address: str) -> None:
    """Write the directories.

    Parameters
    ----------
    site : Path
        The folder that holds the editions.
    tags : list of str
        The editions' language tags.
    address : str
        Where the site will be found; empty if that isn't known, and then there is no sitemap.
    """
    templates = Environment(
        loader=FileSystemLoader("docs/landing_pages"),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
    )
    editions = {tag: entries(site / tag) for tag in tags}
    names = {language.tag: language.name for language in languages()}
    for name in ("llms.txt", *(("sitemap.xml",) if address else ())):
        text = templates.get_template(name).render(editions=editions, names=names, address=address)
        (site / name).write_text(text, encoding="utf-8")


def entries(edition: Path) -> list[Entry]:
    """Return every page of an edition that has a text of its own, the front page first."""
    found = []
    for text in sorted(edition.rglob("*.txt")):
        page = text.with_suffix(".html")
        if not page.is_file():
            continue
        head = page.read_text(encoding="utf-8")
        title, description = (
            html.unescape("".join(pattern.findall(head)[:1])) for pattern in (TITLE, DESCRIPTION)
        )
        name = text.relative_to(edition).with_suffix("").as_posix()
        found.append(Entry(name, title, description))
    return sorted(found, key=lambda entry: (entry.name != "index", entry.name))
