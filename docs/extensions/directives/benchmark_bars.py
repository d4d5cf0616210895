"""Draw what a first build does for how long: the directive ``benchmark-bars``.

There's a bar for each way to build the chapters, of parts as long as they took.
"""

from statistics import median
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from extensions.directives.benchmark_plot import for_a_page
from extensions.directives.benchmark_table import builders, caption, grouped, measured, results_of

INCHES = (4.6, 3.0)  # little enough for a phone
COLOURS = ("#d55e00", "#e69f00", "#999999", "#56b4e9", "#0072b2", "#009e73")

Bars = dict[str, dict[str, float]]
"""The seconds of each part, by the way to build."""


def parts() -> dict[str, str]:
    """Return what each part of a build is called, in the edition's language."""
    return {
        "compile": _("compile"),
        "execute": _("execute"),
        "start": _("start"),
        "read": _("read"),
        "write": _("write"),
        "publish": _("publish"),
    }


class BenchmarkBars(SphinxDirective):
    """Bars of a first build's parts, described in words by their medians."""

    def run(self) -> list[nodes.Node]:
        """Read the results, and draw them."""
        results = results_of(self, "building")
        bars = bars_of(results["sites"])
        rounds = len(results["sites"]["sphinx_gallery"]["cold"])
        svg = for_a_page(draw(bars), "bars", describe(bars))
        picture = nodes.container("", nodes.raw("", svg, format="html"), classes=["benchmark-plot"])
        return [picture, caption(results, measured(rounds))]


def bars_of(sites: dict[str, dict[str, list[float]]]) -> Bars:
    """Return the medians, by the names of ways and parts."""
    return {
        str(title): {str(name): median(sites[way][part]) for part, name in parts().items()}
        for way, title in builders().items()
    }


def describe(bars: Bars) -> str:
    """Say in words what the picture shows.

    Parameters
    ----------
    bars : dict of str to dict of str to float
        For each way to build, the seconds of each part.

    Returns
    -------
    str
        The seconds, rounded.

    Examples
    --------
    >>> describe({"sphinx-gallery": {"compile": 10.52, "read": 0.449}})
    'Seconds: sphinx-gallery: compile 10.5, read 0.4.'
    """
    sentences = []
    for title, seconds in bars.items():
        told = ", ".join(f"{part} {length:.1f}" for part, length in seconds.items())
        sentences.append(f"{title}: {told}.")
    return _("Seconds: {bars}").format(bars=" ".join(sentences))


def draw(bars: Bars) -> str:
    """Draw the bars below one another; return SVG."""
    from matplotlib.figure import Figure  # it takes a second, and few builds draw

    from extensions.gallery.figure_export import drawn

    figure = Figure(figsize=INCHES, layout="constrained")
    axes = figure.subplots()
    titles = list(bars)
    ends: list[float] = [0] * len(bars)
    for name, colour in zip(bars[titles[0]], COLOURS, strict=True):
        lengths: Any = [seconds[name] for seconds in bars.values()]
        axes.barh(titles, lengths, left=ends, color=colour, label=name)
        ends = [end + length for end, length in zip(ends, lengths, strict=True)]
    axes.invert_yaxis()
    axes.set(xlabel=_("seconds"))
    axes.xaxis.set_major_formatter(lambda value, _place: grouped(value))
    axes.spines[["top", "right"]].set_visible(False)
    figure.legend(loc="outside lower center", ncols=3, frameon=False)
    return drawn(figure)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.setup_extension("extensions.directives.benchmark_table")
    app.add_directive("benchmark-bars", BenchmarkBars)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
