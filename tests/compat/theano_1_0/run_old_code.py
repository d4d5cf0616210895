"""Run lines as programs for Theano 1.0 had them; print what they give."""

import io
import json
import sys
from collections import deque
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import theano_walkthrough.compat.theano_1_0  # noqa: F401

import numpy as np
import theano
import theano.tensor as T
from theano import gof
from theano.compat import OrderedDict, cmp, izip
from theano.compile.pfunc import pfunc
from theano.gof.graph import inputs
from theano.sandbox.rng_mrg import MRG_RandomStreams
from theano.scan_module import until
from theano.tensor.signal import downsample

answers: dict[str, Any] = {}
x = T.dvector("x")
values = np.array([1.0, 2.0, 3.0])


class Doubled(gof.Op):
    """An operation with everything in its old form, whose code in C is right and Python wrong."""

    __props__ = ()

    def make_node(self, x: Any) -> Any:
        x = T.as_tensor_variable(x)
        return gof.Apply(self, [x], [x.type()])

    def perform(self, node: Any, inputs: Any, output_storage: Any) -> None:
        output_storage[0][0] = np.zeros_like(inputs[0])

    def c_code(self, node: Any, name: str, inputs: Any, outputs: Any, sub: Any) -> str:
        return f"""
            Py_XDECREF({outputs[0]});
            {outputs[0]} = (PyArrayObject*)PyArray_NewCopy({inputs[0]}, NPY_CORDER);
            if (!{outputs[0]}) {sub["fail"]}
            for (npy_intp i = 0; i < PyArray_SIZE({outputs[0]}); i++) {{
                double* number = (double*)PyArray_GETPTR1({outputs[0]}, i);
                *number = FACTOR * fabs(*number);
            }}
        """

    def c_headers(self) -> list[str]:
        return ["<math.h>"]

    def c_compile_args(self, c_compiler: Any) -> list[str]:
        return ["-DFACTOR=2"]

    def c_code_cache_version(self) -> tuple[int]:
        return (1,)

    def infer_shape(self, node: Any, shapes: Any) -> Any:
        return [(shapes[0][0] + 0,)]

    def do_constant_folding(self, node: Any) -> bool:
        return False

    def grad(self, inputs: Any, output_grads: Any) -> Any:
        return [2 * output_grads[0]]


class OnlyC(Doubled):
    """The same by inheritance."""


class OnlyPython(gof.Op):
    itypes, otypes = [T.dvector], [T.dvector]

    def perform(self, node: Any, inputs: Any, output_storage: Any) -> None:
        output_storage[0][0] = inputs[0] + 1

    def infer_shape(self, node: Any, shapes: Any) -> Any:
        return shapes


double = theano.function([x], [Doubled()(x), OnlyC()(x), Doubled()(x).shape[0]])
answers["in C"] = [np.asarray(value).tolist() for value in double(values)]
answers["constant"] = theano.function([], Doubled()(T.constant(values)))().tolist()
answers["gradient"] = theano.function([x], T.grad(Doubled()(x).sum(), x))(values).tolist()
plus_one = theano.function([x], [OnlyPython()(x), OnlyPython()(x).shape[0]])
answers["in Python"] = [np.asarray(value).tolist() for value in plus_one(values)]
answers["operations"] = [
    isinstance(op, gof.Op) for op in (T.exp, Doubled(), OnlyPython(), T.exp(x).owner.op)
]
answers["types"] = [
    isinstance(T.dvector, gof.Type),
    issubclass(T.TensorType, theano.Type),
    isinstance(x, gof.Variable),
    issubclass(T.Elemwise, gof.Op),
]


class Count(gof.Type):
    """A type with code in C, in its old form."""

    def filter(self, value: Any, strict: bool = False, allow_downcast: Any = None) -> int:
        return int(value)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return int(gof.hashtype(self))

    def c_declare(self, name: str, sub: Any, check_input: bool = True) -> str:
        return f"long {name};"

    def c_init(self, name: str, sub: Any) -> str:
        return f"{name} = 0;"

    def c_extract(self, name: str, sub: Any, check_input: bool = True) -> str:
        return f"{name} = PyLong_AsLong(py_{name});"

    def c_sync(self, name: str, sub: Any) -> str:
        return f"Py_XDECREF(py_{name}); py_{name} = PyLong_FromLong({name});"

    def c_cleanup(self, name: str, sub: Any) -> str:
        return ""

    def c_code_cache_version(self) -> tuple[int]:
        return (1,)


class Next(gof.Op):
    __props__ = ()

    def make_node(self, count: Any) -> Any:
        return gof.Apply(self, [count], [Count()()])

    def perform(self, node: Any, inputs: Any, output_storage: Any) -> None:
        output_storage[0][0] = -1

    def c_code(self, node: Any, name: str, inputs: Any, outputs: Any, sub: Any) -> str:
        return f"{outputs[0]} = {inputs[0]} + 1;"

    def c_code_cache_version(self) -> tuple[int]:
        return (1,)


count = Count()("count")
answers["type in C"] = theano.function([count], Next()(count))(41)


@gof.local_optimizer([OnlyPython])  # type: ignore[untyped-decorator]
def plus_one_in_c(node: Any) -> Any:
    return [node.inputs[0] + 1] if isinstance(node.op, OnlyPython) else False


class PlusOneInC(gof.LocalOptimizer):
    def tracks(self) -> Any:
        return [OnlyPython]

    def transform(self, node: Any) -> Any:
        return [node.inputs[0] + 1] if isinstance(node.op, OnlyPython) else False


answers["optimized"] = []
for optimizer in (plus_one_in_c, PlusOneInC()):
    graph = gof.FunctionGraph([x], [OnlyPython()(x)], clone=True)
    gof.opt.in2out(optimizer, name="plus_one").optimize(graph)
    answers["optimized"].append([type(node.op).__name__ for node in graph.toposort()])

watched: list[Any] = []
mode = theano.compile.MonitorMode(
    pre_func=lambda i, node, fn: watched.append([i, len(node.inputs)]),
    post_func=lambda graph, i, node, fn: watched.append(len(graph.inputs)),
)
theano.function([x], x + x, mode=mode)(values)
answers["watched"] = watched
with redirect_stdout(io.StringIO()) as printed:
    post = theano.compile.monitormode.detect_nan
    theano.function([x], T.log(x), mode=theano.compile.MonitorMode(post_func=post))(-values)
answers["NaN"] = printed.getvalue().partition("\n")[0]

cube = T.dtensor3("cube")
flat = theano.function(
    [cube], [T.flatten(cube, outdim=2), T.flatten(cube), T.Flatten(outdim=2)(cube)]
)
answers["flatten"] = [value.tolist() for value in flat(np.arange(8.0).reshape(2, 2, 2))]
answers["outdim"] = T.Flatten(outdim=2).outdim
image = T.dtensor4("image")
pooled = downsample.max_pool_2d(image, ds=(2, 2), ignore_border=True)
picture = np.arange(16.0).reshape(1, 1, 4, 4)
answers["pool"] = theano.function([image], pooled)(picture).tolist()
dims = T.lvector("dims")
where = theano.function([dims], T.unravel_index(5, dims, ndim=2))
answers["unravel_index"] = [int(value) for value in where([2, 3])]
y = x * 2
z = theano.clone(y, replace={x: x + 1}, copy_inputs=True)
answers["clone"] = theano.function([x], z)(values).tolist()
answers["dot"] = float(theano.function([x], theano.dot(x, x))(values))
answers["compile.function"] = theano.compile.function([x], y)(values).tolist()
answers["pfunc"] = pfunc([x], y)(values).tolist()
halved, updates = theano.scan(
    lambda value: (value / 2, until(value < 3)), outputs_info=T.constant(16.0), n_steps=9
)
answers["until"] = theano.function([], halved, updates=updates)().tolist()
streams = MRG_RandomStreams(seed=3)
drawn = theano.function([], streams.uniform((40, 50)))()
answers["MRG"] = [list(drawn.shape), bool(0 < drawn.min() < drawn.max() < 1)]

a, b, c = T.dscalars("a", "b", "c")
total = a + b
product = total * c
answers["inputs"] = [str(v) for v in inputs([product])]
answers["ancestors"] = [
    v is w for v, w in zip(gof.graph.ancestors([product]), [product, total, a, b, c], strict=True)
]
answers["blocked"] = [
    v is w
    for v, w in zip(
        gof.graph.ancestors([product], blockers=[total]), [product, total, c], strict=True
    )
]
answers["variables"] = {v.name or "?" for v in gof.graph.variables([a], [product])} == {
    "a",
    "b",
    "c",
    "?",
}
answers["orphans"] = sorted(str(v) for v in gof.graph.orphans([a], [product]))
answers["ops"] = gof.graph.ops([a, b, c], [product]) == {total.owner, product.owner}
tree = {1: [2, 3], 2: [4], 3: [4], 4: []}
answers["search"] = [
    gof.graph.stack_search(deque([1]), tree.get, "bfs"),
    gof.graph.stack_search(deque([1]), tree.get, "dfs"),
    [list(p) for p in gof.graph.stack_search(deque([1]), tree.get, "bfs", True)[1].items()],
]

theano.config.gcc.cxxflags = "-O0"
answers["setting"] = [theano.config.gcc__cxxflags, theano.config.gcc.cxxflags]
theano.config.dnn.conv.algo_fwd = "large"
answers["setting"].append(theano.config.dnn__conv__algo_fwd)
answers["python"] = [
    list(izip([1, 2], "ab")) == [(1, "a"), (2, "b")],
    cmp(1, 2) == -1,
    OrderedDict is __import__("collections").OrderedDict,
    gof.utils.hist("aab") == {"a": 2, "b": 1},
    gof.utils.remove(lambda n: n % 2 == 0, [1, 2, 3, 4]) == [1, 3],
    gof.utils.unique([1, 2]) and not gof.utils.unique([1, 1]),
    gof.utils.hash_from_file(__file__) == gof.utils.hash_from_code(Path(__file__).read_bytes()),
    theano.compat.b("é") == b"\xe9",
    [v.name for v in gof.utils.give_variables_names([T.scalar("v"), T.scalar("v"), T.scalar()])]
    == ["v_0", "v_1", "_2"],
    gof.utils.MetaObject is type(gof.Op),
]
with theano.change_flags(compute_test_value="raise"):
    tested, untested = T.scalar("tested"), T.scalar("untested")
    tested.tag.test_value = np.float64(2)
    answers["test values"] = [float(v) for v in gof.op.get_debug_values(tested)]
    try:
        gof.op.get_debug_values(tested, untested)
    except AttributeError as error:
        answers["test values"].append(str(error))
answers["off"] = gof.op.get_debug_values(tested)
answers["as given"] = sys.modules["theano.gof.graph"] is T.gof.graph is theano.compile.graph

refused = {
    "print_clients": lambda: theano.printing.debugprint(x, print_clients=True),
    "keep_lock": lambda: gof.compilelock.lock_ctx(keep_lock=True),
    "outdim": lambda: T.flatten(cube, ndim=1, outdim=2),
    "dot": lambda: theano.dot(1, 2),
    "mode": lambda: gof.graph.stack_search(deque(), tree.get, "random"),
    "names": lambda: gof.utils.give_variables_names(
        [T.scalar("v_1"), T.scalar("v"), T.scalar("v")]
    ),
}
answers["refused"] = {}
for name, call in refused.items():
    try:
        call()
    except Exception as error:
        answers["refused"][name] = f"{type(error).__name__}: {error}"
print(json.dumps(answers))
