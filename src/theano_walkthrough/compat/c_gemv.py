"""Let products with vectors run in C where Theano finds no BLAS library.

Without one, Theano leaves two products to Python: a matrix times a vector, and the outer
product of two vectors.
Yet it carries a C edition of the first, with NumPy for a BLAS, that it uses for products of
two matrices only; the second can be written as a multiplication.
For a small matrix NumPy takes longer to begin than to compute, so that is a plain loop here.
A step of training whose operations are all in C also needs no Python between them.
``THEANO_FLAGS=optimizer_excluding=c_products`` switches this alone off.
The C edition is from https://github.com/Theano/Theano/pull/6367, but nothing has it chosen.
"""

from contextlib import contextmanager

import theano.tensor as T
from theano.compile import optdb
from theano.graph.opt import local_optimizer
from theano.tensor.blas import gemv_inplace, gemv_no_inplace
from theano.tensor.blas_c import CGemv
from theano.tensor.opt import in2out

TAG = "c_products"
BEFORE_BLAS, AFTER_BLAS = 1.69, 71
SMALL = 1_000
"""Elements of a matrix for which NumPy needs longer to get ready than to compute."""
COPY_IF_STRIDE_IS_ZERO = """
if (PyArray_STRIDES({array})[0] == 0) {{
    PyArrayObject* copy = (PyArrayObject*)PyArray_NewCopy({array}, NPY_CORDER);
    if (!copy) {fail}
    Py_DECREF({array});
    {array} = copy;
}}
"""
MULTIPLY_IF_SMALL = """
if (PyArray_SIZE({matrix}) <= {small}
    && PyArray_DIMS({matrix})[0] == PyArray_DIMS({y})[0]
    && PyArray_DIMS({matrix})[1] == PyArray_DIMS({x})[0])
{{
    PyArrayObject* before = {y};
    if ({inplace}) {{
        Py_INCREF(before);
        Py_XDECREF({z});
        {z} = before;
    }} else if (!{z} || PyArray_DIMS({z})[0] != PyArray_DIMS(before)[0]) {{
        Py_XDECREF({z});
        {z} = (PyArrayObject*)PyArray_SimpleNew(1, PyArray_DIMS(before), PyArray_TYPE(before));
        if (!{z}) {fail}
    }}
    const npy_intp rows = PyArray_DIMS({matrix})[0], columns = PyArray_DIMS({matrix})[1];
    const npy_intp down = PyArray_STRIDES({matrix})[0], right = PyArray_STRIDES({matrix})[1];
    const dtype_{z} alpha = *(dtype_{alpha}*)PyArray_DATA({alpha});
    const dtype_{z} beta = *(dtype_{beta}*)PyArray_DATA({beta});
    for (npy_intp i = 0; i < rows; i++) {{
        const char* element = PyArray_BYTES({matrix}) + i * down;
        const char* factor = PyArray_BYTES({x});
        dtype_{z} sum = 0;
        for (npy_intp j = 0; j < columns; j++) {{
            sum += *(const dtype_{z}*)element * *(const dtype_{z}*)factor;
            element += right;
            factor += PyArray_STRIDES({x})[0];
        }}
        sum *= alpha;
        if (beta != 0)  // what lies there needn't be a number
            sum += beta * *(dtype_{z}*)PyArray_GETPTR1(before, i);
        *(dtype_{z}*)PyArray_GETPTR1({z}, i) = sum;
    }}
}} else {{
{otherwise}
}}
"""


class Gemv(CGemv):
    """A matrix times a vector, as Theano does it in C; the vector may repeat one number, too."""

    def c_code(self, node, name, inputs, outputs, sub):
        """Return the C code: BLAS, and what stands in for it, refuse strides of 0."""
        y, alpha, matrix, x, beta = inputs
        fail = sub["fail"]
        copies = [COPY_IF_STRIDE_IS_ZERO.format(array=array, fail=fail) for array in (y, x)]
        product = MULTIPLY_IF_SMALL.format(
            **{"y": y, "alpha": alpha, "matrix": matrix, "x": x, "beta": beta, "z": outputs[0]},
            **{"small": SMALL, "inplace": int(self.inplace), "fail": fail},
            otherwise=super().c_code(node, name, inputs, outputs, sub),
        )
        return "".join(copies) + product

    def c_code_cache_version(self):
        """Return the version of the C code."""
        return (*super().c_code_cache_version(), 2)


@local_optimizer([gemv_inplace, gemv_no_inplace])
def matrix_times_vector_in_c(fgraph, node):
    """Replace a product that would run in Python."""
    if node.op not in (gemv_inplace, gemv_no_inplace):
        return None
    if node.outputs[0].dtype not in ("float32", "float64"):
        return None
    return [Gemv(node.op.inplace)(*node.inputs)]


@local_optimizer([T.Dot])
def outer_product_in_c(fgraph, node):
    """Replace the product of a single column with a single row."""
    if not isinstance(node.op, T.Dot):
        return None
    column, row = node.inputs
    if not (column.ndim == row.ndim == 2 and column.broadcastable[1] and row.broadcastable[0]):
        return None
    return [column * row]


OPTIMIZERS = {
    "outer_product_in_c": (in2out(outer_product_in_c), BEFORE_BLAS, ["fast_run", TAG]),
    "matrix_times_vector_in_c": (
        in2out(matrix_times_vector_in_c),
        AFTER_BLAS,
        ["fast_run", "inplace", TAG],
    ),
}


@contextmanager
def c_products():
    """Have Theano's optimizer use both."""
    for name, (optimizer, position, tags) in OPTIMIZERS.items():
        if name not in optdb:
            optdb.register(name, optimizer, position)
        optdb.add_tags(name, *tags)
    yield
    for name, (_, _, tags) in OPTIMIZERS.items():
        optdb.remove_tags(name, *tags)
