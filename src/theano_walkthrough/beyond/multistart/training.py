"""Train many networks at once, and evaluate them at checkpoints."""

from dataclasses import dataclass
from itertools import pairwise

from theano_walkthrough import validation
from theano_walkthrough.beyond.memoize import memoize
from theano_walkthrough.beyond.multistart.networks import networks_training_step, start_networks
from theano_walkthrough.beyond.repeated_calls import repeat

import numpy as np
from tqdm import tqdm


@dataclass(frozen=True)
class ManyRuns:
    """The records of the training of many networks.

    Parameters
    ----------
    activations : ndarray, shape (checkpoints, networks, n), float64
        The output neurons' activations at each checkpoint.
    costs : ndarray, shape (checkpoints, networks), float64
        The costs at each checkpoint.
    weights : ndarray, shape (networks, 6), float64
        The weights in the end, in the order of
        :func:`~theano_walkthrough.beyond.multistart.networks.draw_weights`.
    """

    activations: np.ndarray
    costs: np.ndarray
    weights: np.ndarray


@memoize
def train_many(
    weights, inputs, targets, checkpoints, *, bias=1.0, separate_biases=False, learning_rate=0.01
):
    """Train networks from many starts at once, and record them at checkpoints.

    Parameters
    ----------
    weights : array_like, shape (networks, 6)
        In each row w1, w2 and w3 of one network.
    inputs : array_like, shape (n, 2)
        One example in each row.
    targets : array_like, shape (n,)
        The wanted activations, each from 0 to 1.
    checkpoints : sequence of int
        After how many iterations to record activations and costs, in growing order.
    bias : float, default 1
        What all biases start from.
    separate_biases : bool, default False
        Whether each hidden neuron has a bias of its own.
    learning_rate : float, default 0.01
        How far to go against the gradient, above 0.

    Returns
    -------
    ManyRuns
        Activations and costs at each checkpoint, and the weights in the end.

    Raises
    ------
    TypeError
        If an argument isn't made of numbers.
    ValueError
        If a shape is wrong, a number out of its range, or the checkpoints don't grow.

    Examples
    --------
    >>> corners = [[0, 0], [0, 1], [1, 0], [1, 1]]
    >>> runs = train_many(draw_weights([0, 1, 2]), corners, [1, 0, 0, 1], checkpoints=[0, 1000])
    >>> runs.costs.round(2)
    array([[4.16, 4.17, 4.96],
           [2.76, 2.77, 2.76]])

    Notes
    -----
    Source: article step 23, for many networks.
    """
    weights = validation.input_rows(weights, width=6, name="weights")
    inputs = validation.input_rows(inputs)
    targets = validation.target_row(targets, count=len(inputs))
    bias = validation.finite_number("bias", bias)
    learning_rate = validation.positive_number("learning_rate", learning_rate)
    checkpoints = [validation.whole_number("checkpoints", one, least=0) for one in checkpoints]
    if not checkpoints or checkpoints != sorted(set(checkpoints)):
        raise ValueError(f"checkpoints must be one number or more, growing, got {checkpoints}")
    networks = start_networks(weights, bias, separate_biases)
    step, look = networks_training_step(networks, inputs, targets, learning_rate)
    results = []
    for before, now in pairwise(tqdm([0, *checkpoints], disable=None)):
        if now > before:
            repeat(step, now - before)
        results.append(look())
    activations, costs = (np.array(values) for values in zip(*results, strict=True))
    w_hidden = networks.w_hidden.get_value().transpose().reshape(-1, 4)
    w_output = networks.w_output.get_value().transpose()
    return ManyRuns(activations, costs, np.hstack([w_hidden, w_output]))
