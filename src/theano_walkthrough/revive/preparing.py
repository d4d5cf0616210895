"""The import that makes Theano run, above the program's first import of Theano."""

from theano_walkthrough.revive.code import Code, imported_names
from theano_walkthrough.revive.findings import Edit, Finding
from theano_walkthrough.revive.names import OLD_NAMES

import libcst as cst

PREPARES = "theano_walkthrough"
_IMPORT_THEANO = {"theano", "blocks", "keras", "lasagne", "nolearn", "pylearn2", "pymc3"}


def find_missing_import(code: Code, old_names: bool) -> list[Finding]:
    """Return what a program lacks above its first import of Theano, if anything.

    Parameters
    ----------
    code : Code
        The program.
    old_names : bool
        Whether it uses names of Theano 1.0.

    Returns
    -------
    list of Finding
        At most one.
    """
    packages = [(packages_of(statement), statement) for statement in code.imports]
    if not any("theano" in names for names, _ in packages):
        return []
    first = next(statement for names, statement in packages if names & _IMPORT_THEANO)
    needed = OLD_NAMES if old_names else PREPARES
    preparing = [statement for names, statement in packages if PREPARES in names]
    above = preparing and code.span(preparing[0]) < code.span(first)
    if above and not old_names:
        return []
    line = code.line(first)
    what = code.written(first)
    if old_names:
        remedy = f"old names need `import {needed}` above it"
        label = "moved-modules"
    else:
        remedy = f"Theano needs `import {needed}` above it"
        label = "import-first"
    return [Finding(line, what, remedy, label, True, (edit(code, first, preparing, needed),))]


def packages_of(statement: cst.Import | cst.ImportFrom) -> set[str]:
    """Return the packages from which a statement imports."""
    return {name.partition(".")[0] for name in imported_names(statement)}


def edit(
    code: Code, first: cst.CSTNode, preparing: list[cst.Import | cst.ImportFrom], needed: str
) -> Edit:
    """Return what adds the import, or has the one that is there import more."""
    for statement in preparing:
        if code.written(statement) == f"import {PREPARES}" and code.span(statement) < code.span(
            first
        ):
            return code.replace(statement, f"import {needed}")
    line = code.parents[first]
    if isinstance(line, cst.SimpleStatementLine) and line.body[0] is not first:
        start = code.span(first)[0]
        return Edit(start, start, f"import {needed}; ")
    place: cst.CSTNode = first
    while code.parents[place] is not code.module:
        place = code.parents[place]
    if isinstance(place, cst.FunctionDef | cst.ClassDef) and place.decorators:
        place = place.decorators[0]
    start = code.span(place)[0]
    return Edit(start, start, f"import {needed}\n")
