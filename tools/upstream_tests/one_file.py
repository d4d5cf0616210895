"""Run what is left of one file of Theano's tests, noting each test as it begins and ends.

Runs as a script, where Theano's tests lie: ``one_file.py NOTES HOW TEST...``, with a file or
with some of its tests.
The notes are lines of JSON, so that whatever was noted before a crash stays.
"""

import importlib
import json
import os
import sys
import types
from pathlib import Path

import pytest

OUTCOMES = ["passed", "skipped", "failed"]
"""From good to bad: a test is as bad as the worst of its setup, body and teardown."""


def prepare_theano(how: str) -> None:
    """Import our package first, or lend Theano no more than what it needs for its import."""
    if how != "bare":
        importlib.import_module("theano_walkthrough")
        return
    import numpy

    vars(numpy).update(bool=bool, complex=complex, int=int)
    sys.modules["pkg_resources"] = types.ModuleType("pkg_resources")
    vars(sys.modules["pkg_resources"])["DistributionNotFound"] = ImportError


class Notes:
    """A plugin of pytest that leaves out the tests that have notes, and takes notes of others."""

    def __init__(self, path: Path) -> None:
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        self.done = {test for word, test, *_ in map(json.loads, lines) if word in OUTCOMES}
        self.path = path
        self.outcome = ""
        self.reason = ""

    def _note(self, *what: str) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(what) + "\n")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what was run before."""
        items[:] = [item for item in items if item.nodeid not in self.done]

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note a file that can't be imported, or that skips itself."""
        if not report.passed:
            self._note(report.outcome, report.nodeid, reason(report))

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Note that a test began, which is all that will be known if it crashes."""
        self.outcome, self.reason = "passed", ""
        self._note("began", nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the worst outcome."""
        if OUTCOMES.index(report.outcome) > OUTCOMES.index(self.outcome):
            self.outcome, self.reason = report.outcome, reason(report)

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """Note how a test ended."""
        self._note(self.outcome, nodeid, self.reason)

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        """Note that no test is left."""
        if exitstatus != pytest.ExitCode.INTERNAL_ERROR:
            self._note("finished", "")


def reason(report: pytest.CollectReport | pytest.TestReport) -> str:
    """Return the message of what was raised, in short."""
    crash = getattr(report.longrepr, "reprcrash", None)
    return str(crash.message if crash else report.longrepr)[:300]


def run(notes: str, how: str, *tests: str) -> None:
    """Run tests of one file."""
    prepare_theano(how)
    options = ["-q", "--tb=short", "--rootdir=.", f"-c{os.devnull}", "-pno:cacheprovider"]
    pytest.main([*options, *tests], plugins=[Notes(Path(notes))])


if __name__ == "__main__":
    run(*sys.argv[1:])
