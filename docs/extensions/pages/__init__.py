"""What a page holds besides its text, and what it doesn't.

On ``doctree-read`` and ``doctree-resolved`` cleanup takes out what sphinx-gallery adds,
and mends tabs.
On ``html-page-context`` katex adds its style, csp the policy, metadata the description, plain_text
the link to its text, definitions writes down what the glossary says, and last of all asset_pruning
drops what a page doesn't use (900).
On ``build-finished`` csp and plain_text write their files, and last of all asset_pruning the one
stylesheet (900).
Helpers: assets, css_pruning, csp_policy.
"""
