"""The page on installation lists what this package changes in Theano, and nothing else."""

import re
from pathlib import Path

from theano_walkthrough.compat import settings
from theano_walkthrough.compat.repairs import REPAIRS
from theano_walkthrough.compat.speedups import WHILE_IMPORTING, afterwards

import pytest

PAGE = (Path(__file__).parents[2] / "docs/install.md").read_text(encoding="utf-8")
UPSTREAM = re.compile(
    r"https://github\.com/[\w-]+/[\w-]+/(?:issues|pull)/\d+|no upstream issue known"
)


def rows(title: str) -> dict[str, list[str]]:
    """Return the cells of each row of a section's table, by the name at its start."""
    (section,) = re.findall(rf"^### {title}\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    _, _, *lines = [line for line in section.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {re.findall("^`(.+?)`", row[0])[0]: row for row in cells}


def flags(of: dict[str, str]) -> set[str]:
    return {f"{name}={value}" for name, value in of.items()}


def test_repairs() -> None:
    patches = {repair.__name__ for repair in REPAIRS}
    assert set(rows("Repairs")) == patches | flags(settings.REPAIRS) | {settings.NO_COMPILER}


def test_speedups() -> None:
    assert set(rows("Speed-ups")) == {each.__name__ for each in (*WHILE_IMPORTING, *afterwards())}
    (flag,) = flags(settings.SPEEDUPS)
    assert f"`{flag}`" in rows("Speed-ups")["compiler_flags"][0]


@pytest.mark.parametrize("title", ["Repairs", "Speed-ups"])
def test_each_has_a_reason_a_fault_upstream_and_a_way_to_switch_it_off(title: str) -> None:
    for what, why, off in rows(title).values():
        assert what.partition("` ")[2]
        assert UPSTREAM.search(why)
        assert off
