"""Tables of what the benchmarks have measured."""

import json

from bs4 import BeautifulSoup

from tests.docs.conftest import Site, build_chapters

RESULTS = {
    "steps": 100,
    "environment": {"date": "2026-01-31", "cores": 2, "processor": "x86_64", "python": "3.11.7"},
    "seconds": {"theano": [2.0, 1.0, 4.0], "node": [0.5, 0.4, 1.0], "numpy": [3.0, 3.0, 3.0]},
}
PAGE = "# Speed\n\n```{benchmark-table} training\n:relative-to: theano\n```\n"


def rows(page: str) -> list[list[str]]:
    table = BeautifulSoup(page, "lxml").select_one("table")
    return [[cell.text.strip() for cell in row.select("th, td")] for row in table.select("tr")]


def test_a_row_for_each_way_the_slowest_first(site: Site) -> None:
    site.write("docs/index.md", PAGE)
    results = site.write("benchmarks/results/training.json", json.dumps(RESULTS))
    built = site.build("extensions.benchmark_table")
    assert built.warnings == ""
    assert rows(built.page())[1:] == [
        ["NumPy, gradients by hand", "33", "1.5 (0.75 to 3)"],
        ["Theano, as the chapters call it", "50", "1"],
        ["the generated JavaScript, in Node", "200", "0.25 (0.25 to 0.4)"],
    ]
    assert "2026-01-31 with 2 cores (x86_64) and Python 3.11.7" in built.page()
    assert "3 times each" in built.page()

    results.write_text(json.dumps(RESULTS | {"steps": 1_000_000}), encoding="utf-8")
    assert rows(site.build("extensions.benchmark_table").page())[2][1] == "500\u202f000"


def test_a_row_stays_one_line_in_plain_text(site: Site) -> None:
    site.write("docs/index.md", PAGE)
    site.write("benchmarks/results/training.json", json.dumps(RESULTS))
    output = site.build("extensions.benchmark_table", "extensions.plain_text").output
    text = (output / "index.txt").read_text(encoding="utf-8")
    assert "| Theano, as the chapters call it   | 50 " in text


def test_downloads_do_without_the_table(chapters: Site) -> None:
    chapters.write("benchmarks/results/training.json", json.dumps(RESULTS))
    chapters.write(
        "docs/walkthrough/1_first.py",
        '''
        """
        First
        =====

        Words.
        """

        # %%
        # Before.
        #
        # .. benchmark-table:: training
        #    :relative-to: theano
        #
        # After.
        ''',
    )
    built = build_chapters(chapters, "html", "extensions.benchmark_table", "extensions.downloads")
    assert "NumPy, gradients by hand" in built.page("chapters/1_first.html")
    (script,) = built.output.glob("_downloads/*/1_first.py")
    assert "# Before.\n#\n# After." in script.read_text(encoding="utf-8")
