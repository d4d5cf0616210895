"""The built site as a static host serves it, and a browser to visit it with."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, Page, Request, sync_playwright

from set_up_browser import FOUND

ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]


class Host(SimpleHTTPRequestHandler):
    """A host of files, which answers a wrong address with the site's own page for it."""

    def log_message(self, *details: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's page for wrong addresses."""
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder, and give its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(site))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@contextmanager
def started_browser(root: Path) -> Iterator[Browser]:
    """Start the browser that make test has found."""
    path = root / FOUND
    if not path.is_file():
        raise FileNotFoundError(
            "no browser has been looked for; run make test, which does it first"
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=root / path.read_text(encoding="utf-8"),
            args=ARGUMENTS,
            chromium_sandbox=os.geteuid() != 0,
        )
        yield browser
        browser.close()


class Reader:
    """Somebody who visits the site, and notes whatever goes wrong."""

    def __init__(self, browser: Browser, address: str, **settings: Any) -> None:
        self.address = address
        self.problems: list[str] = []
        self.context = browser.new_context(**settings)
        self.page = self.context.new_page()
        self.page.on("request", self._note_foreign)
        self.page.on("console", lambda said: self._note(said.type == "error", said.text))
        self.page.on("pageerror", lambda error: self._note(True, str(error)))
        self.page.on("requestfailed", self._note_failed)
        self.ignored = {"net::ERR_ABORTED"}  # the reader left before it had come
        if not settings.get("java_script_enabled", True):
            self.ignored.add("csp")  # how Chromium says that it doesn't fetch scripts

    def visit(self, path: str) -> Page:
        """Open a page of the site."""
        self.page.goto(self.address + path)
        return self.page

    def place(self) -> str:
        """Return where the reader is, within the site."""
        return self.page.url.removeprefix(self.address)

    def _note_foreign(self, request: Request) -> None:
        local = request.url.startswith((self.address, "data:"))
        self._note(not local, f"asked another host for {request.url}")

    def _note_failed(self, request: Request) -> None:
        self._note(request.failure not in self.ignored, f"{request.url}: {request.failure}")

    def _note(self, wrong: bool, problem: str) -> None:
        if wrong:
            self.problems.append(problem)
