"""Keep the glossary's words in the search when only some pages were built again.

Sphinx loads the words of the other pages from the index that it wrote before, but forgets their
index entries, which is what the words of a glossary are (Sphinx's issue 12599). Without this, 13
tests of the search fail once a page has been edited.
"""

from collections.abc import Iterator
from typing import Any

from sphinx.application import Sphinx
from sphinx.util.index_entries import split_index_msg


def complete(app: Sphinx) -> Iterator[Any]:
    """Give the index the entries of each page that wasn't built."""
    indexer = getattr(app.builder, "indexer", None)
    if indexer is None:
        return
    entries = indexer._index_entries  # there is no public name until the issue is closed
    for docname in sorted(app.env.found_docs - entries.keys()):
        entries[docname] = sorted(
            {
                (words, target or "", main)
                for kind, value, target, main, _ in app.env.domains.index_domain.entries[docname]
                for words in split_index_msg(kind, value)
            }
        )
    yield from ()  # no pages, only a good moment: the index is written next


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.connect("html-collect-pages", complete)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
