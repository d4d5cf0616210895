"""What Theano 1.0 had for Python 2 and 3 at once, and small helpers that Python has itself."""

import configparser
import hashlib
import operator
import sys
import warnings
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, ValuesView
from importlib import reload
from io import BytesIO
from pathlib import Path
from typing import Any

import theano
from theano.graph.type import CType
from theano.utils import Singleton

__all__ = [
    "PY3",
    "AsTensorError",
    "BytesIO",
    "CachedConstantError",
    "Callable",
    "DictMixin",
    "Iterable",
    "Mapping",
    "OrderedDict",
    "SingletonType",
    "ValuesView",
    "b",
    "configparser",
    "debug_assert",
    "debug_error_message",
    "decode",
    "decode_iter",
    "decode_with",
    "deprecated",
    "function",
    "give_variables_names",
    "has_handlers",
    "hash_from_file",
    "hashtype",
    "hist",
    "ifilter",
    "imap",
    "izip",
    "next",
    "operator_div",
    "reload",
    "remove",
    "undef",
    "unique",
]
PY3 = True
AsTensorError = TypeError
DictMixin = MutableMapping
imap, izip, ifilter, next = map, zip, filter, next
operator_div = operator.truediv
undef = object()
function = sys.modules["theano.compile.function"]
"""A module that can be called; see `patches`."""


class CachedConstantError(Exception):
    """What Theano raised for constants that it kept, which it no longer does."""


class SingletonType(CType, Singleton):  # type: ignore[misc]  # Theano has no types
    """A type of which there is only one."""


def b(s: str) -> bytes:
    """Return text as bytes."""
    return s.encode("latin-1")


def decode(x: bytes) -> str:
    """Return bytes as text."""
    return x.decode()


def decode_iter(itr: Iterable[bytes]) -> Iterator[str]:
    """Return each of some bytes as text."""
    return (x.decode() for x in itr)


def decode_with(x: bytes, encoding: str) -> str:
    """Return bytes as text in an encoding."""
    return x.decode(encoding)


def has_handlers(logger: Any) -> bool:
    """Tell whether something shows what is logged."""
    return bool(logger.hasHandlers())


def hashtype(self: object) -> int:
    """Return a number that things of the same class share."""
    kind = type(self)
    return hash(kind.__name__) ^ hash(kind.__module__)


def hash_from_file(file_path: str) -> str:
    """Return a digest of a file, as Theano's ``hash_from_code`` of its content."""
    return "m" + hashlib.sha256(Path(file_path).read_bytes()).hexdigest()


def hist(coll: Iterable[Any]) -> dict[Any, int]:
    """Count how often each thing is there."""
    return dict(Counter(coll))


def unique(x: Any) -> bool:
    """Tell whether nothing is there twice."""
    return len(set(x)) == len(x)


def remove(predicate: Callable[[Any], Any], coll: Iterable[Any]) -> list[Any]:
    """Return the things of which a predicate is false."""
    return [x for x in coll if not predicate(x)]


def give_variables_names(variables: Any) -> Any:
    """Give variables names of which none is there twice."""
    names = Counter(variable.name for variable in variables)
    nameless = [v for v in variables if not v.name or names[v.name] > 1]
    for i, variable in enumerate(nameless):
        variable.name = f"{variable.name or ''}_{i}"
    if not unique([str(variable) for variable in variables]):
        raise ValueError("Some variables still share a name: give each its own.")
    return variables


def deprecated(filename: str, msg: str = "") -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Print a warning the first time that a function is called."""

    def mark(function: Callable[..., Any]) -> Callable[..., Any]:
        warned: list[bool] = []

        def call(*values: Any, **named: Any) -> Any:
            if not warned:
                print(f"WARNING: {filename}.{function.__name__} deprecated. {msg}")
                warned.append(True)
            return function(*values, **named)

        return call

    return mark


def debug_error_message(msg: str) -> None:
    """Raise ValueError, or warn, as the setting ``compute_test_value`` has it."""
    _raise_or_warn(ValueError(msg))


def debug_assert(condition: Any, msg: str | None = None) -> None:
    """Raise AssertionError, or warn, where a condition doesn't hold for test values."""
    if not condition:
        _raise_or_warn(AssertionError(msg or "debug_assert failed"))


def _raise_or_warn(error: Exception) -> None:
    if theano.config.compute_test_value in ("raise", "ignore"):
        raise error
    warnings.warn(str(error), stacklevel=3)
