"""What prose says of a computation, against the computation.

``role`` gives pages the role ``claim`` and makes a test of each, on ``doctree-read`` (110, after
doctests.gallery_cells has made tests of a chapter's cells); the doctest builder runs them in
their page's namespace, in their place.
``unbound`` reports the numbers that nothing bears out (120).
Helpers: numerals (what numbers a text shows), comparison (whether a value bears them out), kinds
(which numbers rest on no computation).
"""
