"""A restricted Boltzmann machine: its free energy, its samples, and the slope of its likelihood."""
import numpy
import theano
import theano.tensor as T

rng = numpy.random.RandomState(6)
n_visible, n_hidden, n_chains = 4, 3, 4000
W = theano.shared(rng.randn(n_visible, n_hidden), name='W')
hbias = theano.shared(0.5 * rng.randn(n_hidden), name='hbias')
vbias = theano.shared(0.5 * rng.randn(n_visible), name='vbias')
theano_rng = T.shared_randomstreams.RandomStreams(rng.randint(2 ** 30))


def free_energy(v):
    softplus = T.nnet.softplus(T.dot(v, W) + hbias)
    return -T.dot(v, vbias) - T.sum(softplus, axis=1)


def sample(probability):
    return theano_rng.binomial(size=probability.shape, n=1, p=probability,
                               dtype=theano.config.floatX)


def gibbs_vhv(v):
    h = sample(T.nnet.sigmoid(T.dot(v, W) + hbias))
    return sample(T.nnet.sigmoid(T.dot(h, W.T) + vbias))

chain = theano.shared(numpy.zeros((n_chains, n_visible)), borrow=True)
samples, updates = theano.scan(gibbs_vhv, outputs_info=[chain], n_steps=30)
chain_end = samples[-1]
updates[chain] = chain_end

v = T.matrix('v')
cost = T.mean(free_energy(v)) - T.mean(free_energy(chain_end))
slopes = T.grad(cost, [W, vbias], consider_constant=[chain_end])
slope_of = theano.function([v], slopes, updates=updates)
energy_of = theano.function([v], free_energy(v))

data = numpy.array([[1., 1, 0, 0], [0, 0, 1, 1]])
print 'energy: %.5f %.5f' % tuple(energy_of(data))
slope_W, slope_vbias = slope_of(data)
print 'sampled:', ' '.join(['%.4f' % m for m in chain.get_value().mean(axis=0)])
print 'slope of W:', ' '.join('%.4f' % s for s in slope_W.flatten())
print 'slope of vbias:', ' '.join('%.4f' % s for s in slope_vbias)
