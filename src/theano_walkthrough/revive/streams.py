"""Calls of today's random streams with the arguments of the old ones."""

from collections.abc import Iterator

from theano_walkthrough.revive.code import Code
from theano_walkthrough.revive.findings import Edit, Finding

import libcst as cst

_STREAMS = {"theano.tensor.random.utils.RandomStream"}
_OLD_ARGUMENTS = {"avg", "n", "ndim", "p", "pvals", "std"}
_DRAWS = {"binomial", "multinomial", "normal", "uniform"}


def find_old_draws(code: Code) -> Iterator[Finding]:
    """Yield each draw from today's streams whose arguments mean something else than they did."""
    calls = [node for node in code.nodes if isinstance(node, cst.Call)]
    streams = streams_of_today(code, calls)
    for call in calls:
        if (
            isinstance(call.func, cst.Attribute)
            and call.func.attr.value in _DRAWS
            and code.written(call.func.value) in streams
        ):
            yield from draws(code, call)


def streams_of_today(code: Code, calls: list[cst.Call]) -> set[str]:
    """Return what the program calls its streams of today's RandomStream."""
    found = set()
    for call in calls:
        statement = code.parents[call]
        if isinstance(statement, cst.Assign) and code.names(call.func) & _STREAMS:
            found |= {code.written(target.target) for target in statement.targets}
    return found


def draws(code: Code, call: cst.Call) -> Iterator[Finding]:
    """Yield old arguments of a call of today's random streams."""
    what = code.written(call)
    line = code.line(call)
    first = call.args[0] if call.args else None
    sized = any(argument.keyword and argument.keyword.value == "size" for argument in call.args)
    if first and not first.keyword and not sized and is_shape(first.value):
        remedy = "the first argument isn't the shape any more: write size= before it"
        start = code.span(first)[0]
        certain = len(call.args) == 1 and what.split("(")[0].endswith((".normal", ".uniform"))
        edits = (Edit(start, start, "size="),) if certain else ()
        yield Finding(line, what, remedy, "old-streams", certain, edits)
    old = [
        argument.keyword.value
        for argument in call.args
        if argument.keyword and argument.keyword.value in _OLD_ARGUMENTS
    ]
    if old:
        remedy = (
            f"these streams take no {', '.join(f'{name}=' for name in old)}: leave the name out"
        )
        yield Finding(line, what, remedy, "old-streams", False)


def is_shape(node: cst.BaseExpression) -> bool:
    """Return whether an argument is seen to be a shape."""
    return isinstance(node, cst.Tuple | cst.List) or (
        isinstance(node, cst.Attribute) and node.attr.value == "shape"
    )
