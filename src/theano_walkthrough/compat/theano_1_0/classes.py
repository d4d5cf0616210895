"""Let operations, types and optimizers of one's own be written as for Theano 1.0.

Theano made two classes of each: `Op` and `COp`, `Type` and `CType`, of which only the second uses
code in C.
It also calls some methods with more arguments than it did.
"""

from types import FunctionType
from typing import Any

from theano_walkthrough.compat.theano_1_0.signatures import (
    without_graph,
    without_unknown_keywords,
)

from theano.compile.monitormode import MonitorMode
from theano.graph.op import COp, Op
from theano.graph.opt import FromFunctionLocalOptimizer, LocalOptimizer
from theano.graph.type import CType, Type
from theano.graph.utils import MetaType, MethodNotDefined
from theano.link.c.interface import CLinkerObject, CLinkerOp, CLinkerType

WITH_KEYWORDS = {name for name in vars(CLinkerObject) if name != "c_code_cache_version"}
WITH_GRAPH = {"infer_shape": 4, "do_constant_folding": 3}
"""How many arguments they have today, with ``self``, of which the second is the graph."""
C_METHODS = {
    Op: {name for name in {**vars(CLinkerObject), **vars(CLinkerOp)} if name.startswith("c_")},
    Type: {name for name in {**vars(CLinkerObject), **vars(CLinkerType)} if name.startswith("c_")},
}


def patch_operations_and_types() -> None:
    """Have classes of operations and types adapted while they are made."""
    make = MetaType.__new__

    def make_adapted(
        kind: Any, name: str, bases: tuple[Any, ...], contents: dict[str, Any], **named: Any
    ) -> Any:
        for root, with_c in ((Op, COp), (Type, CType)):
            if any(issubclass(base, root) for base in bases):
                bases = _bases(root, with_c, bases, contents)
                contents = {key: _adapted(key, value) for key, value in contents.items()}
        if all(getattr(base, "perform", None) is Op.perform for base in bases):
            contents = {"perform": _no_perform, **contents}
        return make(kind, name, bases, contents, **named)

    MetaType.__new__ = make_adapted


def _bases(
    root: Any, with_c: Any, bases: tuple[Any, ...], contents: dict[str, Any]
) -> tuple[Any, ...]:
    """Return the bases with which code in C is used, if there is any."""
    names = {name for part in (contents, *map(dir, bases)) for name in part}
    if not names & C_METHODS[root] or any(issubclass(base, with_c) for base in bases):
        return bases
    return (*(base for base in bases if base is not root), with_c)


def _adapted(name: str, value: Any) -> Any:
    """Return a method as Theano calls it today."""
    if not isinstance(value, FunctionType):
        return value
    if name in WITH_GRAPH:
        return without_graph(value, WITH_GRAPH[name], position=1)
    if name in WITH_KEYWORDS or name == "c_extract":
        return without_unknown_keywords(value)
    return value


def _no_perform(self: Any, node: Any, inputs: Any, output_storage: Any, params: Any = None) -> None:
    """Stand in for what an operation needs only where it has no code in C."""
    raise MethodNotDefined("perform", type(self), type(self).__name__)


def patch_optimizers() -> None:
    """Have optimizers that replace one node called with that node alone, if they expect that."""

    def adapt(cls: Any, /, **_: Any) -> None:
        if isinstance(vars(cls).get("transform"), FunctionType):
            cls.transform = without_graph(cls.transform, 3, position=1)

    def start(self: Any, fn: Any, tracks: Any = None, requirements: Any = ()) -> None:
        initialize(self, without_graph(fn, 2, position=0), tracks, requirements)

    LocalOptimizer.__init_subclass__ = classmethod(adapt)
    initialize = FromFunctionLocalOptimizer.__init__
    FromFunctionLocalOptimizer.__init__ = start


def patch_monitor_mode() -> None:
    """Have the functions that watch each node called without the graph, if they expect that."""
    initialize = MonitorMode.__init__

    def start(
        self: Any,
        pre_func: Any = None,
        post_func: Any = None,
        optimizer: Any = "default",
        linker: Any = None,
    ) -> None:
        watching = [f and without_graph(f, 4, position=0) for f in (pre_func, post_func)]
        initialize(self, *watching, optimizer, linker)

    MonitorMode.__init__ = start
