"""The site's languages: the table that the Makefile, the extensions, tools and tests read."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from babel.messages.pofile import read_po

DOCS = Path(__file__).parents[2]
TABLE = DOCS / "languages.txt"


class Language(NamedTuple):
    """A row of the table."""

    code: str  # as Sphinx names it, such as zh_CN
    name: str  # what it calls itself

    @property
    def tag(self) -> str:
        """Its tag, as HTML wants it, such as zh-CN; its edition lies in a folder of that name."""
        return self.code.replace("_", "-")

    @property
    def catalogues(self) -> Path:
        """The folder of its translations."""
        return DOCS / "locale" / self.code / "LC_MESSAGES"

    def translator(self, catalogue: str) -> Callable[[str], str]:
        """Return a function that translates the messages of a catalogue, as far as it has them.

        Parameters
        ----------
        catalogue : str
            Its name, such as ``"sphinx"`` for what templates say.

        Returns
        -------
        callable
            Takes a message and returns its translation; in the first language, the message.
        """
        if self == languages()[0]:
            return str
        with (self.catalogues / f"{catalogue}.po").open("rb") as file:
            messages = {str(m.id): str(m.string) for m in read_po(file) if not m.fuzzy}
        return lambda message: messages.get(message) or message


def languages(table: Path = TABLE) -> list[Language]:
    """Read the table.

    Parameters
    ----------
    table : Path
        The file.

    Returns
    -------
    list of Language
        The rows; pages are written in the first language, and translated into the others.

    Raises
    ------
    ValueError
        If a row has no name in it.

    Examples
    --------
    >>> [(language.tag, language.name) for language in languages()]
    [('en', 'English'), ('zh-CN', '中文')]
    """
    rows = [line for line in table.read_text(encoding="utf-8").splitlines() if line.strip()]
    found = []
    for row in rows:
        if row.startswith("#"):
            continue
        code, _, name = row.partition(" ")
        if not name.strip():
            raise ValueError(f"{table.name}: a row must hold a code and a name, got {row!r}")
        found.append(Language(code, name.strip()))
    return found
