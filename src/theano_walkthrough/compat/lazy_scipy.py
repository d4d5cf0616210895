"""Import two parts of SciPy lazily: they take as long as all the rest of Theano's import.

Theano loads statistics for a few random distributions; they'll be loaded when one of these runs.
And it loads signal processing for a module that SciPy no longer has, so it does without anyway.
PyTensor does the same since 2025: https://github.com/pymc-devs/pytensor/pull/1268
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

from theano_walkthrough.compat.temporary import added


@contextmanager
def lazy_scipy() -> Iterator[None]:
    """Put SciPy's statistics off while Theano is imported."""
    signal = None  # keeps Python from importing it
    with added(sys.modules, {"scipy.stats": _later("scipy.stats"), "scipy.signal": signal}):
        yield


def _later(name: str) -> ModuleType:
    def load(attribute: str) -> Any:
        return getattr(import_module(name), attribute)

    module = ModuleType(name)
    vars(module)["__getattr__"] = load
    return module
