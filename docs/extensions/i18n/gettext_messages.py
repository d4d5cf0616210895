"""Give translators every message that says something, and no other.

A formula reads the same in every language unless it has words in it, and Sphinx offers a
docstring's list of results once as a whole, which it then can't put back, and once item by item.
It doesn't offer what the site's own extensions and templates say, nor what the pages between
the editions do, nor the README.
"""

from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po
from docutils import nodes
from sphinx.application import Sphinx

from extensions.i18n.markdown import translate_markdown

KINDS = [("**.py", "python"), ("**.html", "jinja2")]
BETTER_OURS = (
    "Breadcrumb",
    "Collapse Sidebar",
    "Color mode",
    'Created using <a href="https://www.sphinx-doc.org/">Sphinx</a> %(sphinx_version)s.',
    "Expand Sidebar",
    "System Settings",
)
"""What Sphinx and its theme say in English, or not well."""


def drop_wordless(app: Sphinx, doctree: nodes.document) -> None:
    """Leave out what a translator couldn't translate."""
    if app.builder.name != "gettext":
        return
    for formula in list(doctree.findall(nodes.math_block)):
        if r"\text" not in formula.astext():
            formula.parent.remove(formula)
    for whole in doctree.findall(nodes.inline):
        if whole.get("translatable") and any(whole.findall(nodes.bullet_list)):
            whole["translatable"] = False


def collect(app: Sphinx, exception: Exception | None) -> None:
    """Put the messages that pages don't have beside those that they have."""
    if exception is not None or app.builder.name != "gettext":
        return
    names = ("extensions", "landing_pages", *app.config.templates_path)
    folders = [Path(app.srcdir, name) for name in names]
    found = [message for folder in folders for _, _, message, *_ in extract_from_dir(folder, KINDS)]
    _write(Path(app.outdir, "sphinx.pot"), [*BETTER_OURS, *found])
    if app.config.readme_to_translate:
        readme = Path(app.srcdir, app.config.readme_to_translate).read_text(encoding="utf-8")
        _write(Path(app.outdir, "readme.pot"), markdown_messages(readme))


def markdown_messages(text: str) -> list[str]:
    r"""Return a Markdown file's messages.

    Parameters
    ----------
    text : str
        The file's text.

    Returns
    -------
    list of str
        The messages in their order.

    Examples
    --------
    >>> markdown_messages("# Sum\n\nTwo words.")
    ['Sum', 'Two words.']
    """
    messages: list[str] = []

    def note(message: str) -> str:
        messages.append(message)
        return message

    translate_markdown(text, note)
    return messages


def _write(path: Path, messages: list[Any]) -> None:
    catalogue = Catalog()
    for message in messages:
        catalogue.add(message)
    with path.open("wb") as file:
        write_po(file, catalogue, no_location=True)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.add_config_value("readme_to_translate", "", "", [str])
    app.connect("doctree-read", drop_wordless)
    app.connect("build-finished", collect)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
