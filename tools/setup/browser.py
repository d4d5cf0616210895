"""Find a Chromium that prints the books and looks at the site as readers do, or fetch one.

For Linux on x86-64 the lock in tools/setup/npm pins one that brings the libraries which it needs;
on other systems Playwright fetches one.
Runs in the environment, which can unpack what comes as Brotli.
"""

import io
import os
import platform
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Optional

import brotli

from tools.setup.environment import ENVIRONMENT
from tools.setup.npm_packages import install
from tools.setup.run import DETAILS, CommandFailed, Problem, main, run

FOUND = ENVIRONMENT / ".browser"
FETCHED = ENVIRONMENT / "browsers"
PINNED = FETCHED / "pinned"
PACKAGE = PINNED / "node_modules" / "@sparticuz" / "chromium" / "bin"
STARTER = PINNED / "chromium"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ON_A_MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)

# Finds the libraries wherever the folder goes.
START = """#!/bin/sh
here="${0%/*}"
export LD_LIBRARY_PATH="$here/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
exec "$here/program" "$@"
"""


def set_up_browser() -> None:
    """Note where a browser is; fetch one if there is none."""
    browser = find_browser() or fetch()
    FOUND.write_text(browser, encoding="utf-8")


def find_browser() -> Optional[str]:
    """Return the path of the browser that CHROMIUM names, or of any that is installed."""
    named = os.environ.get("CHROMIUM")
    if named:
        path = shutil.which(named)
        if path is None or not starts(path):
            raise Problem(f"CHROMIUM must name a browser that can be started, not {named}.")
        return str(Path(path).absolute())
    return next(filter(starts, candidates()), None)


def candidates() -> Iterator[str]:
    """Yield programs that may be a browser, fetched ones last."""
    yield from filter(None, map(shutil.which, (*NAMES, *ON_A_MAC)))
    yield str(STARTER)
    yield from map(str, sorted(FETCHED.glob("chromium*/*/*headless*shell")))


def starts(program: str) -> bool:
    """Tell whether a program is a browser that starts: some only say how to install one."""
    try:
        done = subprocess.run([program, "--version"], capture_output=True)
    except OSError:
        return False
    return done.returncode == 0 and b"Chrom" in done.stdout


def fetch() -> str:
    """Fetch the browser that is pinned, or else the one that Playwright would take."""
    print("Fetching a browser ...", flush=True)
    FETCHED.mkdir(exist_ok=True)
    if platform.system() == "Linux" and platform.machine() == "x86_64":
        install("A browser", PINNED, omit="dev")
        unpack()
    browser = find_browser() or fetch_by_playwright()
    if browser is None:
        raise Problem(
            "make test, and make book for its PDFs, need Chromium or Chrome, and none was found or "
            "could be fetched; install one (on Debian and Ubuntu: apt install chromium), or name "
            "yours in CHROMIUM, and "
            f"run make again ({DETAILS})."
        )
    return browser


def unpack() -> None:
    """Unpack the pinned browser and its libraries, and write what starts it with them."""
    program = PINNED / "program"
    program.write_bytes(brotli.decompress((PACKAGE / "chromium.br").read_bytes()))
    program.chmod(0o755)
    libraries = brotli.decompress((PACKAGE / "al2023.tar.br").read_bytes())
    with tarfile.open(fileobj=io.BytesIO(libraries)) as archive:
        archive.extractall(PINNED)
    STARTER.write_text(START, encoding="utf-8")
    STARTER.chmod(0o755)
    shutil.rmtree(PINNED / "node_modules")


def fetch_by_playwright() -> Optional[str]:
    """Fetch the browser that Playwright would take, if it has one for this system."""
    command = [str(ENVIRONMENT / "bin" / "python"), "-m", "playwright", "install"]
    settings = {
        "PLAYWRIGHT_BROWSERS_PATH": str(FETCHED.resolve()),
        "PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000",
    }
    with suppress(CommandFailed):  # the caller says what to do
        run([*command, "--only-shell", "chromium"], **settings)
    return find_browser()


if __name__ == "__main__":
    main(set_up_browser)
