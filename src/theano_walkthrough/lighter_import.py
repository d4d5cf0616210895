"""Import Theano without two parts of SciPy that take as long as all the rest.

Theano loads statistics for a few random distributions; they'll be loaded when one of these runs.
And it loads signal processing for a module that SciPy no longer has, so it does without anyway.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


@contextmanager
def without_unneeded_parts() -> Iterator[None]:
    """Put SciPy's statistics off and leave its signal processing out, unless they're there."""
    stand_ins = {"scipy.stats": _later("scipy.stats"), "scipy.signal": None}
    put = {name: value for name, value in stand_ins.items() if name not in sys.modules}
    sys.modules.update(put)  # type: ignore[arg-type]  # None keeps Python from importing it
    try:
        yield
    finally:
        for name in put:
            del sys.modules[name]


def _later(name: str) -> ModuleType:
    def load(attribute: str) -> Any:
        return getattr(import_module(name), attribute)

    module = ModuleType(name)
    vars(module)["__getattr__"] = load
    return module
