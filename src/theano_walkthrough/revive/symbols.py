"""What can be seen to be a symbol of Theano or a whole number, and what NumPy and / make of it."""

from collections.abc import Callable, Iterator

from theano_walkthrough.revive.code import Code, imported_names
from theano_walkthrough.revive.findings import Finding

import libcst as cst
from libcst import metadata

_MISREAD = {"dot", "inner", "matmul", "outer", "tensordot"}
_REFUSED = {"all", "any", "argmax", "argmin", "max", "mean", "min", "prod", "std", "sum", "var"}
_STAYS_SYMBOL = {
    *("argmax", "astype", "copy", "dimshuffle", "dot", "flatten", "max", "mean", "min", "norm"),
    *("prod", "repeat", "reshape", "std", "sum", "swapaxes", "transpose", "var"),
}
_NO_SYMBOL = {"theano.tensor.TensorType", "theano.tensor.grad", "theano.tensor.jacobian"}


def find_numpy_on_symbols(code: Code) -> Iterator[Finding]:
    """Yield each function of NumPy that is called with what is seen to be a symbol."""
    symbols = Kind(code, lambda node, kind: is_symbol(code, node, kind))
    for node in code.nodes:
        if not isinstance(node, cst.Call):
            continue
        for name in code.names(node.func):
            module, _, function = name.rpartition(".")
            if module != "numpy" or function not in _MISREAD | _REFUSED:
                continue
            if any(symbols.holds(argument.value) for argument in node.args):
                wrong = "is wrong without a word" if function in _MISREAD else "fails"
                remedy = f"with a symbol, NumPy's {function} {wrong}: write T.{function}"
                what = code.written(node)
                yield Finding(code.line(node), what, remedy, "numpy-on-symbols", False)


def find_divisions(code: Code) -> Iterator[Finding]:
    """Yield each division of Python 2 that may have been one of whole numbers."""
    if any("__future__.division" in imported_names(statement) for statement in code.imports):
        return
    symbols = Kind(code, lambda node, kind: is_symbol(code, node, kind))
    whole = Kind(code, is_whole)
    fraction = Kind(code, is_fraction)
    for node in code.nodes:
        if not isinstance(node, cst.BinaryOperation) or not isinstance(node.operator, cst.Divide):
            continue
        sides = node.left, node.right
        if any(symbols.holds(side) or fraction.holds(side) for side in sides):
            continue
        if any(whole.holds(side) for side in sides):
            remedy = "in Python 2 this was // if both are whole numbers"
            yield Finding(code.line(node), code.written(node), remedy, "python-2", False)


Judge = Callable[[cst.BaseExpression, "Kind"], bool]


class Kind:
    """What can be seen to be of a kind: by itself, or since it was assigned nothing else.

    Parameters
    ----------
    code : Code
        The program.
    judge : callable
        Says whether an expression is of the kind, given this object for its parts.
    """

    def __init__(self, code: Code, judge: Judge) -> None:
        self._code = code
        self._judge = judge
        self._assigned: dict[object, bool] = {}
        self._counted: dict[object, int] = {}
        for node in code.nodes:
            if isinstance(node, cst.Assign):
                value = judge(node.value, self)
                for target in node.targets:
                    self._note(target.target, value)

    def _note(self, target: cst.BaseExpression, value: bool) -> None:
        """Note what is assigned to a name, to an attribute, or to several."""
        if isinstance(target, cst.Tuple | cst.List):
            for element in target.elements:
                self._note(element.value, value)
        elif (key := self._key(target)) is not None:
            self._assigned[key] = self._assigned.get(key, True) and value
            self._counted[key] = self._counted.get(key, 0) + 1

    def _key(self, node: cst.BaseExpression) -> object:
        """Return what tells a name in its scope, or a dotted name, from others."""
        if isinstance(node, cst.Name):
            meanings = self._meanings(node)
            return (meanings[0].scope, node.value) if meanings else None
        return self._code.written(node) if isinstance(node, cst.Attribute) else None

    def _meanings(self, node: cst.Name) -> list[metadata.BaseAssignment]:
        """Return all that gives a name its meaning."""
        scope = self._code.scope(node)
        return list(scope[node.value]) if scope is not None else []

    def holds(self, node: cst.BaseExpression) -> bool:
        """Return whether an expression is seen to be of the kind."""
        if isinstance(node, cst.Name | cst.Attribute):
            key = self._key(node)
            known = self._assigned.get(key, False)
            if isinstance(node, cst.Name) and known:
                return self._counted[key] == len(self._meanings(node))
            if known:
                return True
        return self._judge(node, self)


def is_symbol(code: Code, node: cst.BaseExpression, kind: Kind) -> bool:
    """Return whether an expression is seen to be a symbol of Theano."""
    match node:
        case cst.Call(func=func):
            for name in code.names(func):
                called = name.rpartition(".")[2]
                if name == "theano.shared":
                    return True
                if name.startswith("theano.tensor.") and not called[0].isupper():
                    return name not in _NO_SYMBOL and "random" not in name
            return (
                isinstance(func, cst.Attribute)
                and func.attr.value in _STAYS_SYMBOL
                and kind.holds(func.value)
            )
        case cst.BinaryOperation(left=left, right=right):
            return kind.holds(left) or kind.holds(right)
        case cst.UnaryOperation(expression=value):
            return kind.holds(value)
        case cst.Subscript(value=value):
            return kind.holds(value)
        case cst.Attribute(value=value, attr=cst.Name(value="T")):
            return kind.holds(value)
    return False


def is_whole(node: cst.BaseExpression, kind: Kind) -> bool:
    """Return whether an expression is seen to be a whole number."""
    match node:
        case cst.Integer():
            return True
        case cst.Call(func=cst.Name(value="len" | "int")):
            return True
        case cst.Subscript(value=cst.Attribute(attr=cst.Name(value="shape"))):
            return True
        case cst.BinaryOperation(operator=cst.FloorDivide()):
            return True
        case cst.BinaryOperation(
            left=left, operator=cst.Add() | cst.Subtract() | cst.Multiply(), right=right
        ):
            return kind.holds(left) and kind.holds(right)
    return False


def is_fraction(node: cst.BaseExpression, kind: Kind) -> bool:
    """Return whether an expression is seen to be no whole number."""
    match node:
        case cst.Float():
            return True
        case cst.Call(func=cst.Name(value="float")):
            return True
        case cst.BinaryOperation(left=left, operator=cst.FloorDivide()):
            return kind.holds(left)
        case cst.BinaryOperation(left=left, right=right):
            return kind.holds(left) or kind.holds(right)
        case cst.UnaryOperation(expression=value):
            return kind.holds(value)
    return False
