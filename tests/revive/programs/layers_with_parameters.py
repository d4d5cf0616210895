"""Layers that know their inputs, as a library of the time stacked them, with momentum."""
from collections import OrderedDict

import numpy as np
import theano
import theano.tensor as T


class Layer(object):
    def __init__(self, incoming):
        self.input_layer = incoming

    def get_output(self, inputs):
        if not isinstance(inputs, theano.gof.Variable):
            raise TypeError, 'expected a symbol, not %r' % (inputs,)
        if self.input_layer is not None:
            inputs = self.input_layer.get_output(inputs)
        return self.get_output_for(inputs)


class InputLayer(Layer):
    def __init__(self):
        super(InputLayer, self).__init__(None)

    def get_output_for(self, input):
        return input


class DenseLayer(Layer):
    def __init__(self, incoming, shape, nonlinearity=None, rng=np.random.RandomState(9)):
        super(DenseLayer, self).__init__(incoming)
        self.W = theano.shared(0.5 * rng.randn(*shape), name='W')
        self.b = theano.shared(np.zeros(shape[1]), name='b')
        self.nonlinearity = nonlinearity or (lambda x: x)

    def get_output_for(self, input):
        return self.nonlinearity(T.dot(input.flatten(2), self.W) + self.b.dimshuffle('x', 0))


def get_all_params(output):
    return [v for v in theano.gof.graph.inputs([output])
            if isinstance(v, theano.compile.SharedVariable)]


def nesterov_momentum(loss, params, learning_rate=0.05, momentum=0.9):
    updates = OrderedDict()
    for param, grad in zip(params, T.grad(loss, params)):
        velocity = theano.shared(np.zeros_like(param.get_value()))
        updates[velocity] = momentum * velocity - learning_rate * grad
        updates[param] = param + momentum * updates[velocity] - learning_rate * grad
    return updates

input_var, target_var = T.tensor3('input'), T.matrix('target')
network = DenseLayer(DenseLayer(InputLayer(), (4, 5)), (5, 2))
prediction = network.get_output(input_var)
loss = T.sqr(prediction - target_var).mean()
params = get_all_params(prediction)
print 'params:', len(params)
train_fn = theano.function([input_var, target_var], loss,
                           updates=nesterov_momentum(loss, params))

rng = np.random.RandomState(10)
inputs, targets = rng.randn(30, 2, 2), rng.randn(30, 2)
for epoch in xrange(2000):
    train_fn(inputs, targets)
predict = theano.function([input_var], prediction)
print 'first:', ' '.join('%.6f' % value for value in predict(inputs)[0])
print 'loss: %.6f' % train_fn(inputs, targets)
