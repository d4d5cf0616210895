"""Write what lies between the editions: a page that picks one, and one for wrong addresses."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from extensions.pages.csp_policy import policy

PAGES = ("index", "404")


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
    style = "\n" + templates.get_template("style.css").render()
    for name in PAGES:
        # A page for wrong addresses can't tell where it is, so it starts from the host.
        values = {"tags": tags, "address": address or ("/" if name == "404" else "")}
        script = "\n" + templates.get_template(f"{name}.js").render(values)
        page = templates.get_template(f"{name}.html").render(
            values, style=style, script=script, policy=policy(script, style)
        )
        (site / f"{name}.html").write_text(page, encoding="utf-8")
