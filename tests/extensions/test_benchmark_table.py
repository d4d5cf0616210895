"""Tables and plots of what the benchmarks have measured."""

import json
import re
from itertools import pairwise

from bs4 import BeautifulSoup

from tests.extensions.conftest import DOCS, Site, build_chapters

ENVIRONMENT = {"date": "2026-01-31", "cores": 2, "processor": "x86_64", "python": "3.11.7"}
RESULTS = {
    "steps": 100,
    "environment": ENVIRONMENT,
    "seconds": {"theano": [2.0, 1.0, 4.0], "node": [0.5, 0.4, 1.0], "numpy": [4.0, 4.0, 4.0]},
}
GROWTH = {
    "environment": ENVIRONMENT,
    "seconds": {
        "starts": {"1": [2e-5, 3e-5, 4e-5], "1000": [3e-3, 3e-3, 4e-3]},
        "examples": {"4": [2e-5], "40": [4e-5]},
        "examples in NumPy": {"4": [6e-5], "40": [7e-5]},
    },
}
PAGE = "# Speed\n\n```{benchmark-table} training\n```\n"


def rows(page: str) -> list[list[str]]:
    table = BeautifulSoup(page, "lxml").select("table")[0]
    return [[cell.text.strip() for cell in row.select("th, td")] for row in table.select("tr")]


def test_a_row_for_each_way_the_slowest_first(site: Site) -> None:
    site.write("docs/index.md", PAGE)
    results = site.write("benchmarks/results/training.json", json.dumps(RESULTS))
    built = site.build("extensions.directives.benchmark_table")
    assert built.warnings == ""
    assert rows(built.page())[1:] == [
        ["NumPy, gradients by hand", "25", "1"],
        ["Theano, as the chapters call it", "50", "0.5 (0.25 to 1)"],
        ["the generated JavaScript, in Node", "200", "0.12 (0.1 to 0.25)"],
    ]
    assert "2026-01-31 with 2 cores (x86_64) and Python 3.11.7" in built.page()
    assert "3 times each" in built.page()

    results.write_text(json.dumps(RESULTS | {"steps": 1_000_000}), encoding="utf-8")
    assert rows(site.build("extensions.directives.benchmark_table").page())[2][1] == "500\u202f000"


def test_results_that_cannot_be_read_are_told(site: Site) -> None:
    site.write("docs/index.md", PAGE)
    site.write("benchmarks/results/training.json", "{")
    warnings = site.build("extensions.directives.benchmark_table").warnings
    assert "index.md:3: ERROR: training.json must hold what make bench measured" in warnings


def test_a_row_stays_one_line_in_plain_text(site: Site) -> None:
    site.write("docs/index.md", PAGE)
    site.write("benchmarks/results/training.json", json.dumps(RESULTS))
    output = site.build(
        "extensions.directives.benchmark_table", "extensions.pages.plain_text"
    ).output
    text = (output / "index.txt").read_text(encoding="utf-8")
    assert "| Theano, as the chapters call it   | 50 " in text


def test_only_some_ways(site: Site) -> None:
    site.write("docs/index.md", PAGE.replace("training", "training\n:only: node numpy"))
    site.write("benchmarks/results/training.json", json.dumps(RESULTS))
    shown = rows(site.build("extensions.directives.benchmark_table").page())[1:]
    assert [row[1] for row in shown] == ["25", "200"]


def test_settings_beside_their_errors(site: Site) -> None:
    site.write("docs/index.md", "# Speed\n\n```{benchmark-settings} large\n```\n")
    in_numpy = {"400": [2.0, 2.0, 2.0], "4000": [4.0, 4.0, 4.0]}
    times = {"400": [1.0, 3.0, 2.0], "4000": [8.0, 8.0, 8.0]}
    way = {"seconds": times, "seconds in NumPy": in_numpy, "error": 2.5e-14}
    results = {"environment": ENVIRONMENT, "ways": {"fast_math": way}}
    site.write("benchmarks/results/large.json", json.dumps(results))
    page = site.build("extensions.directives.benchmark_table").page()
    assert rows(page)[0][1] == "400 examples (spread)"
    assert rows(page)[1:] == [
        ["with -O3 -march=native -ffast-math", "1 (0.5 to 1.5)", "2 (2 to 2)", "2.5e-14"]
    ]


def test_times_in_their_order(site: Site) -> None:
    site.write("docs/index.md", "# Speed\n\n```{benchmark-times} building\n```\n")
    seconds = {"environment": [90.2, 100, 95], "doctest again": [1.42, 1.38, 1.49]}
    results = {"environment": ENVIRONMENT, "seconds": seconds}
    site.write("benchmarks/results/building.json", json.dumps(results))
    page = site.build("extensions.directives.benchmark_table").page()
    assert [row[1] for row in rows(page)[1:]] == ["95 (90 to 100)", "1.4 (1.4 to 1.5)"]
    assert "Each was measured 3 times." in page


SITES = {
    way: {
        "cold": [99.4, 109, 112],
        "compiled before": [8.01, 9, 10],
        "results kept": [4],
        "nothing changed": [1.26, 1.3, 1.4],
        "one sentence edited": [2],
        "one chapter edited": [3],
        **{
            "compile": [12],
            "execute": [5],
            "start": [1],
            "read": [1.5],
            "write": [1],
            "publish": [0.5],
        },
    }
    for way in ("sphinx_gallery", "myst_nb", "one edition", "both editions")
}


def test_sites_in_columns_states_in_rows(site: Site) -> None:
    site.write("docs/index.md", "# Speed\n\n```{benchmark-times} sites\n```\n")
    results = {"environment": ENVIRONMENT, "sites": SITES}
    site.write("benchmarks/results/building.json", json.dumps(results))
    head, *body = rows(site.build("extensions.directives.benchmark_table").page())
    assert head[1:] == [
        "sphinx-gallery",
        "MyST-NB",
        "here, in English alone",
        "here, both editions",
    ]
    assert body[0] == ["nothing is there yet", *["110 (99 to 110)"] * 4]
    assert body[3] == ["nothing has changed", *["1.3 (1.3 to 1.4)"] * 4]


def test_what_one_more_takes(site: Site) -> None:
    site.write("docs/index.md", "# Speed\n\n```{benchmark-times} growth\n```\n")
    kinds = ("chapters", "pages", "claims", "live figures")
    results = {
        "environment": ENVIRONMENT,
        "seconds": {what: {"10": [5, 5, 9], "20": [9], "40": [23]} for what in kinds},
        "late_by_early": dict.fromkeys(kinds, 1.75),
    }
    site.write("benchmarks/results/growth.json", json.dumps(results))
    page = site.build("extensions.directives.benchmark_table").page()
    assert rows(page)[1:] == [
        [title, "600", "1.8"]
        for title in ("chapter", "page without code", "claim, checked", "live figure")
    ]
    assert "Each was measured 3 times." in page


def test_a_bar_for_each_way_says_in_words_what_it_shows(site: Site) -> None:
    site.write("docs/index.md", "# Speed\n\n```{benchmark-bars}\n```\n")
    results = {"environment": ENVIRONMENT, "sites": SITES}
    site.write("benchmarks/results/building.json", json.dumps(results))
    built = site.build("extensions.directives.benchmark_bars")
    assert built.warnings == ""
    (svg,) = BeautifulSoup(built.page(), "lxml").select("svg")
    told = "compile 12.0, execute 5.0, start 1.0, read 1.5, write 1.0, publish 0.5."
    assert str(svg["aria-label"]).startswith(f"Seconds: sphinx-gallery: {told} MyST-NB: {told}")
    texts = {text.text for text in svg.select("text")}
    assert {"MyST-NB", "here, both editions", "compile", "publish", "seconds"} <= texts
    assert "Each was measured 3 times." in built.page()


def test_everything_measured_has_a_name() -> None:
    from extensions.directives import benchmark_bars
    from extensions.directives.benchmark_table import builders, parts, pieces, states, ways

    def measured(name: str, key: str) -> dict[str, dict[str, object]]:
        path = DOCS.parent / "benchmarks/results" / f"{name}.json"
        found: dict[str, dict[str, object]] = json.loads(path.read_text(encoding="utf-8"))[key]
        return found

    assert list(measured("training", "seconds")) == list(ways())
    assert list(measured("building", "seconds")) == list(parts())
    assert set(measured("growth", "late_by_early")) == set(pieces())
    sites = measured("building", "sites")
    assert set(sites) == set(builders())
    for times in sites.values():
        assert set(times) == {*states(), *benchmark_bars.parts()}


def test_a_plot_says_in_words_what_it_shows(site: Site) -> None:
    site.write("docs/index.md", "# Speed\n\n```{benchmark-plot} starts\n```\n")
    site.write("benchmarks/results/growth.json", json.dumps(GROWTH))
    built = site.build("extensions.directives.benchmark_plot")
    assert built.warnings == ""
    (svg,) = BeautifulSoup(built.page(), "lxml").select("svg")
    assert svg["role"] == "img"
    assert svg["aria-label"] == "microseconds a step by networks: 1: 30; 1000: 3000."
    assert {"1", "1\u202f000", "networks", "microseconds a step"} <= {
        text.text for text in svg.select("text")
    }
    assert "Points are medians of 3 rounds" in built.page()


def test_a_plot_of_seconds_has_even_steps(site: Site) -> None:
    site.write("docs/index.md", "# Speed\n\n```{benchmark-plot} chapters\n```\n")
    seconds = {"chapters": {"10": [12.9], "20": [14.9], "40": [18.7]}}
    results = {"environment": ENVIRONMENT, "seconds": seconds}
    site.write("benchmarks/results/growth.json", json.dumps(results))
    page = BeautifulSoup(site.build("extensions.directives.benchmark_plot").page(), "lxml")
    assert "Each was measured once." in page.get_text()
    numbers = [int(text.text) for text in page.select("svg text") if text.text.isdecimal()]
    ticks = numbers[len(seconds["chapters"]) :]
    assert len(ticks) >= 4
    assert len({after - before for before, after in pairwise(ticks)}) == 1


def test_a_plot_keeps_to_the_page(site: Site) -> None:
    site.write("docs/index.md", "# Speed\n\n```{benchmark-plot} examples\n```\n")
    site.write("benchmarks/results/growth.json", json.dumps(GROWTH))
    page = site.build("extensions.directives.benchmark_plot").page()
    (svg,) = BeautifulSoup(page, "lxml").select("svg")
    assert not svg.select("style, metadata, image")
    assert "#000000" not in str(svg)
    assert {"#0072b2", "#d55e00"} <= set(re.findall(r"stroke: (#\w+)", str(svg)))
    assert {"Theano", "NumPy"} <= {text.text for text in svg.select("text")}
    links = re.findall(r'href="([^"]*)"', str(svg))
    assert links
    assert all(link.startswith("#") for link in links)
    identifiers = re.findall(r' id="([^"]*)"', str(svg))
    assert sorted(identifiers) == [f"examples-{number}" for number in range(len(identifiers))]
    assert {link.removeprefix("#") for link in links} <= set(identifiers)


def test_downloads_do_without_the_table(chapters: Site) -> None:
    chapters.write("benchmarks/results/training.json", json.dumps(RESULTS))
    chapters.write(
        "docs/galleries/chapters/1_first.py",
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
        #    :only: theano numpy
        #
        # After.
        ''',
    )
    built = build_chapters(
        chapters, "html", "extensions.directives.benchmark_table", "extensions.gallery.downloads"
    )
    assert "NumPy, gradients by hand" in built.page("chapters/1_first.html")
    (script,) = built.output.glob("_downloads/*/1_first.py")
    assert "# Before.\n#\n# After." in script.read_text(encoding="utf-8")
