"""Bring the catalogues up to date with the site in English, and say what is left to do."""

import subprocess
import sys
from pathlib import Path

from extensions.i18n.languages import Language, languages
from extensions.i18n.markdown import READMES, translate_markdown
from tools.translation.catalogues import TEMPLATES, UnreadableCatalogue, left_to_do, read

README = Path("README.md")


def update(language: Language) -> None:
    """Take over new messages, and forget those that are gone."""
    for path in language.catalogues.rglob("*.po"):
        read(path)  # sphinx-intl would drop what it can't read
    for path in language.catalogues.rglob("*.po"):
        if not (TEMPLATES / path.relative_to(language.catalogues)).with_suffix(".pot").is_file():
            path.unlink()
    command = [sys.executable, "-m", "sphinx_intl", "update", "--language", language.code]
    command += ["--pot-dir", str(TEMPLATES), "--locale-dir", str(language.catalogues.parents[1])]
    command += ["--line-width", "0", "--no-obsolete"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def readme_name(language: Language) -> str:
    """Return the name of the README in a language."""
    return README.name if language == languages()[0] else f"README.{language.tag}.md"


def readme(language: Language) -> str:
    """Return the README in a language.

    Parameters
    ----------
    language : Language
        The language.

    Returns
    -------
    str
        The text, with links to the README in each language; what isn't translated stays in
        English.
    """
    text = README.read_text(encoding="utf-8")
    links = " · ".join(f"[{each.name}]({readme_name(each)})" for each in languages())
    return translate_markdown(READMES.sub(links, text), language.translator("readme"))


def report(language: Language) -> None:
    """Print what is left to do, and how much is done."""
    for line in left_to_do(TEMPLATES, language.catalogues, language.code):
        print(line)
    catalogues = [read(path) for path in language.catalogues.rglob("*.po")]
    messages = [message for catalogue in catalogues for message in catalogue if message.id]
    fuzzy = sum(message.fuzzy for message in messages)
    translated = sum(bool(message.string) and not message.fuzzy for message in messages)
    done = f"{len(messages)} messages: {translated} translated, {fuzzy} fuzzy."
    print(f"{language.name}: {done}")


if __name__ == "__main__":
    if not TEMPLATES.is_dir():
        sys.exit(f"{TEMPLATES} must hold the messages of the pages; run make translate.")
    try:
        for language in languages()[1:]:
            update(language)
            report(language)
        for language in languages():
            Path(readme_name(language)).write_text(readme(language), encoding="utf-8")
    except UnreadableCatalogue as problem:
        sys.exit(str(problem))
