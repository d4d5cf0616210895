"""Logistic regression by gradient descent; the weights go into a file and come back."""
import cPickle
import sys
import time

import numpy
import theano
import theano.tensor as T

rng = numpy.random.RandomState(1)
points = rng.randn(40, 2)
labels = (points[:, 0] - points[:, 1] + rng.randn(40) > 0).astype(numpy.int)

x = T.matrix('x')
y = T.lvector('y')
w = theano.shared(numpy.zeros(2, dtype=numpy.float), name='w')
b = theano.shared(0., name='b')
p = T.nnet.sigmoid(T.dot(x, w) + b)
cost = T.nnet.binary_crossentropy(p, y).mean() + 0.01 * T.sqr(w).sum()
gw, gb = T.grad(cost, [w, b])

all_x, all_y = theano.shared(points), theano.shared(labels)
train = theano.function([], cost, updates=[(w, w - gw), (b, b - gb)],
                        givens={x: all_x, y: all_y})

index = T.lscalar('index')
batch_size = 10
n_batches = len(points) / batch_size
rows = slice(index * batch_size, (index + 1) * batch_size)
count_wrong = theano.function([index], T.neq(p > 0.5, y).sum(),
                              givens={x: all_x[rows], y: all_y[rows]})

start = time.clock()
last = numpy.inf
for epoch in xrange(3000):
    now = train()
    if last - now < 1e-14:
        break
    last = now
print >> sys.stderr, 'trained in %.2f s' % (time.clock() - start)

with open('weights.pkl', 'wb') as f:
    cPickle.dump([w.get_value(), b.get_value()], f, protocol=cPickle.HIGHEST_PROTOCOL)
weights, bias = cPickle.load(open('weights.pkl', 'rb'))
print 'weights: %.5f %.5f' % tuple(weights)
print 'bias: %.5f' % bias
print 'wrong:', sum([count_wrong(i) for i in xrange(n_batches)])
