"""Gated recurrent units learn to spell a word, letter by letter, with Adam."""
from itertools import izip

import numpy
import theano
import theano.tensor as tensor

text = u'abracadabra'
letters = sorted(set(text))
codes = dict(izip(letters, xrange(len(letters))))
if not codes.has_key('a'):
    raise ValueError, 'there is no a'
rng = numpy.random.RandomState(8)
dim, n_letters = 2, len(letters)


def _p(pp, name):
    return '%s_%s' % (pp, name)


def ortho_weight(n):
    return numpy.linalg.svd(rng.randn(n, n))[0]

params = {}
params['Wemb'] = 0.5 * rng.randn(n_letters, 3 * dim)
params[_p('gru', 'U')] = numpy.hstack([ortho_weight(dim), ortho_weight(dim)])
params[_p('gru', 'Ux')] = ortho_weight(dim)
params[_p('ff', 'W')] = 0.5 * rng.randn(dim, n_letters)
tparams = dict([(name, theano.shared(value, name=name)) for name, value in params.items()])


def _step(x_, h_, U, Ux):
    gates = tensor.nnet.sigmoid(x_[:2 * dim] + tensor.dot(h_, U))
    r, u = gates[:dim], gates[dim:]
    h = tensor.tanh(tensor.dot(h_, Ux) * r + x_[2 * dim:])
    return u * h_ + (1. - u) * h

x = tensor.lvector('x')
h, _ = theano.scan(_step, sequences=[tparams['Wemb'][x[:-1]]],
                   outputs_info=[tensor.alloc(numpy.float64(0.), dim)],
                   non_sequences=[tparams[_p('gru', 'U')], tparams[_p('gru', 'Ux')]],
                   strict=True)
probs = tensor.nnet.softmax(tensor.dot(h, tparams[_p('ff', 'W')]))
cost = tensor.nnet.categorical_crossentropy(probs, x[1:]).mean()

lr, b1, b2, e = 0.1, 0.9, 0.999, 1e-8
i = theano.shared(numpy.float64(0.))
updates = [(i, i + 1)]
for name in sorted(tparams.keys()):
    p = tparams[name]
    g = tensor.grad(cost, p)
    m, v = [theano.shared(p.get_value() * 0.) for _ in range(2)]
    m_t, v_t = b1 * m + (1. - b1) * g, b2 * v + (1. - b2) * g ** 2
    fix = tensor.sqrt(1. - b2 ** (i + 1)) / (1. - b1 ** (i + 1))
    updates += [(m, m_t), (v, v_t), (p, p - lr * fix * m_t / (tensor.sqrt(v_t) + e))]
train = theano.function([x], cost, updates=updates)
word = numpy.array(map(codes.get, text))
for epoch in xrange(4):
    print 'cost %d: %.5f' % (epoch, train(word))
