"""The page on installation lists what this package changes in Theano, and nothing else."""

import re
from pathlib import Path

from theano_walkthrough.compat import settings
from theano_walkthrough.compat.old_settings import DEVICES, SEPARATOR
from theano_walkthrough.compat.repairs import REPAIRS
from theano_walkthrough.compat.speedups import WHILE_IMPORTING, afterwards

import pytest

PAGE = (Path(__file__).parents[2] / "docs/install.md").read_text(encoding="utf-8")
UPSTREAM = re.compile(
    r"https://github\.com/[\w-]+/[\w-]+/(?:issues|pull)/\d+|no upstream issue known"
)


def entries(title: str) -> dict[str, tuple[str, str, str]]:
    """Return what each entry of a section says, why, and how it's off, by the name at its start."""
    (section,) = re.findall(rf"^### {title}\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    found = re.findall(r"^`(.+?)` (.+)\n: (.+)\n: Off: (.+)$", section, re.MULTILINE)
    assert len(found) == section.count("\n: Off: ") == len(re.findall("\n`[^`]", section))
    return {name: (what, why, off) for name, what, why, off in found}


def flags(of: dict[str, str]) -> set[str]:
    return {f"{name}={value}" for name, value in of.items()}


def test_repairs() -> None:
    patches = {repair.__name__ for repair in REPAIRS}
    device = {"device": DEVICES["device"]}
    of_flags = flags(settings.REPAIRS | device) | {settings.NO_COMPILER, SEPARATOR}
    assert set(entries("Repairs")) == patches | of_flags


def test_speedups() -> None:
    assert set(entries("Speed-ups")) == {
        each.__name__ for each in (*WHILE_IMPORTING, *afterwards())
    }
    (flag,) = flags(settings.SPEEDUPS)
    assert f"`{flag}`" in entries("Speed-ups")["compiler_flags"][0]


@pytest.mark.parametrize("title", ["Repairs", "Speed-ups"])
def test_each_has_a_reason_a_fault_upstream_and_a_way_to_switch_it_off(title: str) -> None:
    for _, why, _ in entries(title).values():
        assert UPSTREAM.search(why)
