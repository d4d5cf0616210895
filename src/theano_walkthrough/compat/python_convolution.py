"""Let convolution run in Python: without a compiler, and in the mode FAST_COMPILE.

Theano has it in Python, but asks SciPy for private names that are gone
(https://github.com/aesara-devs/aesara/issues/810); SciPy has the same in public.
It also replaces it by operations that exist in C only, for FAST_COMPILE as well
(https://github.com/Theano/Theano/pull/5398), and refuses what isn't replaced.
SciPy's signal processing is imported when it's first used, since that takes long.
"""

from importlib import import_module

import theano
from theano.compile import optdb
from theano.graph.op import _NoPythonOp
from theano.tensor.nnet import abstract_conv, conv, corr, corr3d
from theano.tensor.nnet.opt import conv_groupopt

IN_PYTHON = {
    corr.CorrMM: abstract_conv.AbstractConv2d,
    corr.CorrMM_gradWeights: abstract_conv.AbstractConv2d_gradWeights,
    corr.CorrMM_gradInputs: abstract_conv.AbstractConv2d_gradInputs,
    corr3d.Corr3dMM: abstract_conv.AbstractConv3d,
    corr3d.Corr3dMMGradWeights: abstract_conv.AbstractConv3d_gradWeights,
    corr3d.Corr3dMMGradInputs: abstract_conv.AbstractConv3d_gradInputs,
}
MODES = "fast_compile", "fast_run"
OLDER = "local_conv2d_cpu", "local_conv2d_gradweight_cpu", "local_conv2d_gradinputs_cpu"
"""What replaces some convolutions by an operation that can do less, and warns of it."""


def convolve_in_python() -> None:
    """Give Theano's operations what they lack."""
    for module in (abstract_conv, conv):
        if module.imported_scipy_signal:
            raise ImportError("Theano finds SciPy's old names: install SciPy 1.17.")
        module._valfrommode = module._bvalfromboundary = str
        module._convolve2d = _convolve2d
        module.imported_scipy_signal = True
    abstract_conv.convolve = _convolve
    for operation in IN_PYTHON:
        operation.perform = _perform
    if not theano.config.cxx:
        optdb.remove_tags("AbstractConvCheck", *MODES)
        for name in OLDER:
            conv_groupopt.remove_tags(name, *MODES)


def _convolve(image, kernel, mode):
    return import_module("scipy.signal").convolve(image, kernel, mode)


def _convolve2d(image, kernel, _flip, mode, _boundary, _fill):
    """Convolve as SciPy's private function did with what Theano gives it: zeros all around."""
    return import_module("scipy.signal").convolve2d(image, kernel, mode)


def _perform(self, node, inputs, outputs, params=None):
    """Compute an operation that exists in C only, as the one that it has replaced does."""
    if self._direction != "forward":
        first, second, *shape = inputs
        if not shape:
            return _NoPythonOp.perform(self, node, inputs, outputs)
        inputs = [first, second, shape]
    options = {name: getattr(self, name) for name in self.__props__}
    IN_PYTHON[type(self)](filter_flip=False, **options).perform(node, inputs, outputs)
