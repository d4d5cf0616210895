"""A net with dropout and noise, by the random streams that a graphics card could have run."""
import numpy as np
import theano
import theano.tensor as T
from theano.sandbox.rng_mrg import MRG_RandomStreams as RandomStreams

srng = RandomStreams(seed=234)
rng = np.random.RandomState(5)


def rectify(x):
    return T.maximum(x, 0.)


def dropout(x, p):
    retain = 1 - p
    return x * srng.binomial(x.shape, p=retain, dtype=theano.config.floatX) / retain


def noise(x, std):
    return x + srng.normal(size=x.shape, avg=0., std=std)

x, t = T.matrix('x'), T.vector('t')
w_h = theano.shared(rng.randn(3, 8))
w_o = theano.shared(0.5 * rng.randn(8))
noisy, quiet = [T.dot(drop(rectify(T.dot(jitter(x), w_h))), w_o) for drop, jitter in (
    (lambda h: dropout(h, 0.25), lambda v: noise(v, 0.1)), (lambda h: h, lambda v: v))]

cost = T.mean(T.sqr(noisy - t))
params = [w_h, w_o]
updates = [(p, p - 0.05 * g) for p, g in zip(params, T.grad(cost, params))]
train = theano.function(inputs=[x, t], outputs=cost, updates=updates)
test = theano.function([x, t], T.mean(T.sqr(quiet - t)))

inputs = rng.randn(100, 3)
targets = np.sin(inputs[:, 0]) * inputs[:, 1]
print 'before: %.6f' % test(inputs, targets)
costs = [train(inputs, targets) for epoch in xrange(150)]
print 'noisy:', round(np.mean(costs[-20:]), 4)
print 'after:', round(float(test(inputs, targets)), 4)

ones = theano.shared(np.ones((200, 50)))
draw = theano.function([], [dropout(ones, 0.25), noise(ones, 0.1),
                            srng.uniform(size=(200, 50), low=-1., high=3.)])
for name, drawn in zip(['dropped', 'noise', 'uniform'], draw()):
    print '%s: %.4f %.4f' % (name, drawn.mean(), drawn.std())
