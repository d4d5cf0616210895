"""A denoising autoencoder: learns to fill in what was dropped from its input."""
import numpy
import theano
import theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams


class DenoisingAutoencoder(object):

    def __init__(self, numpy_rng, n_visible, n_hidden):
        self.theano_rng = RandomStreams(numpy_rng.randint(2 ** 30))
        self.x = T.matrix('x')
        self.W = theano.shared(0.5 * numpy_rng.randn(n_visible, n_hidden), name='W')
        self.b = theano.shared(numpy.zeros(n_hidden), name='b')
        self.b_prime = theano.shared(numpy.zeros(n_visible), name='b_prime')
        self.params = [self.W, self.b, self.b_prime]

    def corrupted(self, level):
        return self.x * self.theano_rng.binomial(size=self.x.shape, n=1, p=1 - level,
                                                 dtype=theano.config.floatX)

    def cost(self, inputs):
        y = T.nnet.sigmoid(T.dot(inputs, self.W) + self.b)
        z = T.nnet.sigmoid(T.dot(y, self.W.T) + self.b_prime)
        return T.nnet.binary_crossentropy(z, self.x).sum(axis=1).mean()


numpy_rng = numpy.random.RandomState(3)
patterns = numpy.array([[1, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 1]], dtype=float)
data = patterns[numpy_rng.randint(2, size=200)]
da = DenoisingAutoencoder(numpy_rng, n_visible=6, n_hidden=2)

noisy = da.corrupted(0.3)
cost = da.cost(noisy)
updates = [(p, p - 0.2 * g) for p, g in zip(da.params, T.grad(cost, da.params))]
train = theano.function([da.x], [cost, T.eq(noisy, da.x).mean()], updates=updates)

clean = theano.function([da.x], da.cost(da.x))
print 'clean before: %.6f' % clean(data)
costs, same = zip(*[train(data) for epoch in xrange(100)])
print 'unchanged: %.4f' % numpy.mean(same)
print 'noisy: %.4f' % numpy.mean(costs[-10:])
print 'clean after: %.4f' % clean(data)
