"""A browser, and a host of files to visit with it."""

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple
from urllib.parse import urlencode

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from tools.publishing.browser import started
from tools.setup.browser import FOUND


@cache
def compressed(path: Path, _changed: int) -> bytes:
    """Return a file as a host sends it; browsers ask for the same ones again and again."""
    return gzip.compress(path.read_bytes(), 6)


class Host(SimpleHTTPRequestHandler):
    """A host of files, which answers a wrong address with the site's own page for it."""

    def log_message(self, *details: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Send a file; text is compressed, as any host does it."""
        path = Path(self.translate_path(self.path))
        if path.suffix not in {".html", ".css", ".js", ".svg"} or not path.is_file():
            super().do_GET()
            return
        body = compressed(path, path.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(path)}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")  # the site's next pages use it, too
        self.end_headers()
        self.wfile.write(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's page for wrong addresses, if it has one."""
        page = Path(self.directory, "404.html")
        if not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    """A server that doesn't mind when a reader leaves before everything has come."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Report what went wrong, unless it's only that."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder, and give its address."""
    with Server(("127.0.0.1", 0), partial(Host, directory=str(site))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
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
    with started(root / path.read_text(encoding="utf-8")) as browser:
        yield browser


class Result(NamedTuple):
    """What a search shows for one place that it found."""

    address: str  # relative to the edition, such as help.html#slow
    title: str
    excerpt: str
    marked: list[str]


class Reader:
    """Somebody who visits a site, and notes whatever goes wrong."""

    def __init__(self, browser: Browser, address: str, **settings: Any) -> None:
        self.address = address
        self.problems: list[str] = []
        self.context = browser.new_context(**{"locale": "en-US"} | settings)
        self.page = self.context.new_page()
        self.page.on("request", self._note_foreign)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self._note(True, str(error)))
        self.page.on("requestfailed", self._note_failed)
        self.ignored = {"net::ERR_ABORTED"}  # the reader left before it had come
        if not settings.get("java_script_enabled", True):
            self.ignored.add("csp")  # how Chromium says that it doesn't fetch scripts

    def visit(self, path: str) -> Page:
        """Open a page of the site."""
        self.page.goto(self.address + path)
        return self.page

    def reaches(self, path: str) -> None:
        """Wait until a page of the site is there, styles and all."""
        self.page.wait_for_url(lambda address: address == self.address + path, wait_until="load")

    def _note_foreign(self, request: Request) -> None:
        local = request.url.startswith((self.address, "data:"))
        self._note(not local, f"asked another host for {request.url}")

    def search(self, edition: str, query: str) -> list["Result"]:
        """Search from the search page, by its address."""
        self.visit(f"{edition}search.html?{urlencode({'q': query})}")
        return self.found(query)

    def paste(self, query: str) -> list["Result"]:
        """Search for something else on the same page."""
        self.page.evaluate(
            """(text) => {
                const input = document.querySelector("main .bd-search input");
                const clipboardData = new DataTransfer();
                clipboardData.setData("text", text);
                input.value = "";
                const event = new ClipboardEvent("paste", { clipboardData, cancelable: true });
                if (!input.dispatchEvent(event)) return;
                input.value = text;
                input.dispatchEvent(new Event("input"));
            }""",
            query,
        )
        return self.found(query)

    def found(self, query: str, where: str = "main") -> list["Result"]:
        """Wait until a search is done, and return what it has found."""
        self.page.wait_for_function(
            "([where, query]) => document.querySelector(`${where} .search-results`).dataset.query"
            " === query",
            arg=[where, " ".join(query.split())],
        )
        found = self.page.evaluate(
            """(where) => [...document.querySelectorAll(`${where} .search-results ol > li`)].map(
                (item) => {
                    const link = item.querySelector("a");
                    const root = new URL(document.documentElement.dataset.content_root, location);
                    return [
                        link.href.replace(root.href, "").replace(/\\?[^#]*/, ""),
                        link.textContent,
                        item.querySelector(".excerpt").textContent,
                        [...item.querySelectorAll("mark")].map((mark) => mark.textContent),
                    ];
                },
            )""",
            where,
        )
        return [Result(*result) for result in found]

    def _hear(self, said: ConsoleMessage) -> None:
        # Browsers ask for this icon by themselves where a page names none.
        icon = said.location["url"] == f"{self.address}favicon.ico"
        self._note(said.type == "error" and not icon, said.text)

    def _note_failed(self, request: Request) -> None:
        self._note(request.failure not in self.ignored, f"{request.url}: {request.failure}")

    def _note(self, wrong: bool, problem: str) -> None:
        if wrong:
            self.problems.append(problem)
