"""What fissix leaves of Python 2: files, and how they hold pickles."""

from collections.abc import Iterator

from theano_walkthrough.revive.code import Code
from theano_walkthrough.revive.findings import Edit, Finding

import libcst as cst

_RENAMED = {"file": "open", "raw_input": "input", "unichr": "chr", "xrange": "range"}
_PICKLES = {"pickle.dump", "pickle.load"}


def find_leftovers(code: Code) -> Iterator[Finding]:
    """Yield what Python 3 does differently in a program that was in Python 2."""
    calls = [node for node in code.nodes if isinstance(node, cst.Call)]
    for node in code.nodes:
        if isinstance(node, cst.Name) and is_builtin(code, node, node.value):
            new = _RENAMED.get(node.value)
            if new and not names_part(code.parents[node], node):
                edits = (code.replace(node, new),)
                yield Finding(code.line(node), node.value, f"write {new}", "python-2", True, edits)
    for call in calls:
        if is_builtin(code, call.func, "open") and len(call.args) > 1:
            yield from universal(code, call)
        names = code.names(call.func) & _PICKLES
        if names and call.args:
            yield from pickled(code, call, calls, loads="pickle.load" in names)


def is_builtin(code: Code, node: cst.BaseExpression, name: str) -> bool:
    """Return whether a node is a builtin's name, which the program doesn't use otherwise."""
    return isinstance(node, cst.Name) and node.value == name and name not in code.bound


def names_part(parent: cst.CSTNode, node: cst.Name) -> bool:
    """Return whether a name is that of an attribute or an argument."""
    return (isinstance(parent, cst.Attribute) and parent.attr is node) or (
        isinstance(parent, cst.Arg) and parent.keyword is node
    )


def universal(code: Code, opened: cst.Call) -> Iterator[Finding]:
    """Yield that a file is opened with the mode U, which all texts have today."""
    mode = opened.args[1].value
    if isinstance(mode, cst.SimpleString) and mode.evaluated_value in ("U", "rU", "Ur"):
        edits = (code.replace(mode, '"r"'),)
        what = code.written(opened)
        yield Finding(code.line(opened), what, 'write the mode "r"', "python-2", True, edits)


def pickled(code: Code, call: cst.Call, calls: list[cst.Call], loads: bool) -> Iterator[Finding]:
    """Yield what a call of pickle needs: a file of bytes, and the encoding of old texts."""
    place = 0 if loads else 1
    if loads and len(call.args) == 1:
        end = code.span(call.args[0])[1]
        remedy = 'a pickle from Python 2 needs encoding="latin1"'
        edits = (Edit(end, end, ', encoding="latin1"'),)
        yield Finding(code.line(call), code.written(call), remedy, "python-2", True, edits)
    if len(call.args) <= place:
        return
    for opened in openings(code, call.args[place].value, calls):
        edit = mode_of_bytes(code, opened, "rb" if loads else "wb")
        if edit:
            remedy = f"a pickle needs the mode {edit.text.strip(', ')}"
            what = code.written(opened)
            yield Finding(code.line(opened), what, remedy, "python-2", True, (edit,))


def openings(code: Code, file: cst.BaseExpression, calls: list[cst.Call]) -> list[cst.Call]:
    """Return the calls that open a file: itself, or what its name was given in its scope."""

    def opens(call: cst.Call) -> bool:
        return is_builtin(code, call.func, "open") or is_builtin(code, call.func, "file")

    if isinstance(file, cst.Call):
        return [file] if opens(file) else []
    if not isinstance(file, cst.Name):
        return []
    return [
        call
        for call in calls
        if opens(call)
        and code.scope(call) is code.scope(file)
        and file.value in names_given(code, call)
    ]


def names_given(code: Code, call: cst.Call) -> list[str]:
    """Return the names that a statement gives to what a call returns."""
    statement = code.parents[call]
    if isinstance(statement, cst.Assign):
        targets = [target.target for target in statement.targets]
    elif isinstance(statement, cst.WithItem) and statement.asname:
        targets = [statement.asname.name]
    else:
        targets = []
    return [target.value for target in targets if isinstance(target, cst.Name)]


def mode_of_bytes(code: Code, opened: cst.Call, mode: str) -> Edit | None:
    """Return what opens a file for bytes, unless it is opened so already."""
    if len(opened.args) == 1:
        end = code.span(opened.args[0])[1]
        return Edit(end, end, f', "{mode}"')
    given = opened.args[1].value
    if isinstance(given, cst.SimpleString) and given.evaluated_value in ("r", "w"):
        return code.replace(given, f'"{mode}"')
    return None
