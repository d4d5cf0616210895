"""A browser, and somebody who visits a site with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from tools.publishing.browser import started
from tools.setup.browser import FOUND


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
