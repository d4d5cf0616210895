"""What readers of English search for, and what must come first."""

# ruff: noqa: RUF001 - g++ prints curved quotes, and readers of Chinese may type full-width letters

from tests.site.search_queries import Query
from tests.site.search_queries.messages import MESSAGES

ENGLISH = (
    # An exercise.
    Query("one value too few", "chapters/1_first_function.html#one-value-too-few"),
    # Words and terms.
    Query("XNOR", "glossary.html#term-XNOR", ("chapters/6_network_that_solves_xnor.html",)),
    Query("XOR", "glossary.html#term-XOR"),
    Query("NAND gate", "glossary.html#term-gate"),
    Query("feed-forward network", "glossary.html#term-feed-forward-network"),
    Query("linear separability", "glossary.html#term-linearly-separable"),
    Query(
        "learning rate", "glossary.html#term-learning-rate", ("chapters/5_neuron_that_learns.html",)
    ),
    Query("gradient", "glossary.html#term-gradient", ("chapters/3_functions_and_gradients.html",)),
    Query(
        "cross entropy",
        "glossary.html#term-binary-cross-entropy",
        ("chapters/5_neuron_that_learns.html",),
    ),
    Query("install", "install.html"),
    Query("GPU", "help.html#gpu"),
    Query(
        "sigmoid", "glossary.html#term-logistic-function", ("chapters/5_neuron_that_learns.html",)
    ),
    Query("bias", "glossary.html#term-bias", ("chapters/4_neuron_that_decides.html",)),
    Query(
        "backpropagation",
        "glossary.html#term-backpropagation",
        ("chapters/6_network_that_solves_xnor.html",),
    ),
    Query("loss", "glossary.html#term-cost", ("chapters/5_neuron_that_learns.html",)),
    Query(
        "plateau",
        "glossary.html#term-plateau",
        ("chapters/6_network_that_solves_xnor.html#the-cost-and-its-plateau",),
    ),
    Query("playground", "playground.html"),
    # Questions, as people type them.
    Query("network does not learn", "help.html#does-not-learn"),
    Query("weights zero initialization", "help.html#does-not-learn"),
    Query("save weights", "help.html#save-weights"),
    Query("Can Theano use my graphics card?", "help.html#gpu"),
    Query(
        "why can't one neuron learn XNOR",
        "chapters/6_network_that_solves_xnor.html#why-one-neuron-can-t",
    ),
    Query(
        "what does broadcastable mean?", "chapters/2_variables.html#what-does-broadcastable-mean"
    ),
    Query(
        "how do I check a gradient",
        "chapters/3_functions_and_gradients.html",
        ("chapters/3_functions_and_gradients.html#don-t-trust-check",),
    ),
    Query("difference between iteration and epoch", "glossary.html#term-iteration"),
    Query("how can I make training faster?", "beyond/faster_training.html"),
    # Slips, prefixes, plurals, another order.
    Query(
        "backpropogation",
        "glossary.html#term-backpropagation",
        ("chapters/6_network_that_solves_xnor.html",),
    ),
    Query(
        "trianing loop",
        "glossary.html#term-training",
        ("chapters/5_neuron_that_learns.html#the-training-loop",),
    ),
    Query(
        "grad des", "glossary.html#term-gradient-descent", ("chapters/5_neuron_that_learns.html",)
    ),
    Query(
        "shared variables",
        "glossary.html#term-shared-variable",
        ("chapters/3_functions_and_gradients.html",),
    ),
    Query(
        "finite difference",
        "glossary.html#term-finite-differences",
        ("chapters/3_functions_and_gradients.html",),
    ),
    Query(
        "folding constant",
        "glossary.html#term-constant-folding",
        ("chapters/3_functions_and_gradients.html",),
    ),
    # Error messages, whole.
    Query(
        """\
Traceback (most recent call last):
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/compile/function/\
pfunc.py", line 191, in rebuild_collect_shared
    update_val = store_into.type.filter_variable(
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/tensor/type.py", \
line 241, in filter_variable
    raise TypeError(
TypeError: Cannot convert Type TensorType(float64, matrix) (of Variable \
Elemwise{sub,no_inplace}.0) into Type TensorType(float32, matrix). You can try to manually \
convert Elemwise{sub,no_inplace}.0 into a TensorType(float32, matrix).

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/home/li/digits/train.py", line 31, in <module>
    train = theano.function(
            ^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/compile/function/\
__init__.py", line 337, in function
    fn = pfunc(
         ^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/compile/function/\
pfunc.py", line 475, in pfunc
    output_vars = rebuild_collect_shared(
                  ^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/compile/function/\
pfunc.py", line 208, in rebuild_collect_shared
    raise TypeError(err_msg, err_sug)
TypeError: ('An update must have the same type as the original shared variable \
(shared_var=weights, shared_var.type=TensorType(float32, matrix), \
update_val=Elemwise{sub,no_inplace}.0, update_val.type=TensorType(float64, matrix)).', 'If the \
difference is related to the broadcast pattern, you can call the tensor.unbroadcast(var, \
axis_to_unbroadcast[, ...]) function to remove broadcastable dimensions.')""",
        "help.html#update-type",
    ),
    Query(
        """\
Traceback (most recent call last):
  File "/home/li/DeepLearningTutorials/code/convolutional_mlp.py", line 34, in <module>
    from theano.tensor.signal import downsample
ImportError: cannot import name 'downsample' from 'theano.tensor.signal' \
(/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/tensor/signal/__init__.py)""",
        "help.html#moved-modules",
    ),
    Query(
        """\
Traceback (most recent call last):
  File "/home/li/xnor/many.py", line 12, in <module>
    step = theano.function([x, a_hat], cost, updates=updates)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/compile/function/\
__init__.py", line 337, in function
    fn = pfunc(
         ^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/compile/function/\
pfunc.py", line 524, in pfunc
    return orig_function(
           ^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/compile/function/\
types.py", line 1981, in orig_function
    fn = m.create(defaults)
         ^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/compile/function/\
types.py", line 1836, in create
    _fn, _i, _o = self.linker.make_thunk(
                  ^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/link/basic.py", \
line 266, in make_thunk
    return self.make_all(
           ^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/link/vm.py", line \
1131, in make_all
    node.op.make_thunk(node, storage_map, compute_map, [], impl=impl)
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/graph/op.py", line \
634, in make_thunk
    return self.make_c_thunk(node, storage_map, compute_map, no_recycling)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/graph/op.py", line \
600, in make_c_thunk
    outputs = cl.make_thunk(
              ^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/link/c/basic.py", \
line 1203, in make_thunk
    cthunk, module, in_storage, out_storage, error_storage = self.__compile__(
                                                             ^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/link/c/basic.py", \
line 1138, in __compile__
    thunk, module = self.cthunk_factory(
                    ^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/link/c/basic.py", \
line 1634, in cthunk_factory
    module = get_module_cache().module_from_key(key=key, lnk=self)
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/link/c/cmodule.py", \
line 1161, in module_from_key
    with lock_ctx():
  File "/home/li/miniconda3/envs/theano/lib/python3.11/contextlib.py", line 137, in __enter__
    return next(self.gen)
           ^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/compile/\
compilelock.py", line 73, in lock_ctx
    fl.acquire(timeout=timeout)
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/filelock/_api.py", line \
1037, in acquire
    self._poll_until_acquired(
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/filelock/_api.py", line \
1171, in _poll_until_acquired
    raise Timeout(lock_filename, self._unprobeable_holder())
filelock._error.Timeout: The file lock '/home/li/.theano/\
compiledir_Linux-5.15.0-91-generic-x86_64-with-glibc2.35-x86_64-3.11.9-64/.lock' could not be \
acquired.""",
        "help.html#compile-lock",
    ),
    Query(
        """\
Traceback (most recent call last):
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/configdefaults.py", \
line 1658, in _filter_compiledir
    os.makedirs(path, 0o770)  # read-write-execute for user and group
    ^^^^^^^^^^^^^^^^^^^^^^^^
  File "<frozen os>", line 215, in makedirs
  File "<frozen os>", line 225, in makedirs
PermissionError: [Errno 13] Permission denied: '/home/li/.theano'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/home/li/xnor/where.py", line 3, in <module>
    print(theano.config.compiledir)
          ^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/configparser.py", \
line 361, in __get__
    self.__set__(cls, val_str)
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/configparser.py", \
line 369, in __set__
    applied = self.apply(val)
              ^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/configparser.py", \
line 325, in apply
    return self._apply(value)
           ^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/configdefaults.py", \
line 1663, in _filter_compiledir
    raise ValueError(
ValueError: Unable to create the compiledir directory \
'/home/li/.theano/compiledir_Linux-5.15.0-91-generic-x86_64-with-glibc2.35-x86_64-3.11.9-64'. \
Check the permissions.""",
        "help.html#compiledir",
    ),
    Query(
        """\
Traceback (most recent call last):
  File "/home/li/xnor/cost.py", line 9, in <module>
    f = theano.function([x], cost)
        ^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/compile/function/\
__init__.py", line 337, in function
    fn = pfunc(
         ^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/compile/function/\
pfunc.py", line 524, in pfunc
    return orig_function(
           ^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/compile/function/\
types.py", line 1970, in orig_function
    m = Maker(
        ^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/compile/function/\
types.py", line 1584, in __init__
    fgraph, additional_outputs = std_fgraph(inputs, outputs, accept_inplace)
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/compile/function/\
types.py", line 188, in std_fgraph
    fgraph = FunctionGraph(orig_inputs, orig_outputs, update_mapping=update_mapping)
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/graph/fg.py", line \
162, in __init__
    self.import_var(output, reason="init")
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/graph/fg.py", line \
330, in import_var
    self.import_node(var.owner, reason=reason)
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/graph/fg.py", line \
383, in import_node
    raise MissingInputError(error_msg, variable=var)
theano.graph.fg.MissingInputError: Input 1 of the graph (indices start from 0), used to compute \
Elemwise{sub,no_inplace}(InplaceDimShuffle{x}.0, a_hat), was not provided and not given a \
value. Use the Theano flag exception_verbosity='high', for more information on this error.

Backtrace when that variable is created:

  File "/home/li/xnor/cost.py", line 5, in <module>
    a_hat = T.vector("a_hat")""",
        "help.html#missing-input",
    ),
    Query(
        """\
WARNING (theano.configdefaults): g++ not detected ! Theano will be unable to execute optimized \
C-implementations (for both CPU and GPU) and will default to Python implementations. \
Performance will be severely degraded. To remove this warning, set Theano flags cxx to an empty \
string.""",
        "help.html#no-compiler",
    ),
    Query(
        """\
Traceback (most recent call last):
  File "/home/li/xnor/xnor.py", line 2, in <module>
    import theano
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/__init__.py", line \
83, in <module>
    from theano import scalar, tensor
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/scalar/\
__init__.py", line 1, in <module>
    from .basic import *
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/scalar/basic.py", \
line 2460, in <module>
    convert_to_bool = Cast(bool, name="convert_to_bool")
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/scalar/basic.py", \
line 2412, in __init__
    self.ctor = getattr(np, o_type.dtype)
                ^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/numpy/__init__.py", line \
324, in __getattr__
    raise AttributeError(__former_attrs__[attr])
AttributeError: module 'numpy' has no attribute 'bool'.
`np.bool` was a deprecated alias for the builtin `bool`. To avoid this error in existing code, \
use `bool` by itself. Doing this will not modify any behavior and is safe. If you specifically \
wanted the numpy scalar type, use `np.bool_` here.
The aliases was originally deprecated in NumPy 1.20; for more details and guidance see the \
original release note at:
    https://numpy.org/devdocs/release/1.20.0-notes.html#deprecations. Did you mean: 'bool_'?""",
        "help.html#numpy-bool",
    ),
    Query(
        """\
Traceback (most recent call last):
  File "/home/li/xnor/train.py", line 1, in <module>
    import theano_walkthrough
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano_walkthrough/\
__init__.py", line 11, in <module>
    prepare_theano()
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano_walkthrough/compat/\
prepare.py", line 35, in prepare_theano
    check_versions()
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano_walkthrough/compat/\
prepare.py", line 57, in check_versions
    raise ImportError(f"Theano needs NumPy 1.26, found {version}: install numpy==1.26.4.")
ImportError: Theano needs NumPy 1.26, found 2.1.0: install numpy==1.26.4.""",
        "help.html#numpy-2",
    ),
    Query(
        """\
Collecting theano-pymc==1.1.2
  Using cached Theano-PyMC-1.1.2.tar.gz (1.8 MB)
  Installing build dependencies ... done
  Getting requirements to build wheel ... error
  error: subprocess-exited-with-error

  × Getting requirements to build wheel did not run successfully.
  │ exit code: 1
  ╰─> [32 lines of output]
      Traceback (most recent call last):
        File "/home/li/venv/lib/python3.12/site-packages/pip/_vendor/pyproject_hooks/\
_in_process/_in_process.py", line 353, in <module>
          main()
        File "<string>", line 49, in <module>
        File "/tmp/pip-install-_qew4ojt/theano-pymc_d78aa8e1268d4f25a43e7c748f8f2d94/\
versioneer.py", line 1411, in get_versions
          cfg = get_config_from_root(root)
                ^^^^^^^^^^^^^^^^^^^^^^^^^^
        File "/tmp/pip-install-_qew4ojt/theano-pymc_d78aa8e1268d4f25a43e7c748f8f2d94/\
versioneer.py", line 342, in get_config_from_root
          parser = configparser.SafeConfigParser()
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      AttributeError: module 'configparser' has no attribute 'SafeConfigParser'. Did you mean: \
'RawConfigParser'?
      [end of output]

  note: This error originates from a subprocess, and is likely not a problem with pip.
error: subprocess-exited-with-error""",
        "help.html#python-3-12",
    ),
    Query(
        """\
/home/li/.theano/compiledir_Linux-6.8.0-41-generic-x86_64-with-glibc2.39-x86_64-3.11.9-64/\
lazylinker_ext/mod.cpp: In function ‘PyObject* pycall(CLazyLinker*, Py_ssize_t, int)’:
/home/li/.theano/compiledir_Linux-6.8.0-41-generic-x86_64-with-glibc2.39-x86_64-3.11.9-64/\
lazylinker_ext/mod.cpp:499:25: error: ‘PyInt_AsLong’ was not declared in this scope; did you \
mean ‘PyLong_AsLong’?
  499 |           long icount = PyInt_AsLong(count);
      |                         ^~~~~~~~~~~~
      |                         PyLong_AsLong
/home/li/.theano/compiledir_Linux-6.8.0-41-generic-x86_64-with-glibc2.39-x86_64-3.11.9-64/\
lazylinker_ext/mod.cpp:501:26: error: ‘PyInt_FromLong’ was not declared in this scope; did you \
mean ‘PyLong_FromLong’?
  501 |                          PyInt_FromLong(icount + 1));
      |                          ^~~~~~~~~~~~~~
      |                          PyLong_FromLong""",
        "help.html#numpy-2",
    ),
    Query(
        """\
Traceback (most recent call last):
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/configparser.py", \
line 238, in fetch_val_for_key
    return self._theano_cfg.get(section, option)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/configparser.py", line 797, in get
    d = self._unify_values(section, vars)
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/configparser.py", line 1168, in \
_unify_values
    raise NoSectionError(section) from None
configparser.NoSectionError: No section: 'blas'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/configparser.py", \
line 354, in __get__
    val_str = cls.fetch_val_for_key(self.name, delete_key=delete_key)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/configparser.py", \
line 242, in fetch_val_for_key
    raise KeyError(key)
KeyError: 'blas__ldflags'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/home/li/xnor/train.py", line 4, in <module>
    import theano
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/__init__.py", line \
83, in <module>
    from theano import scalar, tensor
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/tensor/\
__init__.py", line 20, in <module>
    from theano.tensor import nnet  # used for softmax, sigmoid, etc.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/tensor/nnet/\
__init__.py", line 3, in <module>
    from . import opt
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/tensor/nnet/\
opt.py", line 32, in <module>
    from theano.tensor.nnet.conv import ConvOp, conv2d
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/tensor/nnet/\
conv.py", line 20, in <module>
    from theano.tensor import blas
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/tensor/blas.py", \
line 163, in <module>
    from theano.tensor.blas_headers import blas_header_text, blas_header_version
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/tensor/\
blas_headers.py", line 1016, in <module>
    if not config.blas__ldflags:
           ^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/configparser.py", \
line 358, in __get__
    val_str = self.default()
              ^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano/link/c/cmodule.py", \
line 2632, in default_blas_ldflags
    import numpy.distutils.system_info  # noqa
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/numpy/distutils/\
system_info.py", line 200, in <module>
    from numpy.distutils.command.config import config as cmd_config
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/numpy/distutils/command/\
config.py", line 19, in <module>
    from numpy.distutils.mingw32ccompiler import generate_manifest
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/numpy/distutils/\
mingw32ccompiler.py", line 27, in <module>
    from distutils.msvccompiler import get_build_version as get_build_msvc_version
ModuleNotFoundError: No module named 'distutils.msvccompiler'""",
        "help.html",
        (
            "help.html#no-section-blas",
            "help.html#msvccompiler",
        ),
    ),
    Query(
        """\
Traceback (most recent call last):
  File "C:\\Users\\li\\Documents\\rnn\\rnn.py", line 41, in <module>
    h, _ = theano.scan(step, sequences=x, outputs_info=h0)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\scan\\basic.py", \
line 1009, in scan
    from theano import gpuarray
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\gpuarray\\__init_\
_.py", line 27, in <module>
    from theano.gpuarray import (
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\gpuarray\\extra_o\
ps.py", line 20, in <module>
    from theano.gpuarray.opt import op_lifter, register_opt, register_opt2
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\gpuarray\\opt.py", \
line 79, in <module>
    from theano.gpuarray.linalg import (
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\gpuarray\\linalg.\
py", line 4, in <module>
    import pkg_resources
ModuleNotFoundError: No module named 'pkg_resources'""",
        "help.html#pkg-resources",
    ),
    Query(
        """\
Exception: ('The following error happened while compiling the node', \
Elemwise{mul,no_inplace}(TensorConstant{2.0}, x), '\\n', 'Compilation failed (return status=1): \
/home/li/.theano/compiledir_Linux-5.15.0-91-generic-x86_64-with-glibc2.35-x86_64-3.11.9-64/\
tmpq0v7_k3d/mod.cpp:1:10: fatal error: Python.h: No such file or directory.     1 | #include \
<Python.h>.       |          ^~~~~~~~~~. compilation terminated.. ', \
'FunctionGraph(Elemwise{mul,no_inplace}(TensorConstant{2.0}, x))')""",
        "help.html#python-h",
    ),
    Query(
        """\
Traceback (most recent call last):
  File "/home/li/xnor/fast.py", line 9, in <module>
    run = train(step, inputs, targets, iterations=5_000)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/li/miniconda3/envs/theano/lib/python3.11/site-packages/theano_walkthrough/\
training.py", line 81, in train
    raise TrainingDivergedError(
theano_walkthrough.training.TrainingDivergedError: the cost is inf at iteration 7: try a \
smaller learning rate""",
        "help.html#nan-cost",
        ("chapters/5_neuron_that_learns.html",),
    ),
    # Error messages: the last line, or its last words.
    Query("TypeError: Missing required input: a_hat", "help.html#missing-required-input"),
    Query("AttributeError: 'list' object has no attribute 'type'", "help.html#list-type"),
    Query("cost must be a scalar.", "help.html#scalar-cost"),
    Query(
        "has to be a scalar with 0 standing for False, anything else for True",
        "help.html#ifelse-vector",
    ),
    # The article.
    Query("article step 14", "article.html"),
    Query("Aarshay Jain", "article.html"),
    Query("whole program XNOR", "article.html#program-a-network-learns-xnor"),
    # Questions about old programs.
    Query("cost is nan", "help.html#nan-cost"),
    Query("np.dot wrong result", "help.html#numpy-on-symbols"),
    Query("pickle of a compiled function", "help.html#old-pickles"),
    Query("python 2 program", "help.html#python-2"),
    Query("PyTensor or PyTorch: which is right for me", "help.html#which-way"),
    *MESSAGES,
)
