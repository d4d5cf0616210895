"""An Op of one's own, in Python and in C: shrinks each number by a threshold."""
import numpy
import theano
import theano.tensor as T
from theano import gof


class Shrink(gof.Op):
    __props__ = ('threshold',)
    runs_in_python = 0

    def __init__(self, threshold):
        self.threshold = threshold

    def make_node(self, x):
        x = T.as_tensor_variable(x)
        assert x.ndim == 1 and x.dtype == 'float64'
        return gof.Apply(self, [x], [x.type()])

    def perform(self, node, inputs, output_storage):
        Shrink.runs_in_python += 1
        x, = inputs
        output_storage[0][0] = numpy.sign(x) * numpy.maximum(abs(x) - self.threshold, 0)

    def grad(self, inputs, output_grads):
        return [output_grads[0] * (abs(inputs[0]) > self.threshold)]

    def c_headers(self):
        return ['<math.h>']

    def c_code_cache_version(self):
        return (1,)

    def c_code(self, node, name, inputs, outputs, sub):
        x, z = inputs[0], outputs[0]
        threshold, fail = self.threshold, sub['fail']
        return """
        Py_XDECREF(%(z)s);
        %(z)s = (PyArrayObject*)PyArray_EMPTY(1, PyArray_DIMS(%(x)s), NPY_DOUBLE, 0);
        if (!%(z)s) %(fail)s
        for (npy_intp i = 0; i < PyArray_DIM(%(x)s, 0); ++i) {
            const double v = *(double*)PyArray_GETPTR1(%(x)s, i);
            *(double*)PyArray_GETPTR1(%(z)s, i) = copysign(fmax(fabs(v) - %(threshold)s, 0), v);
        }
        """ % locals()


x = T.dvector('x')
z = Shrink(0.5)(x)
f = theano.function([x], [z, T.grad(T.sqr(z).sum(), x)])
shrunk, slope = f([-2, -0.25, 0.5, 0.75, 3])
print 'shrunk:', ' '.join('%g' % v for v in shrunk)
print 'slope:', ' '.join('%g' % v for v in slope)
print 'runs in Python: %d' % Shrink.runs_in_python
