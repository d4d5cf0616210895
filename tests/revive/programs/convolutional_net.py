"""A convolutional net after LeNet: one layer of filters, pooled, and a softmax."""
import os
os.environ['THEANO_FLAGS'] = 'device=gpu,lib.cnmem=0.8'

import numpy as np
import theano
import theano.tensor as T
from theano.tensor.nnet import conv
from theano.tensor.signal import downsample

theano.config.floatX = 'float32'
rng = np.random.RandomState(2)


def shared(scale, *shape):
    values = np.asarray(scale * rng.randn(*shape), dtype=theano.config.floatX)
    return theano.shared(values, borrow=True)

pictures = np.asarray(rng.rand(6, 1, 6, 6), dtype=theano.config.floatX)
digits = np.array([0, 1, 0, 1, 1, 0], dtype='int32')

x = T.ftensor4('x')
y = T.ivector('y')
filters, bias = shared(0.5, 2, 1, 3, 3), shared(0.1, 2)
maps = conv.conv2d(input=x, filters=filters, filter_shape=(2, 1, 3, 3))
pooled = downsample.max_pool_2d(maps, ds=(2, 2), ignore_border=True)
hidden = T.tanh(pooled + bias.dimshuffle('x', 0, 'x', 'x'))

W, c = shared(0.5, 8, 2), shared(0.1, 2)
p_y_given_x = T.nnet.softmax(T.dot(T.flatten(hidden, outdim=2), W) + c)
cost = -T.mean(T.log(p_y_given_x)[T.arange(y.shape[0]), y])

params = [filters, bias, W, c]
updates = [(param, param - np.float32(0.5) * grad)
           for param, grad in zip(params, T.grad(cost, params))]
train = theano.function([x, y], cost, updates=updates)
for epoch in xrange(3):
    print 'cost %d: %.4f' % (epoch, train(pictures, digits))
predict = theano.function([x], T.argmax(p_y_given_x, axis=1))
print 'digits:', ' '.join(map(str, predict(pictures)))
