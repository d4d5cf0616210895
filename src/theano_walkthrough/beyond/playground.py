"""The playground's networks: the graphs of the walkthrough, written in JavaScript."""

from typing import Any, NamedTuple

from theano_walkthrough import validation
from theano_walkthrough.beyond.js_compiler import to_javascript
from theano_walkthrough.logistic_neuron import activation, binary_cross_entropy, start_neuron
from theano_walkthrough.network import layers, start_network

import theano
import theano.tensor as T
from theano.compile import SharedVariable

NETWORKS = ("neuron", "shared", "separate")
"""One neuron; a network whose hidden neurons share a bias; one in which each has its own."""


class ForwardPass(NamedTuple):
    """A network's activations for some inputs, and its parameters.

    Parameters
    ----------
    parameters : list of SharedVariable
        Weights and biases.
    activations : dict of str to TensorVariable, vectors of shape (n,)
        Each neuron's activations, by the neuron's name; the output neuron is the last.
    """

    parameters: list[SharedVariable]
    activations: dict[str, Any]


def forward_pass(network: str, x: Any) -> ForwardPass:
    """Compute the activations of one of the playground's networks.

    Parameters
    ----------
    network : str
        One of :data:`NETWORKS`.
    x : TensorVariable, matrix of shape (n, 2)
        One example in each row.

    Returns
    -------
    ForwardPass
        Its activations and parameters.

    Raises
    ------
    TypeError
        If the network isn't a string.
    ValueError
        If the network is unknown.

    Examples
    --------
    >>> forward_pass("separate", T.dmatrix("x")).parameters
    [w1, w2, w3, b1, b2, b3]

    Notes
    -----
    Source: article steps 15 and 21.
    """
    network = validation.one_of("network", network, NETWORKS)
    if network == "neuron":
        neuron = start_neuron(seed=0)
        return ForwardPass([neuron.w, neuron.b], {"a": activation(x, neuron.w, neuron.b)})
    start = start_network(seed=0)
    parameters = list(vars(start).values())
    if network == "shared":
        a1, a2, _, a3 = layers(x, start)
        return ForwardPass(parameters, {"a1": a1, "a2": a2, "a3": a3})
    b3 = theano.shared(1.0, name="b3")
    a1 = activation(x, start.w1, start.b1)
    a2 = activation(x, start.w2, start.b2)
    a3 = activation(T.stack([a1, a2], axis=1), start.w3, b3)
    return ForwardPass([*parameters, b3], {"a1": a1, "a2": a2, "a3": a3})


def playground_module(network: str) -> str:
    """Write a network's training step and its answers in JavaScript.

    Parameters
    ----------
    network : str
        One of :data:`NETWORKS`.

    Returns
    -------
    str
        An ES module with two functions. ``step(state, inputs)`` takes the four examples, their
        targets, the learning rate and a scale for the cost, 1 for its sum and 1/4 for its mean;
        it returns all activations, the cost and its gradients from before the update.
        ``answer(state, inputs)`` returns the activations for one example.

    Raises
    ------
    TypeError
        If the network isn't a string.
    ValueError
        If the network is unknown.

    Examples
    --------
    >>> for line in playground_module("neuron").splitlines():
    ...     if line.startswith(("export", "  outputs")):
    ...         print(line)
    export function step(state, inputs) {
      outputs: ["a_0", "a_1", "a_2", "a_3", "cost", "dw_0", "dw_1", "db"],
    export function answer(state, inputs) {
      outputs: ["a_0"],

    Notes
    -----
    Source: article steps 17 and 22.
    """
    x = T.matrix("x")
    a_hat = T.vector("a_hat")
    learning_rate, scale = T.scalars("learning_rate", "scale")
    parameters, activations = forward_pass(network, x)
    cost = scale * binary_cross_entropy([*activations.values()][-1], a_hat)
    slopes = dict(zip(parameters, T.grad(cost, parameters), strict=True))
    step = to_javascript(
        parameters,
        inputs={x: (4, 2), a_hat: (4,), learning_rate: (), scale: ()},
        outputs={
            **activations,
            "cost": cost,
            **{f"d{parameter}": slope for parameter, slope in slopes.items()},
        },
        updates=[
            (parameter, parameter - learning_rate * slope) for parameter, slope in slopes.items()
        ],
    )
    answer = to_javascript(parameters, {x: (1, 2)}, activations, name="answer")
    return f"{step}\n\n{answer}\n"
