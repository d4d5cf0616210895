"""Theano's own loop, scan: the whole training is one function, and returns each cost."""

from theano_walkthrough.gates import truth_table
from theano_walkthrough.logistic_neuron import binary_cross_entropy
from theano_walkthrough.network import layers, start_network

import theano
import theano.tensor as T
from serve import ITERATIONS, serve


def prepare():
    x, a_hat = map(theano.shared, truth_table("XNOR"))
    network = start_network(seed=0)
    parameters = list(vars(network).values())

    def step():
        *_, a3 = layers(x, network)
        cost = binary_cross_entropy(a3, a_hat)
        gradients = T.grad(cost, parameters)
        return cost, [(p, p - 0.01 * g) for p, g in zip(parameters, gradients, strict=True)]

    costs, updates = theano.scan(step, n_steps=ITERATIONS)
    train = theano.function([], costs, updates=updates)
    return lambda: float(train()[-1])


serve(prepare)
