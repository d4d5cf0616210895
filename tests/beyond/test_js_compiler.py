"""Generated JavaScript in Node, against Theano."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from theano_walkthrough.beyond.js_compiler import to_javascript
from theano_walkthrough.beyond.js_tracing import FORMULAS, Number, Tape, literal
from theano_walkthrough.beyond.nodejs import JavaScriptError, run_javascript

import numpy as np
import pytest
import theano
import theano.tensor as T
from hypothesis import given, settings
from hypothesis import strategies as st
from theano import scalar
from theano.compile.mode import Mode
from theano.tensor.elemwise import Elemwise

AS_WRITTEN = Mode(linker="py", optimizer=None)
SHAPES = {"u": (2, 3), "v": (3,), "k": ()}

# Each keeps the shape or adds up, and keeps numbers small, so that none leaves its domain.
ON_ONE = {
    "abs": abs,
    "exp": lambda a: T.exp(T.tanh(a)),
    "log": lambda a: T.log(1 + T.sqr(a)),
    "power": lambda a: (1 + abs(a)) ** -1.5,
    "sigmoid": T.nnet.sigmoid,
    "logistic": lambda a: 1 / (1 + T.exp(-a)),
    "softplus": T.nnet.softplus,
    "sqrt": lambda a: T.sqrt(1 + abs(a)),
    "sum": lambda a: a.sum(),
    "mean": lambda a: a.mean(axis=0) if a.ndim == 1 else a.mean(),
    "reversed": lambda a: T.reshape(a.flatten()[::-1], a.shape, ndim=a.ndim),
    "transposed": lambda a: T.exp(T.tanh(a.T)).T,
    "rows": lambda a: a - a.sum(axis=0, keepdims=True) if a.ndim else a,
}
ON_TWO = {
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "mul": lambda a, b: a * T.tanh(b) * 3,
    "div": lambda a, b: a / (1 + T.sqr(b)),
    "smaller": lambda a, b: T.switch(a < b, a, b),
    "dot": lambda a, b: T.dot(T.tanh(a.flatten()), T.tanh(b.flatten())),
    "product": lambda a, b: T.dot(a, T.tanh(b.T)).sum(),
    "stack": lambda a, b: T.log(1 + T.sqr(T.stack([a.sum(), b.sum()]))).sum(),
    "join": lambda a, b: T.sqr(T.concatenate([a.flatten(), b.flatten()])[2:-1]).sum(),
    "columns": lambda a, b: T.dot(
        T.concatenate([T.shape_padright(c.flatten()) for c in (a, b)], axis=1),
        np.array([1.0, -2.0]),
    ).sum(),
    "fill": T.fill,
}


def run(code: str, state: Sequence[float], inputs: Sequence[float], calls: int = 1) -> Any:
    """Call the generated function, and return its last results and the state."""
    return run_javascript(
        f"{code}\nconst state = {json.dumps(list(state))}, inputs = {json.dumps(list(inputs))};\n"
        f"let outputs;\nfor (let i = 0; i < {calls}; i++) outputs = step(state, inputs);\n"
        "console.log(JSON.stringify([outputs, state]));"
    )


def compare(expression: Any, values: Mapping[Any, Any]) -> None:
    shapes = {variable: np.shape(value) for variable, value in values.items()}
    code = to_javascript([], shapes, {"result": expression})
    numbers = np.concatenate([np.ravel(value) for value in values.values()])
    outputs, _ = run(code, [], numbers)
    function = theano.function(list(values), expression, mode=AS_WRITTEN, on_unused_input="ignore")
    expected = np.ravel(function(*values.values())).astype(float)
    np.testing.assert_allclose(np.array(outputs, dtype=float), expected, rtol=1e-12, atol=1e-12)


@st.composite
def cases(draw: Any) -> tuple[Any, dict[Any, Any]]:
    """Draw an expression of up to six operations, and values for its inputs."""
    numbers = st.floats(-3, 3, allow_subnormal=False)
    values = {}
    for name, shape in SHAPES.items():
        variable = T.TensorType("float64", [False] * len(shape))(name)
        size = int(np.prod(shape))
        row = draw(st.lists(numbers, min_size=size, max_size=size))
        values[variable] = np.reshape(row, shape)
    expression = draw(st.sampled_from(list(values)))
    for _ in range(draw(st.integers(1, 6))):
        if draw(st.booleans()):
            expression = draw(st.sampled_from(list(ON_ONE.values())))(expression)
        else:
            other = draw(st.sampled_from([*values, T.constant(draw(numbers))]))
            if other.ndim != expression.ndim:
                expression, other = expression.sum(), other.sum()
            expression = draw(st.sampled_from(list(ON_TWO.values())))(expression, other)
    return expression, values


@given(cases())
@settings(max_examples=100, deadline=None, derandomize=True, database=None)
def test_random_expressions_give_theanos_numbers(case: tuple[Any, dict[Any, Any]]) -> None:
    compare(*case)


@pytest.mark.parametrize("kind", FORMULAS, ids=lambda kind: kind.__name__)
def test_each_formula_gives_theanos_numbers(kind: Any) -> None:
    places = [*vars(scalar).values(), *vars(T.nnet.sigm).values()]
    op = next(place for place in places if type(place) is kind)
    count = 2 if kind in (scalar.Add, scalar.Mul) else op.nin
    inputs = T.dvectors("x", "y", "z")[:count]
    values = np.array([[0.25, 0.5, 0.75, 2], [0.5, 0.5, 0.5, 3], [1, 2, 3, 4]])[:count]
    arguments = [T.gt(inputs[0], 0.5), *inputs[1:]] if kind is scalar.Switch else inputs
    compare(Elemwise(op)(*arguments), dict(zip(inputs, values, strict=True)))


def test_no_bit_of_a_number_is_lost() -> None:
    numbers = [0.1, 1 / 3, -0.0, 5e-324, 1.7976931348623157e308, 2.0**53 + 2, -1e-7, 123456789.125]
    code = f"[{', '.join(map(literal, numbers))}].map((x) => [x, Object.is(x, -0)])"
    back = run_javascript(f"console.log(JSON.stringify({code}));")
    assert [x for x, _ in back] == numbers
    assert [zero for _, zero in back] == [str(x) == "-0.0" for x in numbers]
    assert list(map(literal, [np.inf, -np.inf, np.nan, np.True_])) == [
        *("Infinity", "-Infinity", "NaN", "true")
    ]


def test_equal_things_are_computed_once_and_known_things_before() -> None:
    x = T.dscalar("x")
    outputs = {"a": T.exp(x) + 1, "b": T.exp(x) * T.sqrt(T.constant(16.0))}
    code = to_javascript([], {x: ()}, outputs)
    assert code.count("Math.exp") == 1
    assert "Math.sqrt" not in code
    assert "4" in code


def test_an_exponential_is_computed_once_for_both_signs() -> None:
    z = T.dvector("z")
    outputs = {
        **{"up": T.nnet.sigmoid(z), "down": T.nnet.sigmoid(-z)},
        **{"rise": T.nnet.softplus(z), "fall": T.nnet.softplus(-z)},
    }
    values = [-1e308, -800, -705, -40, -1, -1e-9, -0.0, 0, 1e-9, 1, 40, 705, 800, 1e308]
    code = to_javascript([], {z: (len(values),)}, outputs)
    assert code.count("Math.exp") == len(values)
    with np.errstate(over="ignore"):
        sigmoids = [1 / (1 + np.exp(np.multiply(sign, values))) for sign in (-1, 1)]
    softpluses = [np.logaddexp(0, np.multiply(sign, values)) for sign in (1, -1)]
    expected = np.ravel([*sigmoids, *softpluses])
    np.testing.assert_allclose(run(code, [], values)[0], expected, rtol=1e-15)


@pytest.mark.parametrize("first", [1, -1])
def test_dividing_replaces_the_second_exponential(first: int) -> None:
    x = T.dscalar("x")
    outputs = {"a": T.exp(first * x), "b": T.exp(-first * x)}
    code = to_javascript([], {x: ()}, outputs)
    assert (code.count("Math.exp"), code.count("1 / ")) == (1, 1)
    (values, _) = run(code, [], [3.5])
    np.testing.assert_allclose(values, np.exp([first * 3.5, -first * 3.5]), rtol=1e-15)


def test_what_only_passes_a_number_on_writes_nothing() -> None:
    tape = Tape()
    x, y = Number("x", tape), Number("y", tape)
    assert tape.emit(scalar.second, x, y) is y
    assert tape.emit(scalar.identity, x) is x
    assert tape.lines == []


def test_updates_use_the_old_values() -> None:
    a, b = theano.shared(1.0, name="a"), theano.shared(2.0, name="b")
    code = to_javascript([a, b], {}, {"sum": a + b}, [(a, b), (b, a + b)])
    assert run(code, [1, 2], []) == [[3], [2, 3]]
    assert run(code, [1, 2], [], calls=3) == [[8], [5, 8]]


def test_what_the_state_holds_is_written_in_its_order() -> None:
    w, b = theano.shared(np.zeros(2), name="w"), theano.shared(0.0, name="b")
    x = T.dmatrix("x")
    code = to_javascript([b, w], {x: (2, 2)}, {"z": T.dot(x, w) + b})
    layout = run_javascript(f"{code}\nconsole.log(JSON.stringify(step.layout));")
    assert layout == {
        "state": ["b", "w_0", "w_1"],
        "inputs": ["x_0_0", "x_0_1", "x_1_0", "x_1_1"],
        "outputs": ["z_0", "z_1"],
    }
    assert run(code, [0.5, 10, 100], [1, 2, 3, 4])[0] == [210.5, 430.5]


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda x: T.arctan(x), "arctan"),
        (lambda x: T.sort(x), "sort"),
        (lambda x: T.cast(x, "float32") * 2, "float32"),
        (lambda x: T.ceil(x), "ceil"),
    ],
)
def test_what_cant_be_written_is_named(make: Any, complaint: str) -> None:
    x = T.dvector("x")
    with pytest.raises(NotImplementedError, match=complaint):
        to_javascript([], {x: (2,)}, {"y": make(x)})


def test_other_types_of_numbers_are_refused() -> None:
    x = T.lvector("x")
    with pytest.raises(NotImplementedError, match="float64, not in int64"):
        to_javascript([], {x: (2,)}, {"y": x * 0.5})


@pytest.mark.parametrize("name", [None, "t1", "X", "a b", "new"])
def test_names_that_javascript_cant_use_are_refused(name: str | None) -> None:
    x = T.dscalar(name)
    with pytest.raises(ValueError, match="a name of its own"):
        to_javascript([], {x: ()}, {"y": x + 1})


def test_two_variables_of_one_name_are_refused() -> None:
    x, y = T.dscalar("x"), T.dscalar("x")
    with pytest.raises(ValueError, match="a name of its own for JavaScript, not 'x'"):
        to_javascript([], {x: (), y: ()}, {"z": x + y})


def test_a_wrong_shape_is_refused() -> None:
    x = T.dvector("x")
    with pytest.raises(ValueError, match=r"the shape of x must have 1 dimension, got \(2, 2\)"):
        to_javascript([], {x: (2, 2)}, {"y": x})


def test_a_missing_shared_variable_is_named() -> None:
    w = theano.shared(1.0, name="w")
    with pytest.raises(ValueError, match="w is missing"):
        to_javascript([], {}, {"y": w * 2})


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("const = 3;", "SyntaxError"),
        ("throw new RangeError('too far');", "RangeError: too far"),
        ("console.log('not JSON')", "no JSON"),
    ],
)
def test_javascript_that_fails_says_why(source: str, complaint: str) -> None:
    with pytest.raises(JavaScriptError, match=complaint):
        run_javascript(source)
