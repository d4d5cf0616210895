"""Layers over a small backend, as another library had them: batch normalisation, and fit."""
import sys

import numpy as np
import theano
import theano.tensor as T
from theano.ifelse import ifelse

_FLOATX = theano.config.floatX
_LEARNING_PHASE = T.scalar(dtype='uint8', name='keras_learning_phase')


def variable(value):
    return theano.shared(np.asarray(value, dtype=_FLOATX), strict=False)


class Dense(object):
    def __init__(self, n_in, n_out, activation, rng):
        self.W, self.b = variable(rng.randn(n_in, n_out)), variable(np.zeros((n_out,)))
        self.trainable, self.updates = [self.W, self.b], []
        if isinstance(activation, basestring):
            activation = {'tanh': T.tanh, 'sigmoid': T.nnet.sigmoid}[activation]
        self.activation = activation

    def __call__(self, x):
        return self.activation(T.dot(x, self.W) + self.b)


class BatchNormalization(object):
    def __init__(self, n, momentum=0.8):
        self.gamma, self.beta = variable(np.ones(n)), variable(np.zeros(n))
        self.mean, self.std = variable(np.zeros(n)), variable(np.ones(n))
        self.momentum, self.trainable = momentum, [self.gamma, self.beta]

    def __call__(self, x):
        mean, std = x.mean(axis=0), T.sqrt(x.var(axis=0) + 1e-5)
        keep = self.momentum
        self.updates = [(self.mean, keep * self.mean + (1 - keep) * mean),
                        (self.std, keep * self.std + (1 - keep) * std)]
        x = ifelse(_LEARNING_PHASE, (x - mean) / std, (x - self.mean) / self.std)
        return x * self.gamma + self.beta


class Sequential(list):
    def compile(self, lr):
        x, y = T.matrix(), T.matrix()
        out = reduce(lambda tensor, layer: layer(tensor), self, x)
        loss = T.nnet.binary_crossentropy(out, y).mean()
        params = sum([layer.trainable for layer in self], [])
        updates = [(p, p - lr * g) for p, g in zip(params, T.grad(loss, params))]
        updates += sum([layer.updates for layer in self], [])
        ins = [x, y, _LEARNING_PHASE]
        self.train = theano.function(ins, loss, updates=updates, on_unused_input='ignore')
        self.test = theano.function(ins, [loss, out], on_unused_input='ignore')

    def fit(self, x, y, nb_epoch, verbose=1):
        for epoch in xrange(nb_epoch):
            loss = self.train(x, y, 1)
            if verbose:
                sys.stdout.write('loss %d: %.6f\n' % (epoch, loss))

rng = np.random.RandomState(11)
model = Sequential()
model.append(Dense(2, 3, 'tanh', rng))
model.append(BatchNormalization(3))
model.append(Dense(3, 1, activation='sigmoid', rng=rng))
model.compile(lr=0.5)
x = rng.randn(20, 2)
model.fit(x, (x[:, :1] * x[:, 1:] > 0).astype(_FLOATX), nb_epoch=3)
loss, out = model.test(x, x[:, :1] * 0, 0)
print 'test loss: %.6f' % loss
print 'first: %.6f' % out[0, 0]
