"""Tell at once whether the site is what a build would make again.

What it was made from, and what was made, is known by contents: neither the times of files nor
their removal deceive it.
"""

import hashlib
import json
import os
import sys
import sysconfig
from pathlib import Path

from tools.publishing import verification

STAMP = Path("build", "site.json")
MADE = [Path("build", name) for name in ("html", "pages", "book")]
SETTINGS = ("SITE_ADDRESS", "REPOSITORY", "SOURCE_DATE_EPOCH")


def inputs(tags: list[str]) -> str:
    """Return a digest of all that the site depends on."""
    packages = Path(sysconfig.get_path("purelib")).glob("*.dist-info")
    report = verification.REPORT
    parts = [
        verification.fingerprint(Path()),
        tags,
        [os.environ.get(name) for name in SETTINGS],
        sorted(package.name for package in packages),
        report.read_text(encoding="utf-8") if report.is_file() else None,
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def outputs() -> str:
    """Return a digest of the site, and of the pages and books that it's put together from."""
    digest = hashlib.sha256()
    for path in sorted(path for folder in MADE for path in folder.rglob("*") if path.is_file()):
        digest.update(path.as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def begin(tags: list[str]) -> bool:
    """Tell whether the site is up to date; if not, note what it's going to be made from."""
    now = {"inputs": inputs(tags)}
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == _written(now | _made()):
        return True
    STAMP.parent.mkdir(exist_ok=True)
    STAMP.write_text(_written(now), encoding="utf-8")
    return False


def end() -> None:
    """Note what has been made."""
    begun = json.loads(STAMP.read_text(encoding="utf-8"))
    STAMP.write_text(_written(begun | _made()), encoding="utf-8")


def _made() -> dict[str, str]:
    return {"outputs": outputs()}


def _written(stamp: dict[str, str]) -> str:
    return json.dumps(stamp, indent=1) + "\n"


if __name__ == "__main__":
    if sys.argv[1:]:
        sys.exit(not begin(sys.argv[1:]))
    end()
