"""Draw the activation over all pairs of inputs."""

from collections.abc import Callable

from theano_walkthrough import validation
from theano_walkthrough.plots.figure import new_figure

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from numpy.typing import ArrayLike, NDArray

_SURFACE_COLOURS = LinearSegmentedColormap.from_list(
    "activation", ["#143d66", "#8da0ad", "#ffd596"]
)  # lightness grows with the activation, so that the picture can be read without seeing colours
_SURFACE_MARGIN = 0.25


def plot_decision_surface(
    predict: Callable[[NDArray[np.float64]], ArrayLike],
    *,
    inputs: ArrayLike,
    targets: ArrayLike,
) -> Figure:
    """Draw the activation over all pairs of inputs, with the examples on top.

    A dashed line marks an activation of one half.
    Examples with a target of 1 are circles, those with a target of 0 are crosses.

    Parameters
    ----------
    predict : callable
        Takes inputs of shape (n, 2) and returns their activations, shape (n,), from 0 to 1.
    inputs : array_like, shape (examples, 2)
        The examples.
    targets : array_like, shape (examples,)
        Their wanted outputs, each 0 or 1.

    Returns
    -------
    matplotlib.figure.Figure
        The picture.

    Raises
    ------
    TypeError
        If inputs, targets or activations aren't numbers.
    ValueError
        If a shape is wrong, a target is neither 0 nor 1, or an activation lies outside 0 to 1.

    Examples
    --------
    >>> figure = plot_decision_surface(
    ...     lambda inputs: inputs.mean(axis=1).clip(0, 1),
    ...     inputs=[[0, 0], [1, 1]],
    ...     targets=[0, 1],
    ... )
    >>> [text.get_text() for text in figure.legends[0].get_texts()]
    ['target 1', 'target 0']
    """
    examples = validation.input_rows(inputs)
    wanted = validation.target_row(targets, count=len(examples))
    if not np.isin(wanted, (0, 1)).all():
        raise ValueError(f"targets must be 0 or 1, got {wanted.tolist()}")
    ticks = np.linspace(-_SURFACE_MARGIN, 1 + _SURFACE_MARGIN, 151)
    x1, x2 = np.meshgrid(ticks, ticks)
    answers = validation.number_row(
        "activations of predict", predict(np.column_stack([x1.ravel(), x2.ravel()])), x1.size
    )
    if answers.min() < 0 or answers.max() > 1:
        raise ValueError(
            f"activations must lie from 0 to 1, got {answers.min():g} to {answers.max():g}"
        )
    surface = answers.reshape(x1.shape)

    figure, axes = new_figure((4.3, 3.8))
    picture = axes.imshow(
        surface,
        extent=(ticks[0], ticks[-1], ticks[0], ticks[-1]),
        origin="lower",
        interpolation="bilinear",
        cmap=_SURFACE_COLOURS,
        vmin=0,
        vmax=1,
    )
    bar = figure.colorbar(picture, label="activation", ticks=[0, 0.5, 1])
    if answers.min() < 0.5 < answers.max():
        bar.add_lines(axes.contour(x1, x2, surface, [0.5], colors="black", linestyles="dashed"))
    for target, marker in ((1, "o"), (0, "X")):
        chosen = examples[wanted == target]
        axes.scatter(
            chosen[:, 0],
            chosen[:, 1],
            s=110,
            marker=marker,
            color="white",
            edgecolor="black",
            label=f"target {target}",
        )
    axes.set(xlabel="x₁", ylabel="x₂", xticks=[0, 1], yticks=[0, 1])
    figure.legend(loc="outside upper center", ncols=2, frameon=False)
    return figure
