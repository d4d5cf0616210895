"""A network of Lasagne's layers learns XNOR."""

import theano_walkthrough.compat.theano_1_0

import lasagne
import numpy as np
import theano
import theano.tensor as T
from lasagne.layers import DenseLayer, InputLayer
from lasagne.nonlinearities import sigmoid, tanh

INPUTS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], theano.config.floatX)
TARGETS = np.array([[1], [0], [0], [1]], theano.config.floatX)

lasagne.random.set_rng(np.random.RandomState(0))
x, target = T.matrices("x", "target")
hidden = DenseLayer(InputLayer((None, 2), x), 4, nonlinearity=tanh)
network = DenseLayer(hidden, 1, nonlinearity=sigmoid)
output = lasagne.layers.get_output(network)
cost = lasagne.objectives.binary_crossentropy(output, target).mean()
parameters = lasagne.layers.get_all_params(network)
updates = lasagne.updates.adam(cost, parameters, learning_rate=0.05)
train = theano.function([x, target], cost, updates=updates)
predict = theano.function([x], output)

for _ in range(500):
    train(INPUTS, TARGETS)

w1, b1, w2, b2 = lasagne.layers.get_all_param_values(network)
by_hand = 1 / (1 + np.exp(-(np.tanh(INPUTS @ w1 + b1) @ w2 + b2)))
assert np.allclose(predict(INPUTS), by_hand)
assert np.array_equal(by_hand > 0.5, TARGETS == 1)
