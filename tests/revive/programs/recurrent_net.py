"""A recurrent net learns an echo, half as loud, and then hears itself until that's silent."""
import numpy
import theano
from theano import tensor as T
from theano.scan_module import until

rng = numpy.random.RandomState(4)
n_hidden = 3
U = theano.shared(0.5 * rng.randn(n_hidden), name='U')
W = theano.shared(0.5 * rng.randn(n_hidden, n_hidden), name='W')
V = theano.shared(0.5 * rng.randn(n_hidden), name='V')
params = {'U': U, 'W': W, 'V': V}


def step(x_t, h_tm1):
    h_t = T.tanh(x_t * U + T.dot(h_tm1, W))
    return h_t, T.dot(h_t, V)

x, target = T.dvectors('x', 'target')
h0 = T.zeros_like(U)
[h, y], _ = theano.scan(step, sequences=x, outputs_info=[h0, None])
cost = T.mean((y - target) ** 2)

updates = []
for name, param in params.iteritems():
    updates.append((param, param - 0.5 * T.grad(cost, param)))
train = theano.function([x, target], cost, updates=updates)

heard = rng.randn(12)
echo = numpy.concatenate([[0.], 0.5 * heard[:-1]])
for epoch in xrange(80):
    now = train(heard, echo)
    if epoch % 20 == 0:
        print 'cost %d: %.6f' % (epoch, now)


def listen(y_tm1, h_tm1):
    h_t, y_t = step(y_tm1, h_tm1)
    return [y_t, h_t], until(abs(y_t) < 0.001)

[said, _], _ = theano.scan(listen, outputs_info=[T.constant(1., dtype='float64'), h0], n_steps=100)
said = theano.function([], said)()
print 'said:', len(said)
print 'last: %.6f' % said[-1]
