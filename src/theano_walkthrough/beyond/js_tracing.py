"""Trace computations on numbers, and emit them as JavaScript."""

import itertools
from functools import reduce
from typing import Any

import numpy as np
from theano import scalar
from theano.graph.basic import Constant
from theano.tensor import nnet

FORMULAS = {
    scalar.Abs: "Math.abs({0})",
    scalar.Add: "{0} + {1}",
    scalar.EQ: "{0} === {1}",
    scalar.Exp: "Math.exp({0})",
    scalar.Expm1: "Math.expm1({0})",
    scalar.GE: "{0} >= {1}",
    scalar.GT: "{0} > {1}",
    scalar.Inv: "1 / {0}",
    scalar.LE: "{0} <= {1}",
    scalar.LT: "{0} < {1}",
    scalar.Log: "Math.log({0})",
    scalar.Log1p: "Math.log1p({0})",
    scalar.Mul: "{0} * {1}",
    scalar.NEQ: "{0} !== {1}",
    scalar.Neg: "-{0}",
    scalar.Pow: "Math.pow({0}, {1})",
    scalar.ScalarMaximum: "Math.max({0}, {1})",
    scalar.ScalarMinimum: "Math.min({0}, {1})",
    scalar.Sqr: "{0} * {0}",
    scalar.Sqrt: "Math.sqrt({0})",
    scalar.Sub: "{0} - {1}",
    scalar.Switch: "{0} ? {1} : {2}",
    scalar.Tanh: "Math.tanh({0})",
    scalar.TrueDiv: "{0} / {1}",
}
"""How JavaScript writes each operation on numbers."""


class Number:
    """A number that stands for a variable in JavaScript.

    Parameters
    ----------
    name : str
        The variable's name.
    tape : Tape
        Where operations on it are recorded.

    Examples
    --------
    >>> tape = Tape()
    >>> sum_of_squares = np.dot([Number("x", tape), 3.0], [Number("x", tape), 3.0])
    >>> tape.lines
    ['const t1 = x * x;', 'const t2 = t1 + 9;']
    """

    def __init__(self, name: str, tape: "Tape") -> None:
        self.name = name
        self.tape = tape

    def __add__(self, other: Any) -> Any:
        """Emit a sum, as NumPy's sums and dot products need it."""
        return self.tape.emit(scalar.add, self, other)

    def __mul__(self, other: Any) -> Any:
        """Emit a product."""
        return self.tape.emit(scalar.mul, self, other)

    __radd__, __rmul__ = __add__, __mul__  # either order gives the same


class Tape:
    """The lines of JavaScript that have been emitted, one for each new number.

    Examples
    --------
    >>> tape = Tape()
    >>> z = Number("z", tape)
    >>> twice = [tape.emit(scalar.exp, z), tape.emit(scalar.exp, z)]
    >>> tape.lines
    ['const t1 = Math.exp(z);']
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.names = (f"t{place}" for place in itertools.count(1))
        self.known: dict[str, Number] = {}  # the number of each formula, to reuse

    def emit(self, op: Any, *arguments: Any) -> Any:
        """Fold constants at once, and emit what depends on variables."""
        if not any(isinstance(argument, Number) for argument in arguments):
            with np.errstate(all="ignore"):
                return op.impl(*(np.asarray(value)[()] for value in arguments))
        if isinstance(op, scalar.Identity | scalar.Second):
            return arguments[-1]
        if isinstance(op, nnet.sigm.ScalarSigmoid | nnet.sigm.ScalarSoftplus):
            return self._emit_in_steps(op, *arguments)
        if isinstance(op, scalar.Add | scalar.Mul) and len(arguments) > 2:
            return reduce(lambda a, b: self.emit(op, a, b), arguments)
        if isinstance(op, scalar.Composite):
            return self._emit_each(op.fgraph, arguments)
        if type(op) not in FORMULAS:
            raise NotImplementedError(f"there is no formula in JavaScript for {op}")
        if isinstance(op, scalar.Exp) and (inverse := self._exponential_of_opposite(*arguments)):
            return self.emit(scalar.inv, inverse)  # dividing takes less time
        formula = FORMULAS[type(op)].format(*map(literal, arguments))
        if formula not in self.known:
            number = self.known[formula] = Number(next(self.names), self)
            self.lines.append(f"const {number.name} = {formula};")
            if isinstance(op, scalar.Neg):
                self.known[f"-{number.name}"] = arguments[0]
        return self.known[formula]

    def _emit_in_steps(self, op: Any, z: Number) -> Any:
        """Emit what is made of an exponential, so that other formulas can share it."""
        decay = self.emit(scalar.exp, self.emit(scalar.neg, z))
        if isinstance(op, nnet.sigm.ScalarSigmoid):
            return self.emit(scalar.inv, self.emit(scalar.add, 1.0, decay))
        small = self.emit(scalar.scalar_minimum, decay, self.emit(scalar.exp, z))
        slope = self.emit(scalar.scalar_maximum, z, 0.0)
        return self.emit(scalar.add, slope, self.emit(scalar.log1p, small))

    def _exponential_of_opposite(self, number: Number) -> Number | None:
        opposite = self.known.get(f"-{number.name}")
        return opposite and self.known.get(FORMULAS[scalar.Exp].format(opposite.name))

    def _emit_each(self, graph: Any, arguments: tuple[Any, ...]) -> Any:
        """Emit the operations that were fused into one."""
        values = dict(zip(graph.inputs, arguments, strict=True))
        for node in graph.toposort():
            numbers = [v.data if isinstance(v, Constant) else values[v] for v in node.inputs]
            values[node.outputs[0]] = self.emit(node.op, *numbers)
        return values[graph.outputs[0]]


def literal(value: Any) -> str:
    """Write a number so that JavaScript reads the very same one.

    Parameters
    ----------
    value : Number, float or bool
        A number, known by its name or by its value.

    Returns
    -------
    str
        The name, or the shortest digits that lose no bit.

    Examples
    --------
    >>> [literal(value) for value in (0.1, 2.0, -1e300, np.inf, True)]
    ['0.1', '2', '-1e+300', 'Infinity', 'true']
    """
    if isinstance(value, Number):
        return value.name
    if isinstance(value, bool | np.bool_):
        return str(bool(value)).lower()
    digits = repr(float(value)).removesuffix(".0")
    return digits.replace("inf", "Infinity").replace("nan", "NaN")
