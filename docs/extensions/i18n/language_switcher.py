"""Link each page to the same page in the other languages.

Each language's edition lies in a folder of its own, named by its language tag, side by side in
the site's folder, with the page between them that picks one: ``en/``, ``zh-CN/``, ``index.html``.
"""

import posixpath
from typing import Any, NamedTuple

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.locale import _

from extensions.i18n.languages import Language, languages


class Edition(NamedTuple):
    """A page in one language."""

    tag: str  # as in HTML, such as zh-CN
    name: str
    address: str  # from the site's folder


def prepare(app: Sphinx, config: Config) -> None:
    """Give the edition its title."""
    known = [language.code for language in languages()]
    for code in config.editions:
        if code not in known:
            raise ConfigError(f"editions must be made of {' and '.join(known)}, got {code!r}")
    config.copyright = config.copyright.replace(config.author, _("The Theano Walkthrough authors"))
    config.html_title = _("Theano Walkthrough")
    config.html_theme_options |= {
        "header_dropdown_text": _("More"),
        "logo": {"text": config.html_title},
        "search_bar_text": _("Search the site"),
    }


def link_editions(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Tell the templates where a page's counterparts are."""
    page = posixpath.normpath(app.builder.get_target_uri(pagename))
    up = "../" * (page.count("/") + 1)
    own = Language(app.config.language, "").tag
    context["edition_tag"] = own
    context["page_address"] = f"{own}/{page}"
    if len(app.config.editions) > 1:
        context["editions"] = [
            Edition(language.tag, language.name, f"{language.tag}/{page}")
            for language in languages()
            if language.code in app.config.editions
        ]
        context["other_editions"] = [
            edition._replace(address=f"{up}{edition.address}")
            for edition in context["editions"]
            if edition.tag != own
        ]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.add_config_value("editions", [], "html", [list])
    app.connect("config-inited", prepare)
    app.connect("html-page-context", link_editions)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
