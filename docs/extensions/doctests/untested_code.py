"""Leave no Python on a page unchecked.

Blocks with ``>>>`` become tests for the doctest builder, in MyST and reStructuredText alike.
Python that no test would reach, and tests that check less than they seem to, are warnings.
Chapters are left out: each of their cells is held to its expectation elsewhere.
"""

import ast
import doctest
import re
from pathlib import Path
from typing import Any

from docutils import nodes
from pygments.lexers.python import Python2Lexer, PythonConsoleLexer, PythonLexer
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util import logging

logger = logging.getLogger(__name__)

PYTHON = {
    *PythonLexer.aliases,
    *Python2Lexer.aliases,
    *PythonConsoleLexer.aliases,
    *("ipython", "ipython2", "ipython3"),
}
UNNAMED = {"default", "guess"}
WEAKER = (
    doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL | doctest.SKIP
)
PARSER = doctest.DocTestParser()
DIRECTIVE = re.compile(r"#\s*doctest:")
PRINTED_DOTS = "Did you mean print(...)?"
"""Python's own words about a ``print`` of Python 2; they're compared to the letter."""


def check_flags(app: Sphinx) -> None:
    """Refuse settings that make every comparison weaker."""
    if app.config.doctest_default_flags & WEAKER:
        logger.warning("doctest_default_flags makes checks weaker: set it to 0 in conf.py")
    if not app.config.doctest_test_doctest_blocks:
        logger.warning("without doctest_test_doctest_blocks no example is run: set it in conf.py")


def check_page(app: Sphinx, doctree: nodes.document) -> None:
    """Turn examples into tests, and report what escapes them."""
    if _is_chapter(app):
        return
    language = app.config.highlight_language
    for node in doctree.findall():
        if isinstance(node, addnodes.highlightlang):
            language = node["lang"]
        elif isinstance(node, nodes.literal_block) and not (
            "testnodetype" in node or _is_run_as_a_file(app, node)
        ):
            _claim(node, str(node.get("language", language)).lower())
    tests = [node for node in doctree.findall(nodes.Element) if _is_test(node)]
    for test in tests:
        _refuse_weakness(test)
    _refuse_stray_outputs(tests)


def _is_chapter(app: Sphinx) -> bool:
    settings = getattr(app.config, "sphinx_gallery_conf", {})
    folders = settings.get("gallery_dirs", [])
    page = Path(app.env.docname)
    return any(
        page.is_relative_to(folder)
        for folder in ([folders] if isinstance(folders, str) else folders)
    )


def _is_run_as_a_file(app: Sphinx, block: nodes.literal_block) -> bool:
    """Tell whether a block is included from a script that the project's tests run."""
    included_from = block.get("source")
    return bool(included_from) and any(
        Path(included_from).resolve().is_relative_to(Path(app.srcdir, folder).resolve())
        for folder in app.config.folders_of_tested_files
    )


def _is_test(node: nodes.Element) -> bool:
    return isinstance(node, nodes.doctest_block) or (
        isinstance(node, nodes.literal_block | nodes.comment) and "testnodetype" in node
    )


def _kind(test: nodes.Element) -> str:
    return str(test.get("testnodetype", "doctest"))


def _claim(block: nodes.literal_block, language: str) -> None:
    """Make a block with prompts a test, and report Python without them."""
    text = block.astext()
    if text.lstrip().startswith(">>>"):
        block["testnodetype"] = "doctest"
        block["language"] = "pycon"
        block.line = _line_of_text(block)
    elif language in PYTHON or (language in UNNAMED and _looks_like_python(text)):
        _report(
            block,
            "nothing checks this Python: write it with >>> and what it prints, "
            "or as testcode and testoutput (if it isn't Python, name its language)",
        )


def _looks_like_python(text: str) -> bool:
    """Tell whether a block without a language has a statement or a call in it."""
    try:
        statements = ast.parse(text).body
    except SyntaxError:
        return False
    return any(
        not isinstance(statement, ast.Expr) or isinstance(statement.value, ast.Call)
        for statement in statements
    )


def _line_of_text(block: nodes.literal_block) -> int | None:
    """Return the line where a block's text starts: its node has that of the fence."""
    source = Path(block.source or "")
    if block.line is None or not source.is_file():
        return block.line
    first = block.astext().partition("\n")[0].strip()
    lines = source.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines[block.line - 1 :], start=block.line):
        if line.strip() == first:
            return number
    return block.line


def _refuse_weakness(test: nodes.Element) -> None:
    """Report what makes a test check less than its reader believes."""
    kind = _kind(test)
    text = str(test.get("test", test.astext()))
    if "skipif" in test:
        _report(test, "a test must not be skipped: remove skipif")
    if test.get("options") or (kind in ("doctest", "testcode") and DIRECTIVE.search(text)):
        _report(test, "a doctest option makes a check weaker: remove it and write what is printed")
    outputs = []
    if kind == "testoutput":
        outputs = [] if text.startswith("Traceback (most recent call last):") else [text]
    elif kind == "doctest":
        try:
            parts = PARSER.parse(text)
        except ValueError as problem:
            _report(test, f"doctest can't read this example: {problem}")
            return
        examples = [part for part in parts if isinstance(part, doctest.Example)]
        outputs = [example.want for example in examples if example.exc_msg is None]
        if any(isinstance(part, str) and part.strip() for part in parts):
            _report(
                test, "text after a blank line isn't checked: write <BLANKLINE> if it's printed"
            )
    if any("..." in output.replace(PRINTED_DOTS, "") for output in outputs):
        _report(test, "write out the expected output: nothing may hide behind an ellipsis")


def _refuse_stray_outputs(tests: list[nodes.Element]) -> None:
    """Report each output that Sphinx would ignore, because no code before it waits for one."""
    latest: dict[str, str] = {}
    for test in tests:
        kind = _kind(test)
        for group in test.get("groups", ["default"]):
            if kind == "testoutput" and latest.get(group) != "testcode":
                _report(
                    test,
                    "this testoutput is ignored: it must be the only one after its testcode"
                    + ("" if group == "default" else f", in the group {group}"),
                )
            if kind in ("doctest", "testcode", "testoutput"):
                latest[group] = kind


def _report(node: nodes.Node, problem: str) -> None:
    logger.warning("%s", problem, location=node)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.setup_extension("sphinx.ext.doctest")
    app.add_config_value("folders_of_tested_files", [], "env", [list])
    app.connect("builder-inited", check_flags)
    app.connect("doctree-read", check_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
