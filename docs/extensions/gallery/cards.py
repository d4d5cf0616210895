"""What others tell of a chapter: title and one sentence from its docstring, and its length."""

import ast
import re
from math import inf
from typing import NamedTuple

from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from extensions.gallery.chapters import Chapter, all_chapters
from extensions.gallery.reading_time import minutes_to_read
from extensions.i18n.page_catalogue import translator

SUMMARY = re.compile(
    r"(?m)^\.\. summary:: (?P<sentence>.+(?:\n +(?![ :]).+)*)(?P<options>(?:\n +:\w+: \d+)*)"
)
OPTION = re.compile(r":(\w+): (\d+)")
NUMBER = re.compile(r"\d+(?=_)")


class Card(NamedTuple):
    """A chapter, as others see it, in the edition's language."""

    chapter: Chapter
    title: str  # with its number, if the script's name begins with one
    sentence: str
    order: float
    picture: int | None  # the number of the chapter's figure that stands for it
    minutes: int  # that it takes to read


def cards(env: BuildEnvironment, folder: str) -> list[Card]:
    """Return the cards of a folder's chapters.

    They are ordered by the number that their names begin with, or else by the order that their
    summaries give; those without come last, by name.

    Parameters
    ----------
    env : BuildEnvironment
        Where Sphinx reads pages.
    folder : str
        The folder of the chapters' pages, such as ``"chapters"``.

    Returns
    -------
    list of Card
        The cards in order.

    Raises
    ------
    ExtensionError
        If a chapter has no summary, or the folder no chapter.
    """
    found = [
        _card(env, chapter)
        for chapter in all_chapters(env)
        if chapter.docname.startswith(f"{folder}/")
    ]
    if not found:
        raise ExtensionError(f"there must be a folder of chapters of that name, got {folder!r}")
    return sorted(found, key=lambda card: card.order)  # all_chapters are in the order of names


def _card(env: BuildEnvironment, chapter: Chapter) -> Card:
    docstring = ast.get_docstring(ast.parse(chapter.source.read_text(encoding="utf-8"))) or ""
    summary = SUMMARY.search(docstring)
    if summary is None:
        raise ExtensionError(
            f"{chapter.source.name}: below its title a chapter must say in one sentence what "
            "it's about: .. summary:: <sentence>"
        )
    translate = translator(env, chapter.docname)
    title = translate(docstring.partition("\n")[0])
    sentence = translate(" ".join(summary["sentence"].split()))
    options = {name: int(value) for name, value in OPTION.findall(summary["options"])}
    order, picture = options.get("order", inf), options.get("picture")
    if number := NUMBER.match(chapter.source.name):
        title, order = f"{number[0]}. {title}", int(number[0])
    return Card(chapter, title, sentence, order, picture, minutes_to_read(chapter.script))
