"""C code of a program's own operations, which Theano would leave out without a word."""

from collections.abc import Iterator

from theano_walkthrough.revive.code import Code, aliases_of, dotted, module_of
from theano_walkthrough.revive.findings import Edit, Finding
from theano_walkthrough.revive.names import gives_old_names

import libcst as cst

_OLD = {"theano.Op", "theano.gof.Op", "theano.gof.op.Op"}
_TODAY = "theano.graph.op.Op"
_WITH_C = "theano.graph.op.COp"
_TAKE_COMPILER = {
    *("c_compile_args", "c_header_dirs", "c_headers", "c_lib_dirs", "c_libraries"),
    "c_no_compile_args",
}


def find_c_code(code: Code) -> Iterator[Finding]:
    """Yield each operation whose C code isn't used, and each of its methods with old arguments."""
    for node in code.nodes:
        if not isinstance(node, cst.ClassDef):
            continue
        methods = {
            inner.name.value: inner
            for inner in node.body.body
            if isinstance(inner, cst.FunctionDef)
        }
        bases = [(base.value, code.names(base.value)) for base in node.bases]
        if not any(names & {*_OLD, _TODAY, _WITH_C} for _, names in bases):
            continue
        if "c_code" in methods:
            for base, names in bases:
                yield from unused(code, node, base, names)
        for name in sorted(_TAKE_COMPILER & methods.keys()):
            yield from without_compiler(code, methods[name])


def unused(
    code: Code, node: cst.ClassDef, base: cst.BaseExpression, names: set[str]
) -> Iterator[Finding]:
    """Yield that a base leaves C code out."""
    old = bool(names & _OLD)
    if (old and gives_old_names(code)) or not (old or _TODAY in names):
        return
    edits = () if old else with_c(code, base)
    what = f"class {node.name.value}({dotted(base)})"
    remedy = "its C code isn't used: derive it from theano.graph.op.COp"
    line = code.line(node.name)
    yield Finding(line, what, remedy, "c-code-in-op", bool(old or edits), edits, old_name=old)


def with_c(code: Code, base: cst.BaseExpression) -> tuple[Edit, ...]:
    """Return what turns today's Op, as a base, into COp."""
    if isinstance(base, cst.Attribute):
        return (code.replace(base.attr, "COp"),)
    for statement in code.imports:
        if isinstance(statement, cst.ImportFrom) and f"{module_of(statement)}.Op" == _TODAY:
            for alias in aliases_of(statement):
                if dotted(alias.name) == "Op" and "COp" not in code.bound:
                    start = code.span(alias)[0]
                    return (Edit(start, start, "COp, "), code.replace(base, "COp"))
    return ()


def without_compiler(code: Code, method: cst.FunctionDef) -> Iterator[Finding]:
    """Yield that a method doesn't take the compiler, which Theano hands it."""
    parameters = method.params
    taken = [*parameters.params, *parameters.kwonly_params]
    if parameters.star_kwarg or any(name.name.value == "c_compiler" for name in taken) or not taken:
        return
    end = code.span(taken[-1])[1]
    what = f"def {method.name.value}({', '.join(name.name.value for name in taken)})"
    remedy = "Theano hands it the compiler: let it take **kwargs"
    edits = (Edit(end, end, ", **kwargs"),)
    yield Finding(code.line(method.name), what, remedy, "c-code-in-op", True, edits)
