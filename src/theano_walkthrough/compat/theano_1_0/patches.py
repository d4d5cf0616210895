"""What of Theano itself is changed, so that things with an old name behave as they did."""

import sys
from types import ModuleType
from typing import Any

from theano_walkthrough.compat.theano_1_0.classes import (
    patch_monitor_mode,
    patch_operations_and_types,
    patch_optimizers,
)
from theano_walkthrough.compat.theano_1_0.settings_with_dots import patch_settings

import theano
from theano.tensor.basic import Flatten


def patch_theano() -> None:
    """Apply all of it."""
    patch_operations_and_types()
    patch_optimizers()
    patch_monitor_mode()
    patch_settings()
    patch_flatten()
    sys.modules["theano.compile.function"].__class__ = CallableModule


class CallableModule(ModuleType):
    """`theano.compile.function`, which was a function."""

    def __call__(self, *values: Any, **named: Any) -> Any:
        """Compile a function."""
        return theano.function(*values, **named)


def patch_flatten() -> None:
    """Let the operation be called with ``outdim``, and have it."""
    initialize = Flatten.__init__

    def start(self: Any, ndim: int = 1, outdim: int | None = None) -> None:
        initialize(self, ndim if outdim is None else outdim)

    Flatten.__init__ = start
    Flatten.outdim = property(lambda self: self.ndim)
