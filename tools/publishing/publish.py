"""Put the site together from the editions' pages, next to the one that is there, and swap them.

Whatever happens meanwhile, the site's folder holds a whole site.
"""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from urllib.parse import quote
from zipfile import ZipFile

from extensions.gallery.archive import packed
from extensions.pages.assets import NOT_PUBLISHED
from tools.publishing import books, landing_pages, sitemap
from tools.publishing.placeholders import Facts, fill_in, fill_in_notebook
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
        complete_notebooks(new / tag / "_downloads", address)
    landing_pages.write(new, tags, address)
    sitemap.write(new, tags, address)
    build_wheel(new)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def complete_notebooks(downloads: Path, address: str) -> None:
    """Fill in the site's address in every notebook, and in its copy in an archive."""
    for path in downloads.rglob("*.ipynb"):
        path.write_bytes(fill_in_notebook(path.read_bytes().decode(), address).encode())
    for path in downloads.rglob("*.zip"):
        with ZipFile(path) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        for name in files:
            if name.endswith(".ipynb"):
                files[name] = fill_in_notebook(files[name].decode(), address).encode()
        path.write_bytes(packed(files))


def build_wheel(site: Path) -> None:
    """Put the package's wheel at the top of the site, for the readers of notebooks."""
    backend = Path(sysconfig.get_path("scripts"), "uv-build")
    subprocess.run([backend, "build-wheel", site], stdout=subprocess.DEVNULL, check=True)


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


def facts_of_site(repository: str, address: str) -> Facts:
    """Return what is known about this site."""
    if repository and not re.fullmatch(r"[\w.-]+/[\w.-]+", repository):
        raise BadSetting(f"REPOSITORY must be an owner and a name, as in a/b, not {repository}.")
    facts: Facts = {}
    if repository:  # whose forms are told the page's address in their own
        facts["repository"] = {"repository": repository, "site": quote(address, safe="")}
    if address:
        facts["address"] = {"site": address}
    if report := proven():
        facts["verified"] = report
    return facts


if __name__ == "__main__":
    try:
        address = address_of_site(os.environ.get("SITE_ADDRESS", ""))
        facts = facts_of_site(os.environ.get("REPOSITORY", ""), address)
        publish(PAGES, SITE, sys.argv[1:], address, facts)
    except BadSetting as problem:
        sys.exit(str(problem))
    except OSError as problem:
        sys.exit(f"The site couldn't be written: {problem.strerror}: {problem.filename}.")
