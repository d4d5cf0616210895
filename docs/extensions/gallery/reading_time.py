"""How long it takes to read a chapter, without its exercises.

All editions say the same, by the English words: a translation is as much to read. The Chinese
one has some 1.6 Han letters for each English word, and people read about as many more a minute.
"""

import re
from pathlib import Path

from sphinx_gallery.py_source_parser import split_code_and_text_blocks

from extensions.gallery.plain_prose import plain

WORDS_A_MINUTE = 200
LINES_A_MINUTE = 12  # of code, and of what it prints
ROUNDED_TO = 5

SECTION = re.compile(r"(?m)^(.+)\n-{3,}$")
EXERCISES = "Try it yourself"
NOT_READ = ("", "# Out:")


def minutes_to_read(script: Path) -> int:
    """Return about how many minutes a chapter takes.

    Parameters
    ----------
    script : Path
        The chapter's script, with the code that it shows.

    Returns
    -------
    int
        The minutes, to the nearest five.
    """
    words = lines = 0
    is_exercise = False
    for kind, content, *_place in split_code_and_text_blocks(script)[1]:
        if kind == "code":
            read = [line for line in content.splitlines() if line.strip() not in NOT_READ]
            lines += 0 if is_exercise else len(read)
            continue
        first, *others = SECTION.split(plain(content, str))
        words += 0 if is_exercise else len(first.split())
        for title, text in zip(others[::2], others[1::2], strict=True):
            is_exercise = title == EXERCISES
            words += 0 if is_exercise else len(f"{title} {text}".split())
    minutes = words / WORDS_A_MINUTE + lines / LINES_A_MINUTE
    return ROUNDED_TO * max(1, round(minutes / ROUNDED_TO))
