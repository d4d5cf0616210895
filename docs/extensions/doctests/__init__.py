"""What is printed, against what its author expects.

On ``doctree-read`` gallery_cells makes a test of each cell of a chapter, and compares it with what
the page shows (100, after gallery.source_lines); untested_code then reports code that nothing
checks.
builder is the doctest builder that runs those of each page and counts; passed knows which pages
needn't run again.
"""
