"""How long a chapter takes follows from its words and its lines of code."""

from pathlib import Path

import pytest

from extensions.gallery.reading_time import minutes_to_read

START = '"""\nTitle\n=====\n'
PROSE = "word " * 2_000  # ten minutes
CODE = "\n\na = 1" * 120  # ten minutes


def section(title: str) -> str:
    return f"\n\n# %%\n# {title}\n# {'-' * len(title)}\n# "


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        (f'{START}"""', 5),  # at least
        (f'{START}{PROSE}"""', 10),
        (f'{START}"""\n{CODE}', 10),
        (f'{START}{PROSE}"""\n{CODE}', 20),
        (f'{START}"""\n{CODE}\n# Out:' + "\n# 1" * 60, 15),
        (f'{START}"""{section("More")}{PROSE}{CODE}', 20),
        (f'{START}{"word " * 2_400}"""', 10),
        (f'{START}{"word " * 2_600}"""', 15),
        (f'{START}.. summary:: {PROSE}"""', 5),
        (f'{START}:claim:`{"word " * 500}<{"word " * 2_000}>`"""', 5),
        (f'{START}"""{section("Try it yourself")}{PROSE}{CODE}', 5),
        (f'{START}{PROSE}"""{section("Try it yourself")}{PROSE}{section("More")}{PROSE}', 20),
        (f'{START}"""{section("Try it yourself")}{CODE}\n\n# %%\n# {PROSE}', 5),
    ],
)
def test_minutes(tmp_path: Path, text: str, minutes: int) -> None:
    script = tmp_path / "chapter.py"
    script.write_text(text + "\n", encoding="utf-8")
    assert minutes_to_read(script) == minutes
