"""Turn Python 2 into Python 3, by fissix's fixers, and say which lines that changes."""

import ast
import difflib
import io
import re
import tokenize
import warnings
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from theano_walkthrough.revive.findings import Finding
from theano_walkthrough.revive.reading import RefusedError

from fissix.pgen2 import driver, pgen
from fissix.pgen2.parse import ParseError
from fissix.pgen2.tokenize import TokenError

driver.load_grammar = pgen.generate_grammar  # fissix would keep its tables in the home folder

from fissix import patcomp, refactor  # noqa: E402
from fissix.fixes import fix_print  # noqa: E402

# What print needs no further parentheses for; fissix takes only the simplest for it.
fix_print.parend_expr = patcomp.compile_pattern(
    "atom<'(' (power|term|arith_expr|factor|comparison|test|atom|STRING|NAME|NUMBER) ')'>"
)

# Those left out change no meaning, or look for files beside the program.
_LEFT_OUT = {"asserts", "buffer", "future", "idioms", "import", "set_literal", "sorted", "ws_comma"}
_FIXERS = [
    name
    for name in refactor.get_fixers_from_package("fissix.fixes")
    if name.rpartition(".fix_")[2] not in _LEFT_OUT
]
# What only Python 2 has, and isn't there any more once a program is mended.
_NAMES = {"basestring", "file", "long", "raw_input", "unichr", "unicode", "xrange"}
_FUNCTIONS = {"apply", "execfile", "intern", "reduce", "reload"}
_METHODS = {"has_key": 1, "iteritems": 0, "iterkeys": 0, "itervalues": 0}
_ATTRIBUTES = {
    *("itertools.ifilter", "itertools.imap", "itertools.izip", "itertools.izip_longest"),
    *("os.getcwdu", "sys.maxint", "urllib.quote", "urllib.unquote", "urllib.urlencode"),
    *("urllib.urlopen", "urllib.urlretrieve"),
}
_MODULES = {
    *("BaseHTTPServer", "ConfigParser", "Cookie", "HTMLParser", "Queue", "SimpleHTTPServer"),
    *("SocketServer", "StringIO", "Tkinter", "__builtin__", "anydbm", "cPickle", "cStringIO"),
    *("commands", "cookielib", "copy_reg", "dummy_thread", "httplib", "thread", "urllib2"),
    *("urlparse", "xmlrpclib"),
}


class Converted(NamedTuple):
    """A program in Python 3.

    Attributes
    ----------
    text : str
        The program.
    findings : list of Finding
        Each line that wasn't Python 3, and what can't be turned into it.
    lines : list of int
        For each line of the text, which one of the original it comes from.
    was_python_2 : bool
        Whether anything in the original was Python 2.
    """

    text: str
    findings: list[Finding]
    lines: list[int]
    was_python_2: bool


def to_python_3(text: str) -> Converted:
    """Return a program in Python 3, and what that changed.

    Parameters
    ----------
    text : str
        A program in Python 2 or 3.

    Returns
    -------
    Converted
        The program in Python 3, and what that changed.

    Raises
    ------
    RefusedError
        If the text is neither.
    """
    tree, error = parsed(text)
    if tree is not None and not uses_python_2(tree):
        return Converted(text, [], list(range(1, text.count("\n") + 2)), False)
    new, log = fixed(text, tree, error)
    new = without_mixed_indentation(new)
    left, error = parsed(new)
    if left is None:
        assert error is not None
        raise RefusedError(f"line {error.lineno or 1} is neither Python 2 nor Python 3")
    findings, lines = compared(text, new)
    return Converted(new, findings + unconverted(log), lines, True)


def parsed(text: str) -> tuple[ast.Module | None, SyntaxError | None]:
    """Return a text as Python 3, or why it isn't."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what Python will forbid some day
        try:
            return ast.parse(text), None
        except SyntaxError as error:
            return None, error


def uses_python_2(tree: ast.Module) -> bool:
    """Return whether valid Python 3 uses what only Python 2 has."""
    nodes = list(ast.walk(tree))
    bound = {node.id for node in nodes if isinstance(node, ast.Name) and is_stored(node)}
    bound |= {
        (alias.asname or alias.name).partition(".")[0]
        for node in nodes
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    bound |= {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    bound |= {node.arg for node in nodes if isinstance(node, ast.arg)}
    careful = {  # try: import cPickle, except ImportError
        inner
        for node in nodes
        if isinstance(node, ast.Try)
        for statement in node.body
        for inner in ast.walk(statement)
    }
    return any(is_python_2(node, bound) for node in nodes if node not in careful)


def is_stored(node: ast.Name) -> bool:
    """Return whether a name gets a meaning here."""
    return isinstance(node.ctx, ast.Store)


def is_python_2(node: ast.AST, bound: set[str]) -> bool:
    """Return whether a piece of valid Python 3 uses what only Python 2 has."""
    match node:
        case ast.Name(id=name):
            return name in _NAMES - bound
        case ast.Call(func=ast.Name(id=name)) if name in _FUNCTIONS - bound:
            return True
        case ast.Call(func=ast.Attribute(attr=name), args=arguments, keywords=[]):
            return _METHODS.get(name) == len(arguments)
        case ast.Attribute(value=ast.Name(id=module), attr=name):
            return f"{module}.{name}" in _ATTRIBUTES
        case ast.Import(names=aliases):
            return any(alias.name in _MODULES for alias in aliases)
        case ast.ImportFrom(module=str(module), level=0, names=aliases):
            return module in _MODULES or any(
                f"{module}.{alias.name}" in _ATTRIBUTES for alias in aliases
            )
        case ast.Expr(value=statement):
            return is_print_statement(statement)
    return False


def is_print_statement(node: ast.expr) -> bool:
    """Return whether an expression by itself prints in Python 2: print, or print >>file, text."""
    first = node.elts[0] if isinstance(node, ast.Tuple) and node.elts else node
    if isinstance(first, ast.BinOp) and isinstance(first.op, ast.RShift):
        first = first.left
    return isinstance(first, ast.Name) and first.id == "print"


def fixed(text: str, tree: ast.Module | None, error: SyntaxError | None) -> tuple[str, list[str]]:
    """Return a text after fissix's fixers, and what these couldn't do."""
    calls_print = tree is not None and not any(
        isinstance(node, ast.Expr) and is_print_statement(node.value) for node in ast.walk(tree)
    )
    evaluates = tree is None or "raw_input" in text  # else input may be Python 3's
    fixers = [name for name in _FIXERS if evaluates or not name.endswith(".fix_input")]
    reached = error.lineno or 1 if error else 1
    for print_function in [True] if calls_print else [False, True]:
        tool = fissix_tool(tuple(fixers), print_function)
        tool.fixer_log.clear()
        try:
            return str(tool.refactor_string(text + "\n", "program"))[:-1], [*tool.fixer_log]
        except ParseError as failure:
            reached = max(reached, failure.context[1][0])
        except TokenError as failure:
            reached = max(reached, failure.args[1][0])
        except IndentationError as failure:
            reached = max(reached, failure.lineno or 1)
    last = len(text.splitlines())
    raise RefusedError(f"line {min(reached, last)} is neither Python 2 nor Python 3")


@cache
def fissix_tool(fixers: tuple[str, ...], print_function: bool) -> Any:
    """Return what applies fixers."""
    return refactor.RefactoringTool(fixers, {"print_function": print_function})


def without_mixed_indentation(text: str) -> str:
    """Return a text with spaces for tabs in its indentation, if Python 3 can't tell its depth."""
    if not isinstance(parsed(text)[1], TabError):
        return text
    lines = text.split("\n")
    for number in first_lines(text):
        line = lines[number - 1]
        start = line[: len(line) - len(line.lstrip(" \t\f"))]
        lines[number - 1] = start.expandtabs(8) + line[len(start) :]
    return "\n".join(lines)


def first_lines(text: str) -> Iterator[int]:
    """Yield the number of each line that begins a statement or holds only a comment."""
    begins = True
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type in (tokenize.NEWLINE, tokenize.NL):
            begins = begins or token.type == tokenize.NEWLINE
        elif token.type not in (tokenize.INDENT, tokenize.DEDENT):
            if begins:
                yield token.start[0]
            begins = begins and token.type == tokenize.COMMENT


def compared(old: str, new: str) -> tuple[list[Finding], list[int]]:
    """Return which lines differ, and from which old line each new one comes."""
    before, after = old.split("\n"), new.split("\n")
    findings = []
    origin = []
    for kind, i, i_end, j, j_end in difflib.SequenceMatcher(None, before, after).get_opcodes():
        last = max(i_end - 1, min(i, len(before) - 1))
        origin += [min(i + step, last) + 1 for step in range(j_end - j)]
        if kind == "equal":
            continue
        for step in range(max(i_end - i, j_end - j)):
            was = before[i + step].strip().rstrip(":") if i + step < i_end else ""
            now = after[j + step].strip().rstrip(":") if j + step < j_end else ""
            if was and now and was.split() == now.split():
                remedy = "tabs and spaces are mixed in its indentation"
            elif now:
                remedy = f"in Python 3 it's `{now}`" if was else "Python 3 needs it above this line"
            else:
                remedy = "Python 3 needs it no longer"
            if was or now:
                line = min(i + step, last) + 1
                findings.append(Finding(line, was or now, remedy, "python-2", True))
    return findings, origin


def unconverted(log: list[str]) -> list[Finding]:
    """Return what fissix says that it couldn't turn into Python 3."""
    return [
        Finding(int(found[1]), found[2].strip(), "Python 3 has nothing for it", "python-2", False)
        for found in (re.match(r"Line (\d+): could not convert: (.*)", line) for line in log)
        if found
    ]
