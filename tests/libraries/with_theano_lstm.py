"""An LSTM of theano_lstm remembers the first of four bits."""

from itertools import product

import theano_walkthrough.compat.theano_1_0

import numpy as np
import theano
import theano.tensor as T
from theano_lstm import LSTM, Layer, StackedCells, create_optimization_updates

BITS = np.array(list(product([0, 1], repeat=4)), theano.config.floatX)

np.random.seed(0)
model = StackedCells(1, layers=[8], activation=T.tanh, celltype=LSTM)
model.layers.append(Layer(8, 1, T.nnet.sigmoid))


def step(bits, state):
    """Show one bit of each sequence, and return what the cells keep."""
    return model.forward(bits.dimshuffle(0, "x"), [state])[0]


sequences = T.matrix("sequences")
start = T.alloc(model.layers[0].initial_hidden_state, sequences.shape[0], 16)
states, _ = theano.scan(step, sequences.T, start)
said = model.layers[1].activate(states[-1][:, 8:])[:, 0]
cost = T.nnet.binary_crossentropy(said, sequences[:, 0]).mean()
updates, *_ = create_optimization_updates(cost, model.params, method="adagrad", lr=0.3)
train = theano.function([sequences], cost, updates=updates, allow_input_downcast=True)
answer = theano.function([sequences], said)

for _ in range(300):
    train(BITS)
assert np.array_equal(answer(BITS) > 0.5, BITS[:, 0] == 1)
