"""Words that a search takes for each other, from ``synonyms.txt``."""

from collections import Counter
from pathlib import Path

FILE = "synonyms.txt"
BETWEEN = " = "


class SynonymError(ValueError):
    """A line that can't be used."""


def read_synonyms(path: Path) -> list[list[str]]:
    """Read the groups of words that mean the same.

    Parameters
    ----------
    path : Path
        The file. A line holds a group, with ``=`` between its words; others are empty or
        begin with ``#``.

    Returns
    -------
    list of list of str
        The groups, in their order; none if there's no file.

    Raises
    ------
    SynonymError
        If a line has a single word, or a word stands twice.
    """
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    groups = [
        [word.strip() for word in line.split(BETWEEN)]
        for line in lines
        if line.strip() and not line.startswith("#")
    ]
    for group in groups:
        if len(group) < 2 or not all(group):
            raise SynonymError(f"{path.name}: a line must be like 'a = b', got {group[0]!r}")
    for word, count in Counter(word for group in groups for word in group).items():
        if count > 1:
            raise SynonymError(f"{path.name}: a word must stand once, got {count} times {word!r}")
    return groups
