"""Read the catalogues of a translation, and say what is left to do in them."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from tools.translation.messages import problems

TEMPLATES = Path("build/gettext")


class UnreadableCatalogue(ValueError):
    """A file isn't a catalogue."""


def read(path: Path) -> Catalog:
    """Read a catalogue, or a template for one.

    Parameters
    ----------
    path : Path
        A file that ends in ``.po`` or ``.pot``.

    Returns
    -------
    Catalog
        Its messages.

    Raises
    ------
    UnreadableCatalogue
        If a line isn't of the format, such as those that a conflict in Git leaves.
    """
    try:
        with path.open("rb") as file:
            return read_po(file, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as error:
        place = f"{path}:{error.lineno + 1}" if isinstance(error, PoFileError) else str(path)
        raise UnreadableCatalogue(f"{place}: a catalogue can't hold this: {error}.") from None


def identifiers(catalogue: Catalog) -> set[str]:
    """Return a catalogue's messages in English.

    Parameters
    ----------
    catalogue : Catalog
        The catalogue.

    Returns
    -------
    set of str
        The messages.
    """
    return {str(message.id) for message in catalogue if message.id}


def left_to_do(templates: Path, translations: Path, language: str) -> Iterator[str]:
    """Say what is left to do in all catalogues of a language.

    Parameters
    ----------
    templates : Path
        The folder of the messages to translate, as the site has them now.
    translations : Path
        The folder of their translations.
    language : str
        The language's code, such as ``"zh_CN"``.

    Yields
    ------
    str
        A line about each problem, with its place.
    """
    wanted = {path.relative_to(templates).with_suffix("") for path in templates.rglob("*.pot")}
    found = {path.relative_to(translations).with_suffix("") for path in translations.rglob("*.po")}
    yield from (f"{name}: there is no catalogue" for name in sorted(wanted - found))
    yield from (f"{name}: there is no such page any more" for name in sorted(found - wanted))
    for name in sorted(wanted & found):
        template = read(templates / name.with_suffix(".pot"))
        catalogue = read(translations / name.with_suffix(".po"))
        for message in sorted(identifiers(template) - identifiers(catalogue)):
            yield f"{name}: {message[:60]!r}: not in the catalogue"
        for message in sorted(identifiers(catalogue) - identifiers(template)):
            yield f"{name}: {message[:60]!r}: no longer on the page"
        yield from (f"{name}: {problem}" for problem in unfinished(catalogue, language))


def unfinished(catalogue: Catalog, language: str) -> Iterator[str]:
    """Say what is left to do in one catalogue.

    Parameters
    ----------
    catalogue : Catalog
        Messages and their translations.
    language : str
        The language's code.

    Yields
    ------
    str
        A line about each problem.
    """
    for message in catalogue:
        if not message.id:
            continue
        if message.fuzzy:
            yield f"{message.id[:60]!r}: fuzzy; look at it, and take the mark away"
        for problem in problems(str(message.id), str(message.string), language):
            yield f"{message.id[:60]!r}: {problem}"
    for identifier in catalogue.obsolete:
        yield f"{str(identifier)[:60]!r}: obsolete"
