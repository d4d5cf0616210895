"""Show what ``make bench`` has measured, in tables.

``benchmark-table`` compares ways of training, ``benchmark-times`` lists what takes how long:
what make does (``building``), this site beside others (``sites``), or more of it (``growth``);
``benchmark-settings`` compares settings of Theano.
"""

import json
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

REFERENCE = "numpy"
"""The way that the others are compared with, round by round."""


def ways() -> dict[str, str]:
    """Return what each way of training is called, in the edition's language."""
    return {
        "numpy": _("NumPy, gradients by hand"),
        "theano": _("Theano, as the chapters call it"),
        "theano_no_c_products": _("Theano, its products with vectors left to Python"),
        "theano_trusted": _("Theano, its inputs trusted"),
        "theano_lean": _("Theano, lean: data inside, nothing returned, the loop in C"),
        "theano_scan": _("Theano, the loop inside of the graph: scan"),
        "theano_one_call": _("Theano, a step one operation, the loop in C, each cost kept"),
        "pytensor": _("PyTensor, called as in the chapters"),
        "pytorch": _("PyTorch, eager"),
        "jax": _("JAX, the step compiled"),
        "jax_scan": _("JAX, the whole loop compiled"),
        "node": _("the generated JavaScript, in Node"),
        "chromium": _("the generated JavaScript, in Chromium"),
        "numba": _("one loop written for Numba, about the limit"),
    }


def parts() -> dict[str, str]:
    """Return what each part of building the site is called, in the edition's language."""
    return {
        "environment": _("set up the environment"),
        "first doctest": _("make doctest, for the first time"),
        "doctest again": _("make doctest, again"),
        "doctest after one chapter edited": _("make doctest, after code was added to one chapter"),
    }


def builders() -> dict[str, str]:
    """Return what each way of building the chapters is called, in the edition's language."""
    return {
        "sphinx_gallery": "sphinx-gallery",
        "myst_nb": "MyST-NB",
        "one edition": _("here, in English alone"),
        "both editions": _("here, both editions"),
    }


def states() -> dict[str, str]:
    """Return what each state that an author meets is called, in the edition's language."""
    return {
        "cold": _("nothing is there yet"),
        "compiled before": _("Theano's code is compiled, and that's all"),
        "results kept": _("only the pages are gone"),
        "nothing changed": _("nothing has changed"),
        "one sentence edited": _("a sentence was added to one chapter"),
        "one chapter edited": _("code was added to one chapter"),
    }


def pieces() -> dict[str, str]:
    """Return what each kind of thing is called that a site may have more of."""
    return {
        "chapters": _("chapter"),
        "pages": _("page without code"),
        "claims": _("claim, checked"),
        "live figures": _("live figure"),
    }


def settings() -> dict[str, str]:
    """Return what each way of setting Theano is called, in the edition's language."""
    return {
        "package": _("as this package sets it"),
        "no_fusion": _("without fusion"),
        "optimised": _("with -O3 -march=native"),
        "fast_math": _("with -O3 -march=native -ffast-math"),
        "fast_math_float32": _("-ffast-math and float32"),
    }


def results_of(directive: SphinxDirective, name: str) -> dict[str, Any]:
    """Read results, and note that the page depends on them."""
    path = Path(directive.config.benchmark_results, f"{name}.json")
    path = (Path(directive.env.srcdir) / path).resolve()
    directive.env.note_dependency(str(path))
    try:
        results: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise directive.error(f"{path.name} must hold what make bench measured: {error}") from None
    return results


class BenchmarkTable(SphinxDirective):
    """A row for each way of training, or for some: how fast it was, and compared with NumPy."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {"only": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Read the results, and put them into a table."""
        results = results_of(self, self.arguments[0])
        header = [_("Training in"), _("steps a second"), _("time, NumPy's being 1 (spread)")]
        only = self.options["only"].split() if "only" in self.options else list(results["seconds"])
        rounds = len(results["seconds"][REFERENCE])
        told = _("The ways took turns, {rounds} times each.").format(rounds=rounds)
        return [table([header, *table_rows(results, only)]), caption(results, told)]


class BenchmarkTimes(SphinxDirective):
    """A row for each part of building this site, for each state, or for what it has more of."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Read the results, and put them into a table."""
        name = self.arguments[0]
        file, rows_of = TIMES[name]
        results = results_of(self, file)
        rows, rounds = rows_of(results)
        return [table(rows), caption(results, measured(rounds))]


class BenchmarkSettings(SphinxDirective):
    """A row for each way of setting Theano: its time for each number of examples, its error."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Read the results, and put them into a table."""
        results = results_of(self, self.arguments[0])
        return [table(setting_rows(results["ways"])), caption(results, _("NumPy's time is 1."))]


def setting_rows(ways: dict[str, Any]) -> list[list[str]]:
    """Return the table's head, and for each way its times as multiples of NumPy's, and its error.

    Parameters
    ----------
    ways : dict
        What the benchmark has written for each way.

    Returns
    -------
    list of list of str
        The table's cells, in the results' order.

    Examples
    --------
    >>> seconds = {"400": [1.0, 3.0, 2.0]}
    >>> in_numpy = {"400": [2.0, 2.0, 2.0]}
    >>> found = {"seconds": seconds, "seconds in NumPy": in_numpy, "error": 1.234e-15}
    >>> for row in setting_rows({"optimised": found}):
    ...     print(*row, sep=" | ")
    Theano | 400 examples (spread) | largest relative error
    with -O3 -march=native | 1 (0.5 to 1.5) | 1.2e-15
    """
    counts = list(next(iter(ways.values()))["seconds"])
    examples = [_("{count} examples (spread)").format(count=grouped(int(n))) for n in counts]
    rows = [["Theano", *examples, _("largest relative error")]]
    for way, found in ways.items():
        times = []
        for count in counts:
            both = zip(found["seconds"][count], found["seconds in NumPy"][count], strict=True)
            times.append(with_spread([a / b for a, b in both], two_digits))
        rows.append([settings()[way], *times, f"{found['error']:.1e}"])
    return rows


Rows = tuple[list[list[str]], int]
"""A table's cells, and of how many rounds they tell."""


def rows_of_parts(results: dict[str, Any]) -> Rows:
    """Return a row for each part of building this site."""
    rows = [[_("To"), _("takes, in seconds (spread)")]]
    for part, seconds in results["seconds"].items():
        rows.append([parts()[part], with_spread(seconds, two_digits)])
    return rows, len(seconds)


def rows_of_sites(results: dict[str, Any]) -> Rows:
    """Return a row for each state, with the seconds of each way to build."""
    rows = [[_("Seconds to build (spread), when"), *builders().values()]]
    for state, title in states().items():
        times = [results["sites"][way][state] for way in builders()]
        rows.append([title, *(with_spread(seconds, two_digits) for seconds in times)])
    return rows, len(times[0])


def rows_of_growth(results: dict[str, Any]) -> Rows:
    """Return a row for each thing that there's more of."""
    rows = [[_("One more"), _("takes, in milliseconds"), _("a late one, an early one being 1")]]
    for what, title in pieces().items():
        sizes = {int(size): seconds for size, seconds in results["seconds"][what].items()}
        few, many = min(sizes), max(sizes)
        each = (median(sizes[many]) - median(sizes[few])) / (many - few)
        ratio = results["late_by_early"][what]
        rows.append([title, grouped(float(f"{1_000 * each:.2g}")), f"{ratio:.1f}"])
    return rows, len(sizes[few])


TIMES: dict[str, tuple[str, Callable[[dict[str, Any]], Rows]]] = {
    "building": ("building", rows_of_parts),
    "sites": ("building", rows_of_sites),
    "growth": ("growth", rows_of_growth),
}
"""For each table of times, which results it shows, and what makes its rows."""


def table_rows(results: dict[str, Any], only: list[str]) -> list[list[str]]:
    """Return for each way its name, its speed, and its time as a multiple of NumPy's.

    Parameters
    ----------
    results : dict
        What the benchmark has written.
    only : list of str
        The ways to show.

    Returns
    -------
    list of [str, str, str]
        The table's cells, the slowest way first.

    Examples
    --------
    >>> results = {"steps": 10, "seconds": {"numpy": [1.0, 2.0, 4.0], "node": [0.5, 0.4, 1.0]}}
    >>> for row in table_rows(results, ["numpy", "node"]):
    ...     print(*row, sep=" | ")
    NumPy, gradients by hand | 5 | 1
    the generated JavaScript, in Node | 20 | 0.25 (0.2 to 0.5)
    """
    rows = []
    for way in sorted(only, key=lambda way: -median(results["seconds"][way])):
        seconds = results["seconds"][way]
        speed = grouped(float(f"{results['steps'] / median(seconds):.2g}"))
        ratios = [a / b for a, b in zip(seconds, results["seconds"][REFERENCE], strict=True)]
        spread = "1" if way == REFERENCE else with_spread(ratios, two_digits)
        rows.append([ways()[way], speed, spread])
    return rows


def grouped(number: float) -> str:
    """Return a whole number with its thousands apart."""
    return f"{number:,.0f}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def two_digits(number: float) -> str:
    """Return a number rounded to two digits, never with an exponent as Python would write 110."""
    return f"{float(f'{number:.2g}'):g}"


def measured(rounds: int) -> str:
    """Say how often something was measured."""
    if rounds == 1:
        return _("Each was measured once.")
    return _("Each was measured {rounds} times.").format(rounds=rounds)


def with_spread(values: list[float], form: Callable[[float], str]) -> str:
    """Return the median, the least and the largest value, if there are several."""
    low, middle, high = map(form, (min(values), median(values), max(values)))
    if len(values) == 1:
        return middle
    return _("{middle} ({low} to {high})").format(low=low, middle=middle, high=high)


def caption(results: dict[str, Any], told: str) -> nodes.paragraph:
    """Return when and where the results were measured, and how."""
    where = _("Measured on {date} with {cores} cores ({processor}) and Python {python}. {how}")
    return paragraph(where.format(**results["environment"], how=told))


def table(rows: list[list[str]]) -> nodes.table:
    """Return a table whose first row is its head."""
    group = nodes.tgroup("", cols=len(rows[0]))
    # As wide as its longest cell: the plain text of the page needs that, too.
    group += [nodes.colspec(colwidth=max(map(len, column))) for column in zip(*rows, strict=True)]
    head, *body = [
        nodes.row("", *(nodes.entry("", paragraph(cell)) for cell in row)) for row in rows
    ]
    group += nodes.thead("", head)
    group += nodes.tbody("", *body)
    return nodes.table("", group, computed=True)


def paragraph(text: str) -> nodes.paragraph:
    """Return a paragraph that is in the edition's language."""
    return nodes.paragraph("", text, translatable=False, computed=True)  # translated by now


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.add_config_value("benchmark_results", "../benchmarks/results", "env", [str])
    app.add_directive("benchmark-table", BenchmarkTable)
    app.add_directive("benchmark-times", BenchmarkTimes)
    app.add_directive("benchmark-settings", BenchmarkSettings)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
