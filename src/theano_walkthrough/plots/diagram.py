"""A drawing without axes, which diagrams begin with; their coordinates are inches."""

from theano_walkthrough.plots.figure import new_figure

from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch, FancyBboxPatch, Patch

GREY = "#78828c"
"""For arrows and frames: it stands out on white and on dark pages."""
PALE = 0.14
"""How opaque the inside of a shape is, so that text on it is read on white and on dark pages."""
BOX = 0.4
"""How high a box is, and how wide if its label is short."""
RADIUS = 0.29
"""How far the border of a circle is from its middle."""

Point = tuple[float, float]


def new_diagram(width: float, height: float) -> tuple[Figure, Axes]:
    """Return a figure of a size in inches, and axes that nobody sees.

    Parameters
    ----------
    width, height : float
        The size in inches; x and y go from 0 to there.

    Returns
    -------
    matplotlib.figure.Figure
        The figure.
    matplotlib.axes.Axes
        Its axes.
    """
    figure, axes = new_figure((width, height))
    figure.set_layout_engine("constrained", w_pad=0, h_pad=0)
    axes.set_axis_off()
    axes.set(xlim=(0, width), ylim=(0, height), aspect="equal")
    return figure, axes


def draw_box(
    axes: Axes, centre: Point, label: str, *, colour: str, width: float = BOX
) -> FancyBboxPatch:
    """Draw a box with round corners around a label.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    centre : (float, float)
        The middle of the box.
    label : str
        What stands in it.
    colour : str
        The colour of its border; inside it's pale.
    width : float, default BOX
        How wide it is; each is ``BOX`` high.

    Returns
    -------
    matplotlib.patches.FancyBboxPatch
        The box.
    """
    x, y = centre
    box = FancyBboxPatch(
        (x - width / 2, y - BOX / 2),
        width,
        BOX,
        "round,pad=0,rounding_size=0.06",
        facecolor=to_rgba(colour, PALE),
        edgecolor=colour,
        linewidth=1.6,
    )
    axes.add_patch(box)
    draw_words(axes, centre, label, size=12)
    return box


def draw_circle(
    axes: Axes, centre: Point, label: str, *, colour: str, radius: float = RADIUS
) -> Circle:
    """Draw a circle around a label.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    centre : (float, float)
        The middle of the circle.
    label : str
        What stands in it.
    colour : str
        The colour of its border; inside it's pale.
    radius : float, default RADIUS
        How far the border is from the middle.

    Returns
    -------
    matplotlib.patches.Circle
        The circle.
    """
    circle = Circle(
        centre, radius, facecolor=to_rgba(colour, PALE), edgecolor=colour, linewidth=1.6
    )
    axes.add_patch(circle)
    draw_words(axes, centre, label, size=12)
    return circle


def draw_words(axes: Axes, centre: Point, text: str, *, size: float = 10) -> None:
    """Write a label around a point."""
    axes.text(centre[0], centre[1] - 0.01, text, ha="center", va="center", size=size)


def draw_arrow(
    axes: Axes,
    start: Patch,
    end: Patch | Point,
    *,
    colour: str = GREY,
    style: str = "solid",
    bend: float = 0,
) -> None:
    """Draw an arrow from the border of a shape to that of another, or to a point.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    start, end : Patch or (float, float)
        The shapes, which must have been drawn; the end may be a point.
    colour : str, default GREY
        The arrow's colour.
    style : str, default "solid"
        How its line is drawn.
    bend : float, default 0
        How far it bends to its right, as a part of its length.
    """
    axes.add_patch(
        FancyArrowPatch(
            _centre(start),
            end if isinstance(end, tuple) else _centre(end),
            connectionstyle=f"arc3,rad={bend}",
            patchA=start,
            patchB=None if isinstance(end, tuple) else end,
            arrowstyle="-|>",
            mutation_scale=11,
            shrinkA=0,
            shrinkB=0,
            color=colour,
            linestyle=style,
            linewidth=1.4,
        )
    )


def _centre(shape: Patch) -> Point:
    box = shape.get_path().get_extents(shape.get_patch_transform())
    return (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
