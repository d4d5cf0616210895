"""A long short-term memory reads sentences of different lengths and learns their mood."""
from collections import OrderedDict
import cPickle as pkl

import numpy
import theano
from theano import config
import theano.tensor as tensor

rng = numpy.random.RandomState(7)
dim = 2


def numpy_floatX(data):
    return numpy.asarray(data, dtype=config.floatX)


def init_params():
    params = OrderedDict()
    for name, shape in (('Wemb', (5, dim)), ('lstm_W', (dim, 4 * dim)), ('lstm_U', (dim, 4 * dim)),
                        ('lstm_b', (4 * dim,)), ('U', (dim, 2)), ('b', (2,))):
        params[name] = numpy_floatX(0.5 * rng.randn(*shape))
    return pkl.loads(pkl.dumps(params, -1))


def lstm_layer(tparams, below, mask):
    def part(x, n):
        return x[:, n * dim:(n + 1) * dim]

    def step(m_, x_, h_, c_):
        preact = x_ + tensor.dot(h_, tparams['lstm_U'])
        i, f, o = [tensor.nnet.sigmoid(part(preact, n)) for n in range(3)]
        c = f * c_ + i * tensor.tanh(part(preact, 3))
        c = m_[:, None] * c + (1. - m_)[:, None] * c_
        h = o * tensor.tanh(c)
        return m_[:, None] * h + (1. - m_)[:, None] * h_, c

    start = tensor.alloc(numpy_floatX(0.), below.shape[1], dim)
    rval, updates = theano.scan(step, sequences=[mask, below], outputs_info=[start, start],
                                name='lstm_layer', n_steps=below.shape[0])
    assert not updates
    return rval[0]

tparams = OrderedDict((k, theano.shared(p, name=k)) for k, p in init_params().iteritems())
x, mask, y = tensor.matrix('x', dtype='int64'), tensor.matrix('mask'), tensor.vector('y', 'int64')
emb = tparams['Wemb'][x.flatten()].reshape([x.shape[0], x.shape[1], dim])
below = tensor.dot(emb, tparams['lstm_W']) + tparams['lstm_b']
proj = lstm_layer(tparams, below, mask)
proj = (proj * mask[:, :, None]).sum(axis=0) / mask.sum(axis=0)[:, None]
pred = tensor.nnet.softmax(tensor.dot(proj, tparams['U']) + tparams['b'])
cost = -tensor.log(pred[tensor.arange(x.shape[1]), y] + 1e-8).mean()
grads = tensor.grad(cost, wrt=tparams.values())
f_train = theano.function([x, mask, y], [cost, pred], updates=[
    (p, p - 0.5 * g) for p, g in zip(tparams.values(), grads)])

words = numpy.array([[1, 2, 3], [4, 2, 1], [3, 0, 2], [1, 0, 0]])
lengths = (words > 0).astype(config.floatX)
for eidx in xrange(3):
    cost, pred = f_train(words, lengths, numpy.array([1, 0, 1]))
    print 'cost %d: %.6f' % (eidx, cost)
print 'pred:', ' '.join(['%.6f' % p for p in pred[:, 1]])
