"""Put the site together from the editions' pages, next to the one that is there, and swap them.

Whatever happens meanwhile, the site's folder holds a whole site.
"""

import os
import re
import shutil
import sys
from pathlib import Path

from extensions.pages.assets import NOT_PUBLISHED
from tools.publishing import books, landing_pages, sitemap
from tools.publishing.placeholders import Facts, fill_in
from tools.publishing.verification import proven

PAGES = Path("build", "pages")
SITE = Path("build", "html")


class BadSetting(ValueError):
    """What the environment says of the site can't be meant."""


def publish(pages: Path, site: Path, tags: list[str], address: str, facts: Facts) -> None:
    """Make the site anew.

    Parameters
    ----------
    pages : Path
        The folder that holds each edition's pages.
    site : Path
        The site's folder.
    tags : list of str
        The editions' language tags.
    address : str
        Where the site will be found; empty if that isn't known.
    facts : dict
        What else pages tell if it's known.

    Raises
    ------
    BadSetting
        If there's no edition, or a file where the site's folder should be.
    """
    if not tags:
        raise BadSetting("publish.py must get the language tags of editions, such as en zh-CN.")
    if site.exists() and not site.is_dir():
        raise BadSetting(f"{site} must be a folder; move it away and run make again.")
    new, old = (site.with_name(f"{site.name}.{state}") for state in ("new", "old"))
    for leftover in (new, old):
        shutil.rmtree(leftover, ignore_errors=True)
    for tag in tags:
        shutil.copytree(pages / tag, new / tag, ignore=shutil.ignore_patterns(*NOT_PUBLISHED))
        known = facts | add_books(pages / tag, new / tag)
        for page in (new / tag).rglob("*.html"):
            name = page.relative_to(new).as_posix()
            page.write_text(
                fill_in(page.read_text(encoding="utf-8"), name, address, known), encoding="utf-8"
            )
    landing_pages.write(new, tags, address)
    sitemap.write(new, tags, address)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def add_books(pages: Path, edition: Path) -> Facts:
    """Put the books that say what the pages say beside them; return what pages tell of them."""
    facts = {}
    folder = pages.parents[1] / books.BOOKS.name / pages.name
    for kind, file in books.up_to_date(pages, folder).items():
        shutil.copy(file, edition)
        facts[kind] = {"file": file.name, "size": books.size(file)}
    return facts


def address_of_site(said: str) -> str:
    """Return the address that the environment gives, or complain."""
    if said and not re.fullmatch(r"https?://[^\s\"<>]+/", said):
        raise BadSetting(f"SITE_ADDRESS must be an address that ends with a slash, not {said}.")
    return said


def facts_of_site(repository: str) -> Facts:
    """Return what is known about this site."""
    if repository and not re.fullmatch(r"[\w.-]+/[\w.-]+", repository):
        raise BadSetting(f"REPOSITORY must be an owner and a name, as in a/b, not {repository}.")
    facts = {"repository": {"repository": repository}} if repository else {}
    report = proven()
    return facts | ({"verified": report} if report else {})


if __name__ == "__main__":
    try:
        address = address_of_site(os.environ.get("SITE_ADDRESS", ""))
        facts = facts_of_site(os.environ.get("REPOSITORY", ""))
        if address:
            facts["address"] = {"site": address}
        publish(PAGES, SITE, sys.argv[1:], address, facts)
    except BadSetting as problem:
        sys.exit(str(problem))
    except OSError as problem:
        sys.exit(f"The site couldn't be written: {problem.strerror}: {problem.filename}.")
