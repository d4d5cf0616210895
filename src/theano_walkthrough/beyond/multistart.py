"""Train many networks side by side, to see how often training works."""

from dataclasses import dataclass
from itertools import pairwise
from random import Random

from theano_walkthrough import checks
from theano_walkthrough.beyond.memoize import memoize
from theano_walkthrough.beyond.repeated_calls import repeat

import numpy as np
import theano
import theano.tensor as T
from scipy.stats import binomtest
from theano.compile import SharedVariable
from tqdm import tqdm


@dataclass(frozen=True)
class Networks:
    """The parameters of many networks; the last axis counts the networks.

    Parameters
    ----------
    w_hidden : TensorSharedVariable, float64, shape (2 inputs, 2 neurons, networks)
        Weights of the hidden neurons.
    b_hidden : TensorSharedVariable, float64, shape (1 or 2, networks)
        One bias for both hidden neurons, or one for each.
    w_output : TensorSharedVariable, float64, shape (2, networks)
        Weights of the output neurons.
    b_output : TensorSharedVariable, float64, shape (networks,)
        Biases of the output neurons.
    """

    w_hidden: SharedVariable
    b_hidden: SharedVariable
    w_output: SharedVariable
    b_output: SharedVariable


@dataclass(frozen=True)
class ManyRuns:
    """How the training of many networks went.

    Parameters
    ----------
    activations : ndarray, shape (looks, networks, n), float64
        The output neurons' activations each time that we looked.
    costs : ndarray, shape (looks, networks), float64
        The costs each time that we looked.
    weights : ndarray, shape (networks, 6), float64
        The weights in the end, in the order of :func:`draw_weights`.
    """

    activations: np.ndarray
    costs: np.ndarray
    weights: np.ndarray


def draw_weights(seeds, low=0.0, high=1.0):
    """Draw the weights that networks start from, six for each seed.

    Parameters
    ----------
    seeds : iterable of int
        Each picks the random numbers of one network.
    low, high : float, default 0 and 1
        The range of the numbers.

    Returns
    -------
    ndarray, shape (seeds, 6), float64
        In each row w1, w2 and w3 of one network, as
        :func:`~theano_walkthrough.network.start_network` draws them.

    Raises
    ------
    TypeError
        If a seed isn't a whole number, or low or high isn't a number.
    ValueError
        If there is no seed, one is negative, or low isn't below high.

    Examples
    --------
    >>> draw_weights([0]).round(2)
    array([[0.84, 0.76, 0.42, 0.26, 0.51, 0.4 ]])

    Notes
    -----
    Source: article step 20.
    """
    low, high = checks.finite_number("low", low), checks.finite_number("high", high)
    if low >= high:
        raise ValueError(f"low must be below high, got {low} and {high}")
    rows = []
    for seed in seeds:
        random = Random(checks.whole_number("seed", seed, least=0)).random
        rows.append([low + (high - low) * random() for _ in range(6)])
    if not rows:
        raise ValueError("there must be at least one seed")
    return np.array(rows)


def start_networks(weights, bias=1.0, separate_biases=False):
    """Set up networks that start from the given weights.

    Parameters
    ----------
    weights : array_like, shape (networks, 6)
        In each row w1, w2 and w3 of one network.
    bias : float, default 1
        What all biases start from.
    separate_biases : bool, default False
        Whether each hidden neuron has a bias of its own.

    Returns
    -------
    Networks
        Shared variables that training will change.

    Raises
    ------
    TypeError
        If weights or bias aren't numbers.
    ValueError
        If the weights have another shape, or a number isn't finite.

    Examples
    --------
    >>> start_networks(draw_weights(range(1000))).w_hidden.get_value().shape
    (2, 2, 1000)
    """
    weights = checks.input_rows(weights, width=6, name="weights")
    bias = checks.finite_number("bias", bias)
    count = len(weights)
    w_hidden = weights[:, :4].reshape(count, 2, 2).transpose()
    b_hidden = np.full((2 if separate_biases else 1, count), bias)
    b_output = np.full(count, bias)
    return Networks(
        theano.shared(w_hidden.copy(), name="w_hidden"),
        theano.shared(b_hidden, name="b_hidden", broadcastable=(not separate_biases, False)),
        theano.shared(weights[:, 4:].transpose().copy(), name="w_output"),
        theano.shared(b_output, name="b_output"),
    )


def output_sums(x, networks):
    """Follow the inputs through all networks, up to the weighted sum of the output neurons.

    Parameters
    ----------
    x : TensorVariable, matrix of shape (n, 2)
        One example in each row.
    networks : Networks
        The parameters.

    Returns
    -------
    TensorVariable, matrix of shape (n, networks)
        A weighted sum for each example and network.

    Examples
    --------
    >>> x = T.dmatrix("x")
    >>> z = output_sums(x, start_networks(draw_weights(range(1000))))
    >>> theano.function([x], z)([[0, 0], [0, 1], [1, 0], [1, 1]]).shape
    (4, 1000)
    """
    hidden = T.nnet.sigmoid(T.tensordot(x, networks.w_hidden, axes=1) + networks.b_hidden)
    return (hidden * networks.w_output).sum(axis=1) + networks.b_output


def mode_for_large_arrays():
    """Return a mode that computes large arrays fast, with or without a C compiler.

    Returns
    -------
    theano.compile.Mode
        The usual mode; without a compiler, one that keeps to operations that NumPy has.

    Examples
    --------
    >>> x = T.dvector("x")
    >>> theano.function([x], x * x * x, mode=mode_for_large_arrays())([1, 2])
    array([1., 8.])
    """
    mode = theano.compile.mode.get_default_mode()
    if theano.config.cxx:
        return mode
    # NumPy multiplies two arrays at a time; other products run as loops in Python.
    return mode.excluding("fusion", "local_mul_canonizer")


def networks_training_step(networks, inputs, targets, learning_rate=0.01):
    """Compile a step of gradient descent for all networks at once, and a look at them.

    Parameters
    ----------
    networks : Networks
        The parameters that each step will change.
    inputs : array_like, shape (n, 2)
        One example in each row.
    targets : array_like, shape (n,)
        The wanted activations, each from 0 to 1.
    learning_rate : float, default 0.01
        How far to go against the gradient, above 0.

    Returns
    -------
    step : theano function
        Takes nothing, returns nothing, updates the networks.
    look : theano function
        Takes nothing; returns activations of shape (networks, n) and costs of shape
        (networks,).

    Raises
    ------
    TypeError
        If an argument isn't made of numbers.
    ValueError
        If a shape is wrong or a number out of its range.

    Examples
    --------
    >>> networks = start_networks(draw_weights([0, 1, 2]))
    >>> corners = [[0, 0], [0, 1], [1, 0], [1, 1]]
    >>> step, look = networks_training_step(networks, corners, [1, 0, 0, 1])
    >>> activations, costs = look()
    >>> costs.round(3)
    array([4.16 , 4.169, 4.956])

    Notes
    -----
    Source: article step 22, for many networks.
    """
    inputs = checks.input_rows(inputs)
    targets = checks.target_row(targets, count=len(inputs))
    learning_rate = checks.positive_number("learning_rate", learning_rate)
    x = T.constant(inputs)
    a_hat = T.constant(targets[:, np.newaxis])
    z = output_sums(x, networks)
    costs = (T.nnet.softplus(z) - a_hat * z).sum(axis=0)
    parameters = [networks.w_hidden, networks.b_hidden, networks.w_output, networks.b_output]
    gradients = T.grad(costs.sum(), parameters)
    step = theano.function(
        inputs=[],
        updates=[
            (parameter, parameter - learning_rate * gradient)
            for parameter, gradient in zip(parameters, gradients, strict=True)
        ],
        mode=mode_for_large_arrays(),
    )
    look = theano.function(inputs=[], outputs=[T.nnet.sigmoid(z).T, costs])
    return step, look


@memoize
def train_many(
    weights, inputs, targets, iterations, *, bias=1.0, separate_biases=False, learning_rate=0.01
):
    """Train networks from many starts at once, and look at them now and then.

    Parameters
    ----------
    weights : array_like, shape (networks, 6)
        In each row w1, w2 and w3 of one network.
    inputs : array_like, shape (n, 2)
        One example in each row.
    targets : array_like, shape (n,)
        The wanted activations, each from 0 to 1.
    iterations : sequence of int
        After how many iterations to look, in growing order.
    bias : float, default 1
        What all biases start from.
    separate_biases : bool, default False
        Whether each hidden neuron has a bias of its own.
    learning_rate : float, default 0.01
        How far to go against the gradient, above 0.

    Returns
    -------
    ManyRuns
        What was seen each time, and the weights in the end.

    Raises
    ------
    TypeError
        If an argument isn't made of numbers.
    ValueError
        If a shape is wrong, a number out of its range, or the iterations don't grow.

    Examples
    --------
    >>> corners = [[0, 0], [0, 1], [1, 0], [1, 1]]
    >>> runs = train_many(draw_weights([0, 1, 2]), corners, [1, 0, 0, 1], iterations=[0, 1000])
    >>> runs.costs.round(2)
    array([[4.16, 4.17, 4.96],
           [2.76, 2.77, 2.76]])

    Notes
    -----
    Source: article step 23, for many networks.
    """
    looks = [checks.whole_number("iterations", wanted, least=0) for wanted in iterations]
    if not looks or looks != sorted(set(looks)):
        raise ValueError(f"iterations must be one number or more, growing, got {looks}")
    networks = start_networks(weights, bias, separate_biases)
    step, look = networks_training_step(networks, inputs, targets, learning_rate)
    seen = []
    for before, now in pairwise(tqdm([0, *looks], disable=None)):
        if now > before:
            repeat(step, now - before)
        seen.append(look())
    activations, costs = (np.array(values) for values in zip(*seen, strict=True))
    w_hidden = networks.w_hidden.get_value().transpose().reshape(-1, 4)
    w_output = networks.w_output.get_value().transpose()
    return ManyRuns(activations, costs, np.hstack([w_hidden, w_output]))


def is_right(activations, targets):
    """Tell for which networks every activation is on its target's side of one half.

    Parameters
    ----------
    activations : ndarray, shape (..., networks, n)
        The output neurons' activations.
    targets : array_like, shape (n,)
        The wanted activations, each 0 or 1.

    Returns
    -------
    ndarray, shape (..., networks), bool
        Whether the network answers every example correctly.

    Examples
    --------
    >>> is_right(np.array([[0.98, 0.02, 0.01, 0.98], [0.98, 0.02, 0.5, 0.49]]), [1, 0, 0, 1])
    array([ True, False])
    """
    return ((activations > 0.5) == (np.asarray(targets) == 1)).all(axis=-1)


def success_rates(right, confidence=0.95):
    """Tell how many networks succeed, and how sure we can be of it.

    Parameters
    ----------
    right : array_like, shape (..., networks), bool
        Whether each network is right.
    confidence : float, default 0.95
        How often such an interval holds the true rate.

    Returns
    -------
    rates : ndarray, shape (...,), float64
        The share of networks that are right.
    intervals : ndarray, shape (2, ...), float64
        Lower and upper end of the rate's confidence interval.

    Examples
    --------
    >>> rates, intervals = success_rates([True, True, True, False])
    >>> float(rates), intervals.round(2)
    (0.75, array([0.3 , 0.95]))

    Notes
    -----
    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical
    inference", Journal of the American Statistical Association 22 (1927).
    """
    right = np.asarray(right, dtype=bool)
    count = right.shape[-1]
    intervals = [
        binomtest(int(successes), count).proportion_ci(confidence, method="wilson")
        for successes in right.sum(axis=-1).ravel()
    ]
    return right.mean(axis=-1), np.reshape(np.transpose(intervals), (2, *right.shape[:-1]))
