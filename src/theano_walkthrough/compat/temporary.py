"""Add things to a place for a while."""

from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from typing import Any


@contextmanager
def added(place: MutableMapping[str, Any], things: Mapping[str, Any]) -> Iterator[None]:
    """Add to a place what it lacks, and take that back afterwards."""
    missing = {name: thing for name, thing in things.items() if name not in place}
    place.update(missing)
    try:
        yield
    finally:
        for name in missing:
            del place[name]
