"""Steps 15 to 19: a neuron that learns, from its first random weights to the recorded cost."""

from dataclasses import dataclass
from random import Random

from theano_walkthrough import checks

import numpy as np
import theano
import theano.tensor as T
from theano.compile import SharedVariable
from tqdm import tqdm


@dataclass(frozen=True)
class Neuron:
    """The parameters of one neuron.

    Parameters
    ----------
    w : TensorSharedVariable, float64 vector
        One weight for each input.
    b : ScalarSharedVariable, float64
        The bias.
    """

    w: SharedVariable
    b: SharedVariable


def start_neuron(seed):
    """Draw two weights between 0 and 1, and set the bias to 1.

    Parameters
    ----------
    seed : int
        Picks the random numbers; the same seed gives the same neuron.

    Returns
    -------
    Neuron
        Shared variables that training will change.

    Raises
    ------
    TypeError
        If the seed isn't a whole number.
    ValueError
        If the seed is negative.

    Examples
    --------
    >>> start_neuron(seed=0).w.get_value().round(2)
    array([0.84, 0.76])

    Notes
    -----
    Source: article step 15.
    """
    random = Random(checks.whole_number("seed", seed, least=0)).random
    w = theano.shared(np.array([random(), random()]), name="w")
    b = theano.shared(1.0, name="b")
    return Neuron(w, b)


def logistic(z):
    """Squeeze any number into the range from 0 to 1.

    Parameters
    ----------
    z : TensorVariable
        Weighted sums.

    Returns
    -------
    TensorVariable, same shape as z
        ``1 / (1 + exp(-z))`` of each element.

    Examples
    --------
    >>> z = T.dvector("z")
    >>> theano.function([z], logistic(z))([-2, 0, 2]).round(3)
    array([0.119, 0.5  , 0.881])

    Notes
    -----
    Source: article step 15.
    """
    return 1 / (1 + T.exp(-z))


def activation(x, w, b):
    """Weigh the inputs, add the bias, and squeeze the sum.

    Parameters
    ----------
    x : TensorVariable, matrix of shape (n, inputs)
        One example in each row.
    w : TensorVariable, vector of shape (inputs,)
        One weight for each input.
    b : TensorVariable, scalar
        The bias.

    Returns
    -------
    TensorVariable, vector of shape (n,)
        The neuron's activation for each example.

    Examples
    --------
    >>> x = T.dmatrix("x")
    >>> neuron = start_neuron(seed=0)
    >>> a = activation(x, neuron.w, neuron.b)
    >>> theano.function([x], a)([[0, 0], [1, 1]]).round(3)
    array([0.731, 0.931])

    Notes
    -----
    Source: article step 15.
    """
    z = T.dot(x, w) + b
    return logistic(z)


def binary_cross_entropy(a, a_hat):
    """Add up how surprised we are by each activation.

    Parameters
    ----------
    a : TensorVariable, vector of shape (n,)
        The activations, above 0 and below 1.
    a_hat : TensorVariable, vector of shape (n,)
        The targets, 0 or 1.

    Returns
    -------
    TensorVariable, scalar
        The summed binary cross-entropy, at least 0.

    Examples
    --------
    >>> a, a_hat = T.dvectors("a", "a_hat")
    >>> cost = theano.function([a, a_hat], binary_cross_entropy(a, a_hat))
    >>> cost([0.5, 0.5], [0, 1]).round(3)  # two coin tosses: 2 ln 2
    1.386

    Notes
    -----
    Source: article step 16.
    """
    return -(a_hat * T.log(a) + (1 - a_hat) * T.log(1 - a)).sum()


def training_step(neuron, learning_rate=0.01):
    """Compile one step of gradient descent for a neuron.

    Parameters
    ----------
    neuron : Neuron
        The parameters that each call will change.
    learning_rate : float, default 0.01
        How far to go against the gradient, above 0.

    Returns
    -------
    theano function
        Takes inputs of shape (n, 2) and targets of shape (n,); returns the activations,
        shape (n,), and the cost, both from before the update; then updates the neuron.

    Raises
    ------
    TypeError
        If the learning rate isn't a number.
    ValueError
        If the learning rate isn't finite, or not above 0.

    Examples
    --------
    >>> neuron = start_neuron(seed=0)
    >>> step = training_step(neuron)
    >>> activations, cost = step([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 0, 1])
    >>> cost.round(3)
    5.293
    >>> neuron.b.get_value().round(3)
    0.976

    Notes
    -----
    Source: article steps 15 to 17.
    """
    learning_rate = checks.positive_number("learning_rate", learning_rate)
    x = T.matrix("x")
    a_hat = T.vector("a_hat")
    a = activation(x, neuron.w, neuron.b)
    cost = binary_cross_entropy(a, a_hat)
    dw, db = T.grad(cost, [neuron.w, neuron.b])
    return theano.function(
        inputs=[x, a_hat],
        outputs=[a, cost],
        updates=[
            (neuron.w, neuron.w - learning_rate * dw),
            (neuron.b, neuron.b - learning_rate * db),
        ],
    )


class TrainingDivergedError(ArithmeticError):
    """The cost is no longer a finite number, so training can't go on."""


@dataclass(frozen=True)
class TrainingRun:
    """What a training leaves behind.

    Parameters
    ----------
    activations : ndarray, shape (n,), float64
        The activations of the last iteration, before its update.
    costs : ndarray, shape (iterations,), float64
        The cost of each iteration, before its update.
    """

    activations: np.ndarray
    costs: np.ndarray


def train(step, inputs, targets, iterations=30_000):
    """Repeat a training step, and record every cost.

    Parameters
    ----------
    step : theano function
        A training step, as :func:`training_step` makes it.
    inputs : array_like, shape (n, 2)
        One example in each row.
    targets : array_like, shape (n,)
        The wanted activations, each from 0 to 1.
    iterations : int, default 30 000
        How often to repeat the step.

    Returns
    -------
    TrainingRun
        The last activations and all costs.

    Raises
    ------
    TypeError
        If inputs or targets aren't numbers, or iterations isn't a whole number.
    ValueError
        If a shape is wrong, an input isn't finite, a target lies outside 0 to 1, or
        iterations is below 1.
    TrainingDivergedError
        If the cost becomes infinite or nan; the parameters are then what they were.

    Examples
    --------
    >>> step = training_step(start_neuron(seed=0))
    >>> run = train(step, [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 0, 1], iterations=1000)
    >>> len(run.costs), run.costs[-1].round(2)
    (1000, 1.02)

    Notes
    -----
    Source: article steps 18 and 23.
    """
    inputs = checks.input_rows(inputs)
    targets = checks.target_row(targets, count=len(inputs))
    iterations = checks.whole_number("iterations", iterations, least=1)
    before = [(shared, shared.get_value()) for shared in step.get_shared()]
    costs = np.empty(iterations)
    for iteration in tqdm(range(iterations), disable=None):
        activations, costs[iteration] = step(inputs, targets)
        if not np.isfinite(costs[iteration]):
            for shared, value in before:
                shared.set_value(value)
            raise TrainingDivergedError(
                f"the cost is {costs[iteration]} at iteration {iteration}: "
                "try a smaller learning rate"
            )
    return TrainingRun(activations, costs)
