"""Link each page to the same page in the other language.

Each language's edition lies in a folder of its own, named by its language tag, side by side in
the site's folder, with the page between them that picks one: ``en/``, ``zh-CN/``, ``index.html``.
"""

import posixpath
from typing import Any, NamedTuple

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.locale import _

NAMES = {"en": "English", "zh_CN": "中文"}
"""What each language calls itself."""


class Edition(NamedTuple):
    """A page in one language."""

    tag: str  # as in HTML, such as zh-CN
    name: str
    address: str  # from the site's folder


def prepare(app: Sphinx, config: Config) -> None:
    """Give the edition its title."""
    known = " or ".join(NAMES)
    for language in config.editions:
        if language not in NAMES:
            raise ConfigError(f"editions must be made of {known}, got {language!r}")
    config.copyright = config.copyright.replace(config.author, _("The Theano Walkthrough authors"))
    config.html_title = _("Theano Walkthrough")
    config.html_theme_options |= {
        "header_dropdown_text": _("More"),
        "logo": {"text": config.html_title},
        "search_bar_text": _("Search the site"),
    }


def tag(language: str) -> str:
    """Return a language's tag, as HTML wants it.

    Parameters
    ----------
    language : str
        The language, as Sphinx names it.

    Returns
    -------
    str
        The tag.

    Examples
    --------
    >>> tag("zh_CN")
    'zh-CN'
    """
    return language.replace("_", "-")


def link_editions(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Tell the templates where a page's counterparts are."""
    page = posixpath.normpath(app.builder.get_target_uri(pagename))
    up = "../" * (page.count("/") + 1)
    own = app.config.language
    context["edition_tag"] = tag(own)
    context["page_address"] = f"{tag(own)}/{page}"
    if len(app.config.editions) > 1:
        context["editions"] = [
            Edition(tag(language), NAMES[language], f"{tag(language)}/{page}")
            for language in app.config.editions
        ]
        context["other_editions"] = [
            edition._replace(address=f"{up}{edition.address}")
            for edition in context["editions"]
            if edition.tag != tag(own)
        ]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.add_config_value("editions", [], "html", [list])
    app.connect("config-inited", prepare)
    app.connect("html-page-context", link_editions)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
