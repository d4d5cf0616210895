"""Bring the catalogues up to date with the site in English, and say what is left to do."""

import subprocess
import sys
from pathlib import Path

from extensions.i18n.markdown import translate_markdown
from tools.translation.catalogues import (
    TEMPLATES,
    TRANSLATIONS,
    UnreadableCatalogue,
    left_to_do,
    read,
)

CHINESE_README = Path("README.zh-CN.md")


def update() -> None:
    """Take over new messages, and forget those that are gone."""
    for path in TRANSLATIONS.rglob("*.po"):
        read(path)  # sphinx-intl would drop what it can't read
    for path in TRANSLATIONS.rglob("*.po"):
        if not (TEMPLATES / path.relative_to(TRANSLATIONS)).with_suffix(".pot").is_file():
            path.unlink()
    command = [sys.executable, "-m", "sphinx_intl", "update", "--language", "zh_CN"]
    command += ["--pot-dir", str(TEMPLATES), "--locale-dir", str(TRANSLATIONS.parents[1])]
    command += ["--line-width", "0", "--no-obsolete"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def chinese_readme() -> str:
    """Return the README in Chinese.

    Returns
    -------
    str
        The text; what isn't translated stays in English.
    """
    readme = Path("README.md").read_text(encoding="utf-8")
    translations = {str(m.id): str(m.string) for m in read(TRANSLATIONS / "readme.po")}
    return translate_markdown(readme, lambda message: translations.get(message) or message)


def report() -> None:
    """Print what is left to do, and how much is done."""
    for line in left_to_do(TEMPLATES, TRANSLATIONS):
        print(line)
    catalogues = [read(path) for path in TRANSLATIONS.rglob("*.po")]
    messages = [message for catalogue in catalogues for message in catalogue if message.id]
    fuzzy = sum(message.fuzzy for message in messages)
    translated = sum(bool(message.string) and not message.fuzzy for message in messages)
    print(f"{len(messages)} messages: {translated} translated, {fuzzy} fuzzy.")


if __name__ == "__main__":
    if not TEMPLATES.is_dir():
        sys.exit(f"{TEMPLATES} must hold the messages of the pages; run make translate.")
    try:
        update()
        CHINESE_README.write_text(chinese_readme(), encoding="utf-8")
        report()
    except UnreadableCatalogue as problem:
        sys.exit(str(problem))
