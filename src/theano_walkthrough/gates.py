"""Truth tables of the logic gates, and weights that make one step neuron compute them."""

from types import MappingProxyType
from typing import NamedTuple

from theano_walkthrough import validation

import numpy as np
from numpy.typing import NDArray

_TARGETS = MappingProxyType(
    {
        "AND": (0, 0, 0, 1),
        "OR": (0, 1, 1, 1),
        "NOT": (1, 0),
        "NOR": (1, 0, 0, 0),
        "NAND": (1, 1, 1, 0),
        "XOR": (0, 1, 1, 0),
        "XNOR": (1, 0, 0, 1),
    }
)

GATES = tuple(_TARGETS)
"""Names of the gates that :func:`truth_table` knows."""


class StepWeights(NamedTuple):
    """Weights and bias of a step neuron.

    Parameters
    ----------
    weights : tuple of float
        One weight for each input.
    bias : float
        The number added to the weighted sum.
    """

    weights: tuple[float, ...]
    bias: float


STEP_WEIGHTS = MappingProxyType(
    {
        "AND": StepWeights((1, 1), -1.5),
        "OR": StepWeights((1, 1), -0.5),
        "NOT": StepWeights((-2,), 1),
        "NOR": StepWeights((-1, -1), 0.5),
        "NAND": StepWeights((-1, -1), 1.5),
    }
)
"""Weights for every gate that a single step neuron can compute; XOR and XNOR are not here."""


def truth_table(gate: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return every input of a gate and the output that belongs to it.

    Parameters
    ----------
    gate : str
        One of :data:`GATES`.

    Returns
    -------
    inputs : ndarray, shape (4, 2) or, for NOT, (2, 1), float64
        The corners 00, 01, 10 and 11, in this order; for NOT 0 and 1.
    targets : ndarray, shape (4,) or, for NOT, (2,), float64
        The gate's output in each row.

    Raises
    ------
    TypeError
        If the gate isn't a string.
    ValueError
        If the gate is unknown.

    Examples
    --------
    >>> inputs, targets = truth_table("AND")
    >>> inputs.tolist()
    [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
    >>> targets
    array([0., 0., 0., 1.])

    Notes
    -----
    Source: the inputs of article steps 13, 18 and 23.
    """
    targets = np.array(_TARGETS[validation.one_of("gate", gate, GATES)], dtype=np.float64)
    width = int(np.log2(len(targets)))
    inputs = np.array(list(np.ndindex((2,) * width)), dtype=np.float64)
    return inputs, targets
