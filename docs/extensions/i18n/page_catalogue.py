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
    domain = docname_to_domain(docname, app.config.gettext_compact)
    return init(folders, app.config.language, domain)[0].gettext
