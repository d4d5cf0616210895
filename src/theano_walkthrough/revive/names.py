"""Names that Theano 1.0 had, and that are elsewhere now, or gone."""

import pkgutil
import re
import warnings
from collections.abc import Iterator

from theano_walkthrough.compat.names_1_0 import NAMES, OldName
from theano_walkthrough.revive.code import Code, aliases_of, dotted, imported_names
from theano_walkthrough.revive.findings import Finding

import libcst as cst

OLD_NAMES = "theano_walkthrough.compat.theano_1_0"
_ROWS = {row.old: row for row in NAMES}
_KEYWORD = re.compile(r"(?:with `(\w+)` in place of|without) `(\w+)`")


def find_names(code: Code) -> Iterator[Finding]:
    """Yield each name of Theano 1.0 that isn't there any more."""
    given = gives_old_names(code)
    for statement in code.imports:
        nodes: list[cst.CSTNode] = [*aliases_of(statement)] or [statement]
        for node, name in zip(nodes, imported_names(statement), strict=True):
            row = row_of(name)
            if row is not None and not (given and row.given):
                yield told(code, node, row, written(statement, node))
    for attribute in [*code.outermost(), *from_star_imports(code)]:
        rows = [row for name in code.names(attribute) if (row := row_of(name))]
        for row in rows[:1]:
            if not (given and row.given):
                yield told(code, attribute, row, dotted(attribute))


def find_keywords(code: Code) -> Iterator[Finding]:
    """Yield each keyword of a call that Theano 1.0 took."""
    given = gives_old_names(code)
    for call in code.nodes:
        if not isinstance(call, cst.Call) or not any(argument.keyword for argument in call.args):
            continue
        for name in sorted(code.names(call.func) & _KEYWORDS.keys()):
            for argument in call.args:
                old = argument.keyword.value if argument.keyword else ""
                if argument.keyword and old in _KEYWORDS[name] and not given:
                    new = _KEYWORDS[name][old]
                    yield Finding(
                        code.line(argument.keyword),
                        f"{code.written(call.func)}({old}=)",
                        f"write {new}=" if new else f"leave {old}= out, or `import {OLD_NAMES}`",
                        "moved-modules",
                        certain=True,
                        edits=(code.replace(argument.keyword, new),) if new else (),
                        old_name=not new,
                    )


def gives_old_names(code: Code) -> bool:
    """Return whether a program has the old names back."""
    return any(OLD_NAMES in imported_names(statement) for statement in code.imports)


def from_star_imports(code: Code) -> list[cst.Name]:
    """Return the names by themselves that an import of everything may have brought."""
    if not code.star_modules:
        return []
    return [
        node
        for node in code.nodes
        if isinstance(node, cst.Name)
        and not isinstance(code.parents[node], cst.Attribute | cst.ImportFrom | cst.ImportAlias)
    ]


def row_of(name: str) -> OldName | None:
    """Return what is known of an old name, or else of what held it."""
    row = _ROWS.get(name)
    holder = name
    while row is None and holder:
        holder = holder.rpartition(".")[0]
        row = _ROWS.get(holder)
    if row is None or keyword_gone(row) or (holder != name and is_there(name)):
        return None
    return row


def keyword_gone(row: OldName) -> tuple[str, str] | None:
    """Return today's and the old keyword of a call that lost only that; today's may be ""."""
    found = _KEYWORD.search(row.remedy)
    return (found[1] or "", found[2]) if found and f"`{row.old}`" in row.remedy else None


_POOLING = {"ds": "ws", "st": "stride", "padding": "pad"}
_KEYWORDS = {
    "theano.tensor.signal.pool.pool_2d": _POOLING,
    "theano.tensor.signal.pool.pool_3d": _POOLING,
} | {row.old: {gone[1]: gone[0]} for row in NAMES if (gone := keyword_gone(row))}


def is_there(name: str) -> bool:
    """Return whether today's Theano has a name."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Theano's, of sections of settings
        try:
            pkgutil.resolve_name(name)
        except (ImportError, AttributeError):
            return False
    return True


def written(statement: cst.Import | cst.ImportFrom, node: cst.CSTNode) -> str:
    """Return an import of one name as it could have been written."""
    if isinstance(statement, cst.Import):
        return f"import {imported_names(statement)[0]}"
    start = f"from {dotted(statement.module) if statement.module else '.'} import "
    return start + (dotted(node.name) if isinstance(node, cst.ImportAlias) else "*")


def told(code: Code, node: cst.CSTNode, row: OldName, what: str) -> Finding:
    """Return what is said of a row."""
    remedy = f"write `{row.today}`" if row.today else row.remedy[0].lower() + row.remedy[1:-1]
    if row.given:
        remedy += f", or `import {OLD_NAMES}`"
    return Finding(
        code.line(node), what, remedy, help_for(row.old), certain=row.given, old_name=row.given
    )


def help_for(name: str) -> str:
    """Return the label of the help page's entry on an old name."""
    if name.startswith("theano.config"):
        return "old-flags"
    if "cuda" in name or "gpuarray" in name:
        return "gpu"
    if "randomstreams" in name.lower() or "raw_random" in name:
        return "old-streams"
    return "moved-modules"
