"""The search: what it looks through, and what shows it; it ranks in ``docs/scripts/search``.

On ``config-inited`` interface gives it a page; on ``builder-inited`` it puts the loader on every
page, and leaves out Sphinx's own search.
On ``doctree-resolved`` documents collects the page's pieces (900, when nothing else changes them).
On ``build-finished`` documents writes the pieces of all pages, and interface the script.
Helpers: pieces, formula_text, synonyms, han_variants.
"""
