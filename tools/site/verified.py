"""Keep what a full run of the tests has proven, for as long as nothing has changed.

``make test`` ends with ``python tools/site/verified.py``, which writes a report; publish.py shows
it on every page while the files that it was made from are the same.
"""

import hashlib
import json
import os
import platform
import time
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree

REPORT = Path("build", "verified.json")
TESTS = Path("build", "tests.xml")  # pytest's own report
OUTPUTS = Path("build", "doctest", "checked")  # written by extensions/counted_doctest.py
FILES = ("requirements.lock", "pyproject.toml", "README.md", "README.zh-CN.md", "CHANGELOG.md")
FOLDERS = ("src", "docs", "tests", "tools")
MADE = {"__pycache__", "chapters", "beyond"}


def fingerprint(root: Path) -> str:
    """Return what changes with any file that the tests depend on."""
    digest = hashlib.sha256()
    files = [root / name for name in FILES]
    for folder in FOLDERS:
        files += sorted(
            path
            for path in (root / folder).rglob("*")
            if path.is_file()
            and path.suffix != ".mo"
            and not MADE & set(path.relative_to(root).parts)
        )
    for path in files:
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def report() -> dict[str, str]:
    """Return what the run that has just ended has proven."""
    (suite,) = ElementTree.parse(TESTS).getroot().iter("testsuite")
    passed = int(suite.attrib["tests"])
    if any(int(suite.attrib[kind]) for kind in ("errors", "failures", "skipped")):
        raise ValueError(f"{TESTS} must be of a run in which every test passed")
    day = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", time.time())))
    return {
        "date": time.strftime("%Y-%m-%d", day),
        "python": platform.python_version(),
        "theano": version("theano-pymc"),
        "numpy": version("numpy"),
        "checks": str(passed + int(OUTPUTS.read_text(encoding="utf-8"))),
        "files": fingerprint(Path()),
    }


def proven() -> dict[str, str] | None:
    """Return the last report, unless a file has changed since, or there is none."""
    if not REPORT.is_file():
        return None
    known: dict[str, str] = json.loads(REPORT.read_text(encoding="utf-8"))
    return known if known["files"] == fingerprint(Path()) else None


if __name__ == "__main__":
    REPORT.write_text(json.dumps(report(), indent=2) + "\n", encoding="utf-8")
