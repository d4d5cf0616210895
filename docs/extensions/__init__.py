"""The site's own Sphinx extensions, a folder for each thing that they do.

Imports go one way, which import-linter checks: directives, doctests and pages may use gallery,
gallery may use i18n, and none of the three uses another of them.
A module with a ``setup`` is an extension, named in conf.py; one without is a helper.
"""
