"""The table of what passes: its rows, and what differs from them.

Below the row of a file stand its tests that fail, each after the reason why:
``theano`` if it fails without our package, too, ``speed-up`` if it passes without our speed-ups,
as it looks for something that one of them replaces, ``ours`` if only our package can be why.
"""

from dataclasses import dataclass, field
from pathlib import Path

from tools.upstream_tests.running import Result

REASONS = ("theano", "speed-up", "ours")
INDENT = "    "
WHOLE = "(the file)"
"""Stands for a file that can't be imported."""


@dataclass(frozen=True)
class Row:
    """How many tests of a file pass and are skipped, which fail for what reason, and how long."""

    passed: int
    skipped: int
    seconds: int
    failed: dict[str, str] = field(default_factory=dict)


Table = dict[str, Row]


def read(path: Path) -> Table:
    """Read a table; one that isn't there is empty."""
    table: Table = {}
    file = ""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    for line in lines:
        if line.startswith(INDENT):
            reason, test = line.split(maxsplit=1)
            table[file].failed[file if test == WHOLE else f"{file}::{test}"] = reason
        elif not line.startswith("#"):
            file, passed, _failed, skipped, seconds = line.split()
            table[file] = Row(int(passed), int(skipped), int(seconds))
    return table


def write(table: Table, path: Path) -> None:
    """Write a table, sorted."""
    width = max(map(len, table), default=0)
    lines = [f"# {'file':{width - 2}}{'passed':>8}{'failed':>8}{'skipped':>9}{'seconds':>9}"]
    for file, row in sorted(table.items()):
        numbers = f"{row.passed:8}{len(row.failed):8}{row.skipped:9}{row.seconds:9}"
        lines.append(f"{file:{width}}{numbers}")
        for test, reason in sorted(row.failed.items()):
            lines.append(f"{INDENT}{reason} {test[len(file) + 2 :] or WHOLE}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def differences(file: str, row: Row, result: Result) -> list[str]:
    """Return a sentence for each test that passed and no longer does."""
    new = sorted(result.failed - row.failed.keys())
    told = [f"{test} fails; it passed." for test in new]
    gone = row.passed - len(result.passed) - len(new)
    if gone > 0:
        tests = (
            "test passes than did, and it doesn't"
            if gone == 1
            else "tests pass than did, and they don't"
        )
        told.append(f"{file}: {gone} fewer {tests} fail.")
    return told
