"""What functions do unless told otherwise."""

import inspect
from collections.abc import Callable
from typing import Any


def default(function: Callable[..., Any], parameter: str) -> Any:
    """Return the value that a parameter has if nobody gives one."""
    return inspect.signature(function).parameters[parameter].default
