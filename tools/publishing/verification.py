"""Keep what a full run of the tests has proven, for as long as nothing has changed.

``make test`` ends with this module, which writes a report; publish shows it on every page while
the files that it was made from are the same.
"""

import json
import os
import sys
import time
from fnmatch import fnmatchcase
from pathlib import Path
from xml.etree import ElementTree

from tools.publishing.digest import digest

REPORT = Path("build", "verified.json")
TESTS = Path("build", "tests.xml")  # pytest's own report
OUTPUTS = Path("build", "doctest", "checked.json")  # written by extensions/doctests/builder.py


class LeftOutError(Exception):
    """Not every test has run."""


def fingerprint(root: Path) -> str:
    """Return what changes with any file that the tests may depend on."""
    return digest(files(root), root)


def files(root: Path) -> list[Path]:
    """Return all that is neither built nor a person's own, with or without Git.

    Of the patterns in .gitignore those are understood that are there: a name, perhaps with a
    star in it, or a place in the top folder.
    """
    lines = (root / ".gitignore").read_text(encoding="utf-8").splitlines()
    patterns = ["/.git", *(line.rstrip("/") for line in lines if line and line[0] != "#")]
    found: list[Path] = []
    folders = [root]
    while folders:
        for path in folders.pop().iterdir():
            place = f"/{path.relative_to(root).as_posix()}"
            if any(fnmatchcase(place if p[0] == "/" else path.name, p) for p in patterns):
                continue
            if path.is_dir():
                folders.append(path)
            elif path.is_file():  # editors leave links that lead nowhere
                found.append(path)
    return sorted(found)


def report() -> dict[str, str]:
    """Return what the run that has just ended has proven."""
    (suite,) = ElementTree.parse(TESTS).getroot().iter("testsuite")
    passed = int(suite.attrib["tests"])
    if any(int(suite.attrib[kind]) for kind in ("errors", "failures")):
        raise ValueError(f"{TESTS} must be of a run in which every test passed")
    left_out = int(suite.attrib["skipped"])
    if left_out:
        raise LeftOutError(
            f"The tests passed, but {left_out} were left out, as said above; so pages don't say "
            "that all checks passed."
        )
    counts = json.loads(OUTPUTS.read_text(encoding="utf-8"))
    day = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", time.time())))
    return {
        "date": time.strftime("%Y-%m-%d", day),
        "checks": str(passed + counts["outputs"]),
        "claims": str(counts["claims"]),
        "files": fingerprint(Path()),
    }


def proven() -> dict[str, str] | None:
    """Return the last report, unless a file has changed since, or there is none."""
    if not REPORT.is_file():
        return None
    try:
        known: dict[str, str] = json.loads(REPORT.read_text(encoding="utf-8"))
    except ValueError:  # half written, say
        return None
    return known if known["files"] == fingerprint(Path()) else None


if __name__ == "__main__":
    try:
        REPORT.write_text(json.dumps(report(), indent=2) + "\n", encoding="utf-8")
    except LeftOutError as reason:
        REPORT.unlink(missing_ok=True)
        print(reason)
    except FileNotFoundError as missing:
        sys.exit(f"{missing.filename} isn't there; run make test, which writes it.")
