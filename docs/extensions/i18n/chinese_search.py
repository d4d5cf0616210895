"""Search the Chinese edition, whose words have no spaces between them.

Sphinx's own Chinese search guesses where words end, often otherwise in a query than in a page,
and its script stops with an error (Sphinx's issue 14229).
Here each run of Han letters, up to the next sign or Latin letter, goes into the index whole, and
``chinese_search.js`` looks for what a reader types inside of the runs: of any length, anywhere in
a sentence. Latin words are indexed and found as in English.
"""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.search.en import SearchEnglish
from sphinx.writers.html5 import HTML5Translator

HAN = "々〇㐀-䶿一-鿿\U00020000-\U0003ffff"
"""Han letters, as they stand between brackets in a regular expression of Python and JavaScript."""
WORD = re.compile(rf"[{HAN}]+|[^\W{HAN}]+")
SCRIPT = Path(__file__).with_suffix(".js")


class ChineseSearch(SearchEnglish):
    """English search, with runs of Han letters for words."""

    lang = "zh"
    language_name = "Chinese"
    # This is where Sphinx lets a language bring a script of its own.
    js_splitter_code = f"const HAN = {json.dumps(HAN)};\n{SCRIPT.read_text(encoding='utf-8')}"

    def split(self, input: str) -> list[str]:
        """Split text into runs of Han letters and Latin words.

        Parameters
        ----------
        input : str
            The text; full-width letters are read as plain ones.

        Returns
        -------
        list of str
            The runs and words, in order.

        Examples
        --------
        >>> ChineseSearch({}).split("共享变量（shared variable）")
        ['共享变量', 'shared', 'variable']
        """
        return WORD.findall(unicodedata.normalize("NFKC", input))


class JoinedRun(nodes.inline):
    """A run of Han letters for the index only, which reads the text nodes themselves."""

    def astext(self) -> str:
        """Return nothing: as text, such as a page's description, a page has its words once."""
        return ""


def join_runs(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Add the runs that go on across a link or an emphasis, which Sphinx would index in pieces."""
    if app.builder.format != "html" or not app.config.language.startswith(ChineseSearch.lang):
        return
    split = ChineseSearch({}).split
    for element in list(doctree.findall(nodes.TextElement)):
        if isinstance(element, nodes.title) or isinstance(element.parent, nodes.TextElement):
            continue  # Sphinx joins titles itself
        texts = [text.astext() for text in element.findall(nodes.Text)]
        pieces = {word for text in texts for word in split(text)}
        for run in dict.fromkeys(split("".join(texts))):
            if run not in pieces and re.match(f"[{HAN}]", run):
                element += JoinedRun("", run)


def write_nothing(translator: HTML5Translator, node: JoinedRun) -> None:
    """Leave a joined run out of the page, where it stands already."""
    raise nodes.SkipNode


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.add_search_language(ChineseSearch)
    app.add_node(JoinedRun, html=(write_nothing, None))
    app.connect("doctree-resolved", join_runs)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
