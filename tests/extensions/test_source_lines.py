"""Problems in a chapter's prose are reported at their line in the chapter."""

from tests.extensions.conftest import Site, build_chapters

CHAPTER = '''
"""
First
=====

Words.
"""

from theano_walkthrough.gates import number  # shown in full

# %%
# More words.
#
# And :doc:`missing` words.

number()

# %%
# - A list.
# - With :doc:`absent` in it.
'''


def test_lines_of_the_chapter(chapters: Site) -> None:
    chapters.write("src/theano_walkthrough/gates.py", "def number():\n    return 1\n")
    source = chapters.write("docs/galleries/chapters/1_first.py", CHAPTER)
    warnings = build_chapters(chapters, "html", "extensions.gallery.source_lines").warnings
    assert f"{source}:12: WARNING: unknown document: 'missing'" in warnings
    assert f"{source}:18: WARNING: unknown document: 'absent'" in warnings
