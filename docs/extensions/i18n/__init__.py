"""The site in several languages, which languages reads from the table.

On ``config-inited`` language_switcher gives the edition its words, and on ``html-page-context``
each page its links to the other editions.
gettext_messages collects what there is to translate, on ``doctree-read`` and ``build-finished``.
Helpers, for downloads, cards and the README: markdown, page_catalogue, rst.
"""
