"""Write what lies between the editions: a page that picks one, and one for wrong addresses."""

import os
import shutil
import sys
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

SITE = Path("build/html")
PAGES = ("index", "404")


def write(site: Path, tags: list[str], address: str) -> None:
    """Write the pages, and remove whatever else lies there but the editions.

    Parameters
    ----------
    site : Path
        The folder that holds the editions.
    tags : list of str
        The editions' language tags.
    address : str
        Where the site will be found; empty if that isn't known.
    """
    for stranger in (path for path in site.iterdir() if path.name not in tags):
        shutil.rmtree(stranger) if stranger.is_dir() else stranger.unlink()
    templates = Environment(
        loader=FileSystemLoader("docs/front_door"),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        autoescape=False,
    )
    style = templates.get_template("style.css").render()
    for name in PAGES:
        # A page for wrong addresses can't tell where it is, so it starts from the host.
        values = {"tags": tags, "address": address or ("/" if name == "404" else "")}
        script = templates.get_template(f"{name}.js").render(values)
        page = templates.get_template(f"{name}.html").render(values, style=style, script=script)
        (site / f"{name}.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    write(SITE, sys.argv[1:], os.environ.get("SITE_ADDRESS", ""))
