"""Draw how time grows, from what ``make bench`` has measured: the directive ``benchmark-plot``.

The picture is SVG inside of the page, so that its words are the edition's, and its ink the page's.
"""

import re
from collections.abc import Mapping
from statistics import median
from typing import Any, NamedTuple

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from extensions.directives.benchmark_table import caption, grouped, measured, results_of

INCHES = (4.6, 3.0)  # little enough for a phone
REFERENCE = re.compile(r"""(url\(#|href="#)([^")]+)""")
COLOURS = ("#0072b2", "#d55e00")  # as in the chapters' pictures
MARKERS = ("o", "s")


class Plot(NamedTuple):
    """What is drawn: series of the results by their names, and the axes."""

    series: dict[str, str]
    sizes: str
    scale: float
    unit: str
    multiplies: bool = True  # on axes that multiply, or that start at nothing


def plots() -> dict[str, Plot]:
    """Return each plot, in the edition's language."""
    microseconds = _("microseconds a step")
    return {
        "examples": Plot(
            {"examples": "Theano", "examples in NumPy": "NumPy"},
            _("examples"),
            1e6,
            microseconds,
        ),
        "starts": Plot({"starts": ""}, _("networks"), 1e6, microseconds),
        "chapters": Plot({"chapters": ""}, _("chapters more"), 1, _("seconds"), multiplies=False),
        "editions": Plot({"editions": ""}, _("editions"), 1, _("seconds"), multiplies=False),
    }


class BenchmarkPlot(SphinxDirective):
    """A plot, described in words by its medians."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Read the results, and draw them."""
        name = self.arguments[0]
        results, plot = results_of(self, "growth"), plots()[name]
        series = {
            title: {int(size): times for size, times in results["seconds"][key].items()}
            for key, title in plot.series.items()
        }
        rounds = len(next(iter(next(iter(series.values())).values())))
        points = _("Points are medians of {rounds} rounds, lines their spread.")
        told = measured(1) if rounds == 1 else points.format(rounds=rounds)
        svg = draw(name, plot, series)
        picture = nodes.container("", nodes.raw("", svg, format="html"), classes=["benchmark-plot"])
        return [picture, caption(results, told)]


def describe(plot: Plot, series: Mapping[str, Mapping[int, list[float]]]) -> str:
    """Say in words what the picture shows.

    Parameters
    ----------
    plot : Plot
        What is drawn.
    series : mapping of str to mapping of int to list of float
        For each line's name, the seconds of each round by size.

    Returns
    -------
    str
        The medians, rounded.

    Examples
    --------
    >>> plot = Plot({}, "examples", 1e6, "microseconds a step")
    >>> describe(plot, {"Theano": {4: [2e-5, 3e-5, 4e-5], 40: [4e-5], 4000: [3.61e-4]}})
    'Theano, microseconds a step by examples: 4: 30; 40: 40; 4000: 360.'
    """
    sentences = []
    for title, sizes in series.items():
        rounded = {size: float(f"{median(t) * plot.scale:.2g}") for size, t in sizes.items()}
        points = (f"{size}: {value:g}" for size, value in rounded.items())
        name = f"{title}, " if title else ""
        sentences.append(
            _("{name}{unit} by {sizes}: {points}.").format(
                name=name, unit=plot.unit, sizes=plot.sizes, points="; ".join(points)
            )
        )
    return " ".join(sentences)


def draw(name: str, plot: Plot, series: Mapping[str, Mapping[int, list[float]]]) -> str:
    """Draw the series over one another; return SVG."""
    from matplotlib.figure import Figure  # it takes a second, and few builds draw
    from matplotlib.ticker import MaxNLocator

    from extensions.gallery.figure_export import drawn

    figure = Figure(figsize=INCHES, layout="constrained")
    axes = figure.subplots()
    axes.set(xlabel=plot.sizes, ylabel=plot.unit)
    if plot.multiplies:
        axes.set(xscale="log", yscale="log")
    for (title, sizes), colour, marker in zip(series.items(), COLOURS, MARKERS, strict=False):
        _draw_line(axes, plot, sizes, colour, marker)
        first = min(sizes)
        place = (first, median(sizes[first]) * plot.scale)
        axes.annotate(title, place, xytext=(0, 8), textcoords="offset points")
    if not plot.multiplies:
        axes.set(xlim=0, ylim=0)
        axes.yaxis.set_major_locator(MaxNLocator(integer=True))  # whole, as they're shown
    axes.spines[["top", "right"]].set_visible(False)
    ticks = list(next(iter(series.values())))
    axes.set_xticks(ticks, [grouped(size) for size in ticks])
    axes.minorticks_off()
    axes.yaxis.set_major_formatter(lambda value, _place: grouped(value))
    return for_a_page(drawn(figure), name, describe(plot, series))


def _draw_line(axes: Any, plot: Plot, sizes: Mapping[int, list[float]], *style: str) -> None:
    colour, marker = style
    middle = [median(times) * plot.scale for times in sizes.values()]
    below = [m - min(t) * plot.scale for m, t in zip(middle, sizes.values(), strict=True)]
    above = [max(t) * plot.scale - m for m, t in zip(middle, sizes.values(), strict=True)]
    axes.errorbar(list(sizes), middle, [below, above], color=colour, marker=marker, capsize=3)


def for_a_page(svg: str, name: str, description: str) -> str:
    """Make a figure a part of a page, and give it the page's ink.

    Names are those of this plot alone, and the same in each edition.
    """
    used = dict.fromkeys(found[2] for found in REFERENCE.finditer(svg))
    names = {old: f"{name}-{number}" for number, old in enumerate(used)}
    svg = re.sub(r' id="([^"]*)"', lambda m: f' id="{names[m[1]]}"' if m[1] in names else "", svg)
    svg = REFERENCE.sub(lambda found: f"{found[1]}{names[found[2]]}", svg)
    svg = svg.replace("#000000", "currentColor")
    svg = re.sub(r"(<text [^>]*style=\")", r"\1fill: currentColor; ", svg)
    label = description.replace('"', "&quot;")
    return svg.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension."""
    app.setup_extension("extensions.directives.benchmark_table")
    app.add_directive("benchmark-plot", BenchmarkPlot)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
