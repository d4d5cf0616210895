"""A parser's settings are docutils', and each document's own."""

from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser

from extensions.i18n.parser_settings import default_settings


def test_settings_are_those_of_docutils() -> None:
    ours, theirs = (vars(settings(Parser)) for settings in (default_settings, get_default_settings))
    assert {**ours, "record_dependencies": None} == {**theirs, "record_dependencies": None}


def test_what_one_document_sets_no_other_has() -> None:
    one, other = default_settings(Parser), default_settings(Parser)
    one.language_code = "zh_CN"
    assert other.language_code == default_settings(Parser).language_code == "en"
