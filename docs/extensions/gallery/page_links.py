"""Where a chapter's cross-references lead, for texts outside of its page.

An address begins with ``{site}``, which is filled in when the site is published: only then is it
known where it will be.
"""

from urllib.parse import urljoin

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx

from extensions.i18n.languages import Language

PLAYGROUND = "playground"  # a page, and the role of links to it with settings


def address(app: Sphinx, docname: str, role: str, target: str) -> str | None:
    """Return the address that a cross-reference leads to.

    Parameters
    ----------
    app : Sphinx
        The application, once it has read all pages.
    docname : str
        The page with the cross-reference.
    role, target : str
        The cross-reference, such as ``"term"`` and ``"weight"``.

    Returns
    -------
    str or None
        The address; None for what is no cross-reference, or leads nowhere.
    """
    way = _way(app, docname, role, target)
    edition = Language(app.config.language, "").tag
    here = f"{edition}/{app.builder.get_target_uri(docname)}"
    return way and "{site}" + urljoin(here, way)


def _way(app: Sphinx, docname: str, role: str, target: str) -> str | None:
    """Return how to get from a page to where the cross-reference leads."""
    if role == PLAYGROUND:
        return f"{app.builder.get_relative_uri(docname, PLAYGROUND)}#{target}"
    if role not in ("doc", "ref", "term"):
        return None
    node = pending_xref("", refdoc=docname, refexplicit=True, reftarget=target)
    found = app.env.domains.standard_domain.resolve_xref(
        app.env, docname, app.builder, role, target, node, nodes.inline()
    )
    if found is None:
        return None
    return str(found["refuri"] if "refuri" in found else f"#{found['refid']}")
