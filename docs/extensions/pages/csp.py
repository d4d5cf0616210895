"""Say in each page what it may load.

The one script inside of the pages, which sets light or dark before anything is seen, is known by
its hash. Formulas and pictures set their sizes in attributes, so those may hold style. The words
of Sphinx's scripts in another language come with code in a text, which would need a way around
the policy; they are written as a script.
"""

import json
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from extensions.pages.csp_policy import policy

SCRIPT = Path(__file__).parents[2] / "_templates" / "colour_mode.js"


def add_policy(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Give the template the script and the policy that allows it."""
    context["colour_mode"] = script = SCRIPT.read_text(encoding="utf-8")
    context["content_security_policy"] = policy(script)


def write_words(app: Sphinx, exception: Exception | None) -> None:
    """Write the words of Sphinx's scripts in the edition's language without code in a text."""
    path = Path(app.outdir, "_static", "translations.js")
    start, end = "Documentation.addTranslations(", ");"
    if exception is not None or not path.is_file():
        return
    text = path.read_text(encoding="utf-8")
    if text.startswith(start):
        words = json.loads(text.removeprefix(start).removesuffix(end))
        path.write_text(
            f"Object.assign(Documentation.TRANSLATIONS, {json.dumps(words['messages'])});\n"
            f"Documentation.PLURAL_EXPR = (n) => {words['plural_expr']};\n"
            f"Documentation.LOCALE = {json.dumps(words['locale'])};\n",
            encoding="utf-8",
        )


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.connect("html-page-context", add_policy)
    app.connect("build-finished", write_words)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
