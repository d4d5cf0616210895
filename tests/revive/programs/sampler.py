"""Hybrid Monte Carlo: many chains at once draw from a Gaussian, by leaps along its slope."""
import numpy
import theano
import theano.tensor as TT
from theano import function, shared
from theano.tensor.shared_randomstreams import RandomStreams

mu = numpy.array([1., -2.])
cov = numpy.array([[1., 0.6], [0.6, 2.]])
cov_inv = numpy.linalg.inv(cov)
n_leaps, stepsize = 3, 1.


def energy(x):
    return 0.5 * (TT.dot(x - mu, cov_inv) * (x - mu)).sum(axis=1)


def kinetic(velocity):
    return 0.5 * (velocity ** 2).sum(axis=1)


def leap(pos, vel):
    pos = pos + stepsize * vel
    return [pos, vel - stepsize * TT.grad(energy(pos).sum(), pos)]

s_rng = RandomStreams(seed=1234)
positions = shared(numpy.zeros((2000, 2)), name='positions')
vel = s_rng.normal(size=positions.shape, avg=0., std=1.)
half = vel - 0.5 * stepsize * TT.grad(energy(positions).sum(), positions)
(pos_path, vel_path), _ = theano.scan(leap, outputs_info=[positions, half], n_steps=n_leaps)
pos_end = pos_path[-1]
vel_end = vel_path[-1] + 0.5 * stepsize * TT.grad(energy(pos_end).sum(), pos_end)

gain = energy(positions) + kinetic(vel) - energy(pos_end) - kinetic(vel_end)
accept = TT.lt(s_rng.uniform(size=(2000,)), TT.exp(gain))
moved = TT.switch(accept.dimshuffle(0, 'x'), pos_end, positions)
move = function([], [], updates={positions: moved})

for i in xrange(50):
    move()
ends = positions.get_value(borrow=True)
print 'mean:', '%.4f %.4f' % tuple(ends.mean(axis=0))
print 'cov:', ' '.join(['%.4f' % c for c in numpy.cov(ends.T).ravel()])
