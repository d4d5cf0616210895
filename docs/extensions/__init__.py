"""The site's own Sphinx extensions, a folder for each thing that they do.

Imports go one way, which import-linter checks: directives, doctests and pages may use claims and
gallery, claims may use gallery, and gallery i18n; none of the first three uses another of them.
A module with a ``setup`` is an extension, named in conf.py; one without is a helper.
"""
