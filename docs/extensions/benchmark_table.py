"""Show what ``make bench`` has measured: the directive ``benchmark-table`` makes a table of it."""

import json
from pathlib import Path
from statistics import median
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata


def names() -> dict[str, str]:
    """Return what each way of training is called, in the edition's language."""
    return {
        "numpy": _("NumPy, gradients by hand"),
        "theano": _("Theano, as the chapters call it"),
        "pytensor": _("PyTensor, called alike"),
        "node": _("the generated JavaScript, in Node"),
        "chromium": _("the generated JavaScript, in Chromium"),
        "numba": _("one loop written for Numba, about the limit"),
    }


class BenchmarkTable(SphinxDirective):
    """A row for each way: how fast it was, and compared with Theano."""

    required_arguments = 1
    option_spec = {"relative-to": directives.unchanged_required}  # noqa: RUF012 - as docutils has it

    def run(self) -> list[nodes.Node]:
        """Read the results, and put them into a table."""
        path = Path(self.config.benchmark_results, f"{self.arguments[0]}.json")
        path = (Path(self.env.srcdir) / path).resolve()
        self.env.note_dependency(str(path))
        results = json.loads(path.read_text(encoding="utf-8"))
        header = [_("Training in"), _("steps a second"), _("time, Theano's being 1 (spread)")]
        rows = [header, *map(list, table_rows(results, self.options["relative-to"]))]
        return [_table(rows), _paragraph(caption(results))]


def table_rows(results: dict[str, Any], reference: str) -> list[tuple[str, str, str]]:
    """Return for each way its name, its speed, and its time as a multiple of the reference's.

    Parameters
    ----------
    results : dict
        What the benchmark has written.
    reference : str
        The way that the others are compared with, round by round.

    Returns
    -------
    list of (str, str, str)
        The table's cells, the slowest way first.

    Examples
    --------
    >>> results = {"steps": 10, "seconds": {"theano": [1.0, 2.0, 4.0], "node": [0.5, 0.4, 1.0]}}
    >>> for row in table_rows(results, "theano"):
    ...     print(*row, sep=" | ")
    Theano, as the chapters call it | 5 | 1
    the generated JavaScript, in Node | 20 | 0.25 (0.2 to 0.5)
    """
    rows = []
    for way, seconds in sorted(results["seconds"].items(), key=lambda item: -median(item[1])):
        speed = f"{results['steps'] / median(seconds):.2g}"
        speed = f"{float(speed):,.0f}".replace(",", "\N{NARROW NO-BREAK SPACE}")
        ratios = [a / b for a, b in zip(seconds, results["seconds"][reference], strict=True)]
        low, middle, high = (f"{r:.2g}" for r in (min(ratios), median(ratios), max(ratios)))
        spread = "1" if way == reference else _("{middle} ({low} to {high})")
        spread = spread.format(low=low, middle=middle, high=high)
        rows.append((names()[way], speed, spread))
    return rows


def caption(results: dict[str, Any]) -> str:
    """Return when and where the results were measured."""
    environment = results["environment"]
    return _(
        "Measured on {date} with {cores} cores ({processor}) and Python {python}. The ways took "
        "turns, {rounds} times each."
    ).format(**environment, rounds=len(results["seconds"]["theano"]))


def _table(rows: list[list[str]]) -> nodes.table:
    group = nodes.tgroup("", cols=len(rows[0]))
    # As wide as its longest cell: the plain text of the page needs that, too.
    group += [nodes.colspec(colwidth=max(map(len, column))) for column in zip(*rows, strict=True)]
    head, *body = [
        nodes.row("", *(nodes.entry("", _paragraph(cell)) for cell in row)) for row in rows
    ]
    group += nodes.thead("", head)
    group += nodes.tbody("", *body)
    return nodes.table("", group)


def _paragraph(text: str) -> nodes.paragraph:
    return nodes.paragraph("", text, translatable=False)  # it is by now


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.add_config_value("benchmark_results", "../benchmarks/results", "env", [str])
    app.add_directive("benchmark-table", BenchmarkTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
