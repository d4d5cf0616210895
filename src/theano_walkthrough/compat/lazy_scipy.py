"""Import two parts of SciPy lazily: they take as long as all the rest of Theano's import.

Theano loads statistics for a few random distributions; they'll be loaded when one of these runs.
And it loads signal processing for a module that SciPy no longer has, so it does without anyway.
"""

from importlib import import_module
from types import ModuleType
from typing import Any


def lazy_modules() -> dict[str, ModuleType | None]:
    """Return modules that put SciPy's statistics off; None keeps Python from importing one."""
    return {"scipy.stats": _later("scipy.stats"), "scipy.signal": None}


def _later(name: str) -> ModuleType:
    def load(attribute: str) -> Any:
        return getattr(import_module(name), attribute)

    module = ModuleType(name)
    vars(module)["__getattr__"] = load
    return module
