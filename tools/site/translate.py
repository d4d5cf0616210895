"""Bring the catalogues up to date with the site in English, and say what is left to do."""

import subprocess
import sys

from catalogues import TEMPLATES, TRANSLATIONS, left_to_do, read


def update() -> None:
    """Take over new messages, and forget those that are gone."""
    for path in TRANSLATIONS.rglob("*.po"):
        if not (TEMPLATES / path.relative_to(TRANSLATIONS)).with_suffix(".pot").is_file():
            path.unlink()
    command = [sys.executable, "-m", "sphinx_intl", "update", "--language", "zh_CN"]
    command += ["--pot-dir", str(TEMPLATES), "--locale-dir", str(TRANSLATIONS.parents[1])]
    command += ["--line-width", "0", "--no-obsolete"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


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
    update()
    report()
