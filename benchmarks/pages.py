"""Measure how fast pages come to a phone, by Lighthouse, which imitates one.

What else the computer does makes a page slower: the pages take turns, with nothing beside them.
The figures go into ``results/pages.json``.
"""

import tempfile
from pathlib import Path
from statistics import median

from results import compare, show, write

from extensions.i18n.languages import languages
from tools.publishing import publish
from tools.publishing.host import served
from tools.publishing.lighthouse import PAGES, audit, scores
from tools.setup.browser import FOUND

ROUNDS = 3
MOST_LOST = 5
"""How many of Lighthouse's 100 points for speed a page may lose."""


def measure() -> dict[str, list[int]]:
    """Return each page's points for speed."""
    editions = [language.tag for language in languages()]
    browser = Path(FOUND.read_text(encoding="utf-8"))
    found: dict[str, list[int]] = {page: [] for page in PAGES}
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as address:
        publish.publish(Path("build/pages"), Path(folder), editions, address, {"address": {}})
        addresses = [f"{address}{editions[0]}/{page}.html" for page in found]
        for _ in range(ROUNDS):
            reports = audit(addresses, browser, ["performance"])
            for values, report in zip(found.values(), reports, strict=True):
                values.append(scores(report)["performance"])
    return found


def main() -> None:
    """Measure, write the results, and show them."""
    found = measure()
    for page, values in found.items():
        show(page, [float(value) for value in values], "points")
    write("pages", points=found)
    lost = {page: 100 - median(values) for page, values in found.items()}
    compare({f"points lost by {page}": (each, MOST_LOST) for page, each in lost.items()})


if __name__ == "__main__":
    main()
