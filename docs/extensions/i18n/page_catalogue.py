"""The translations of one page, for what says the page's words elsewhere."""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.locale import init
from sphinx.util.i18n import docname_to_domain

from extensions.i18n.rst import Translate


def translator(app: Sphinx | BuildEnvironment, docname: str) -> Translate:
    """Return a function that translates a page's messages, as far as its catalogue has them."""
    folders = [str(Path(app.srcdir, folder)) for folder in app.config.locale_dirs]
    return init(folders, app.config.language, _domain(app, docname))[0].gettext


def catalogue_files(app: Sphinx | BuildEnvironment, docname: str) -> list[Path]:
    """Return the compiled catalogues that there can be for a page, whether they exist or not."""
    parts = app.config.language, "LC_MESSAGES", f"{_domain(app, docname)}.mo"
    return [Path(app.srcdir, folder, *parts) for folder in app.config.locale_dirs]


def _domain(app: Sphinx | BuildEnvironment, docname: str) -> str:
    return docname_to_domain(docname, app.config.gettext_compact)
