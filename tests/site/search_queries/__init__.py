"""What readers search for, and what must come first: in English, and in Chinese.

A whole error message stands as another reader's computer printed it; a backslash at the end of a
line only keeps our lines short. An entry of the glossary with several terms has the address of its
first: the cost's is also the loss's.
"""

from typing import NamedTuple


class Query(NamedTuple):
    """What a reader types or pastes."""

    words: str
    first: str  # address that must come first; without "#...", any hit on that page will do
    among: tuple[str, ...] = ()  # addresses that must be among the first three hits
