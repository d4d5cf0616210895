"""Write what lies between the editions: a page that picks one, and one for wrong addresses.

Not sphinx-notfound-page 1.1: its page is in one language, English where ours is Chinese, and
its links must know the site's folder on the host while it builds.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from extensions.i18n.languages import languages
from extensions.pages.csp_policy import policy

PAGES = ("index", "404")


class Edition(NamedTuple):
    """What a page says to the readers of one edition."""

    tag: str
    translate: Callable[[str], str]


def write(site: Path, tags: list[str], address: str) -> None:
    """Write the pages.

    Parameters
    ----------
    site : Path
        The folder that holds the editions.
    tags : list of str
        The editions' language tags.
    address : str
        Where the site will be found; empty if that isn't known.
    """
    templates = Environment(
        loader=FileSystemLoader("docs/landing_pages"),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        autoescape=False,
    )
    known = {language.tag: language for language in languages()}
    editions = [Edition(tag, known[tag].translator("sphinx")) for tag in tags]
    style = "\n" + templates.get_template("style.css").render()
    for name in PAGES:
        # A page for wrong addresses can't tell where it is, so it starts from the host.
        start = address or ("/" if name == "404" else "")
        values = {"tags": tags, "editions": editions, "address": start}
        script = "\n" + templates.get_template(f"{name}.js").render(values)
        page = templates.get_template(f"{name}.html").render(
            values, style=style, script=script, policy=policy(script, style)
        )
        (site / f"{name}.html").write_text(page, encoding="utf-8")
