"""Say what is left to do in the catalogues of a translation."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.pofile import read_po

from messages import problems

LOCALE = Path("docs/locale")


def unfinished(catalogue: Path) -> Iterator[str]:
    """Say what is left to do in one catalogue.

    Parameters
    ----------
    catalogue : Path
        A file of messages, ``*.po``.

    Yields
    ------
    str
        A line about each problem, with its place.
    """
    with catalogue.open("rb") as file:
        messages = read_po(file)
    for message in messages:
        if not message.id:
            continue
        where = f"{catalogue}: {message.id[:60]!r}"
        if message.fuzzy:
            yield f"{where}: fuzzy: check it, and take the mark away"
        for problem in problems(str(message.id), str(message.string)):
            yield f"{where}: {problem}"
    for message in messages.obsolete.values():
        yield f"{catalogue}: {message.id[:60]!r}: obsolete"


def main(catalogues: Iterable[Path]) -> None:
    """Print what is left to do, and fail if there is any."""
    left = [line for catalogue in catalogues for line in unfinished(catalogue)]
    print("\n".join(left) if left else "Every message is translated.")
    sys.exit(bool(left))


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or sorted(LOCALE.rglob("*.po")))
