"""What the tool has to say about a line, and how it would change the text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Edit(NamedTuple):
    """New text for the bytes from start to end of the program in UTF-8."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Finding:
    """Something in a program that needs mending.

    Attributes
    ----------
    line : int
        Where it stands, from 1.
    what : str
        The piece of the program.
    remedy : str
        What is wrong, or what to write instead.
    help : str
        The label of its entry on the help page.
    certain : bool
        Whether the tool can mend it.
    edits : tuple of Edit
        What mends it, unless it's the import below, or mended already.
    old_name : bool
        Whether importing ``theano_walkthrough.compat.theano_1_0`` mends it.
    """

    line: int
    what: str
    remedy: str
    help: str
    certain: bool
    edits: tuple[Edit, ...] = ()
    old_name: bool = False

    def __str__(self) -> str:
        """Return what the tool prints after the file's name."""
        return f"{self.line}: {self.what}: {self.remedy} (help: {self.help})"


class Mended(NamedTuple):
    """A text after mending.

    Attributes
    ----------
    text : str
        The text with all that is certain mended.
    findings : list of Finding
        What needed or needs it, by line.
    """

    text: str
    findings: list[Finding]


def changed(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made; each is made once, and none inside another.

    Parameters
    ----------
    text : str
        The text.
    edits : iterable of Edit
        What to change, in any order.

    Returns
    -------
    str
        The new text.
    """
    before = text.encode()
    after = b""
    done = 0
    for start, end, new in sorted(set(edits)):
        if start < done:
            continue
        after += before[done:start] + new.encode()
        done = end
    return (after + before[done:]).decode()
