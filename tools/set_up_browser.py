"""Find a Chromium for the tests that look at the site as a reader does, or fetch one."""

import os
import shutil
import subprocess
from contextlib import suppress
from typing import Any, Dict, Iterator, Optional

from logged import DETAILS, CommandFailed, Problem, main, run
from set_up import ENVIRONMENT

FOUND = ENVIRONMENT / ".browser"
FETCHED = ENVIRONMENT / "browsers"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIETLY: Dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
ON_A_MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def set_up_browser() -> None:
    """Note where a browser is; fetch one if there is none."""
    browser = find_browser() or fetch()
    FOUND.write_text(browser)


def find_browser() -> Optional[str]:
    """Return the path of the browser that CHROMIUM names, or of any that is installed."""
    named = os.environ.get("CHROMIUM")
    if named:
        path = shutil.which(named)
        if path is None or not starts(path):
            raise Problem(f"CHROMIUM must name a browser that can be started, not {named}.")
        return path
    return next(filter(starts, candidates()), None)


def candidates() -> Iterator[str]:
    """Yield programs that may be a browser, a fetched one last."""
    yield from filter(None, map(shutil.which, (*NAMES, *ON_A_MAC)))
    yield from map(str, sorted(FETCHED.glob("chromium*/*/*headless*shell")))


def starts(program: str) -> bool:
    """Tell whether a program starts: some systems have one that only says how to install it."""
    try:
        return subprocess.run([program, "--version"], **QUIETLY).returncode == 0
    except OSError:
        return False


def fetch() -> str:
    """Fetch the browser that Playwright would take, and return its path."""
    print("Fetching a browser for the tests ...", flush=True)
    command = [str(ENVIRONMENT / "bin" / "python"), "-m", "playwright", "install"]
    settings = {
        "PLAYWRIGHT_BROWSERS_PATH": str(FETCHED.resolve()),
        "PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000",
    }
    with suppress(CommandFailed):  # the sentence below says what to do
        run([*command, "--only-shell", "chromium"], **settings)
    browser = find_browser()
    if browser is None:
        raise Problem(
            "make test needs Chromium or Chrome, and none was found or could be fetched; install "
            "one (on Debian and Ubuntu: apt install chromium), or name yours in CHROMIUM, and "
            f"run make again ({DETAILS})."
        )
    return browser


if __name__ == "__main__":
    main(set_up_browser)
