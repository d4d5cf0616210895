"""What translators are given."""

from pathlib import Path

import pydata_sphinx_theme
import sphinx
from babel.messages.pofile import read_po

from extensions.i18n.gettext_messages import BETTER_OURS
from tests.extensions.conftest import Result, Site

PAGE = r"""
Sum
===

Some words.

.. math:: x + y

.. math:: x \text{ and } y

.. function:: pair()

   Return two.

   :returns: * **first** -- One.
             * **second** -- Two.
"""


def messages(result: Result, name: str) -> set[str]:
    with (result.output / name).open("rb") as file:
        return {str(message.id).strip() for message in read_po(file) if message.id}


def collect(site: Site) -> Result:
    site.write("docs/index.md", "# Home\n\n```{toctree}\npage\n```")
    site.write("docs/page.rst", PAGE)
    site.write("docs/extensions/own.py", 'print(_("A word of ours"))')
    site.write("docs/landing_pages/index.html", '<a>{{ _("A word between editions") }}</a>')
    site.write("docs/_templates/own.html", '<b>{{ _("A word in a template") }}</b>')
    return site.build(
        "extensions.i18n.gettext_messages",
        builder="gettext",
        templates_path=["_templates"],
        gettext_compact=False,
    )


def test_words_are_collected_and_formulas_without_words_are_not(site: Site) -> None:
    found = messages(collect(site), "page.pot")
    assert {"Sum", "Some words.", r"x \text{ and } y", "**first** -- One."} <= found
    assert "x + y" not in found
    assert not any("first" in message and "second" in message for message in found)


def test_what_extensions_and_templates_say_is_collected(site: Site) -> None:
    found = messages(collect(site), "sphinx.pot")
    assert {
        "A word of ours",
        "A word in a template",
        "A word between editions",
        "Color mode",
    } <= found


def test_the_readme_is_collected(site: Site) -> None:
    site.write("README.md", "# Ours\n\nSome words.")
    built = site.build(
        "extensions.i18n.gettext_messages", builder="gettext", readme_to_translate="../README.md"
    )
    assert messages(built, "readme.pot") == {"Ours", "Some words."}


def test_pages_keep_formulas_and_results(site: Site) -> None:
    collect(site)
    page = site.build("extensions.i18n.gettext_messages").page("page.html")
    for shown in ("x + y", "first", "second"):
        assert shown in page


def test_the_theme_still_says_what_we_say_better() -> None:
    folders = [Path(str(package.__file__)).parent for package in (pydata_sphinx_theme, sphinx)]
    templates = [path.read_text() for folder in folders for path in folder.rglob("sphinx.pot")]
    known = "".join(templates).replace('"\n"', "").replace('\\"', '"')
    for message in BETTER_OURS:
        assert message in known, message
