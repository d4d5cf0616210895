"""Link to a section of a page by its anchor, and show its title in the edition's language.

::

    {section}`chapters/1_first_function#symbols`

A chapter needs no label for it. A section that isn't there is reported like any broken reference.
"""

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util.typing import ExtensionMetadata


def resolve(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.TextElement
) -> nodes.reference | None:
    """Return the link, if there is such a section."""
    if node["reftype"] != "section":
        return None
    docname, _, anchor = str(node["reftarget"]).partition("#")
    contents = env.tocs.get(docname)
    for entry in contents.findall(nodes.reference) if contents else ():
        if entry["anchorname"] == f"#{anchor}":
            page = app.builder.get_relative_uri(str(node["refdoc"]), docname)
            words = [contnode] if node["refexplicit"] else entry.deepcopy().children
            title = nodes.inline("", "", *words, classes=["std", "std-ref"])
            return nodes.reference("", "", title, internal=True, refuri=f"{page}#{anchor}")
    return None


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    role = XRefRole(innernodeclass=nodes.inline, warn_dangling=True)
    app.add_role("section", role)
    app.connect("missing-reference", resolve)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
