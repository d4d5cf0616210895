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
from tools.publishing.digest import digest

STAMP = Path("build", "site.stamp")
"""Two lines: digests of what the site was made from, and, once it's there, of what was made."""
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
    found = sorted(path for folder in MADE for path in folder.rglob("*") if path.is_file())
    return digest(found, Path())


def begin(tags: list[str]) -> bool:
    """Tell whether the site is up to date; if not, note what it's going to be made from."""
    now = inputs(tags)
    stamp = STAMP.read_text(encoding="utf-8") if STAMP.is_file() else ""
    made_from, _, made = stamp.partition("\n")
    if made_from == now and made == outputs():
        return True
    STAMP.parent.mkdir(exist_ok=True)
    STAMP.write_text(now, encoding="utf-8")
    return False


def end() -> None:
    """Note what has been made."""
    begun = STAMP.read_text(encoding="utf-8").splitlines()[0]
    STAMP.write_text(f"{begun}\n{outputs()}", encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:]:
        sys.exit(not begin(sys.argv[1:]))
    end()
