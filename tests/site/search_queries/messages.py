"""What old programs print, as readers of either language paste it."""

from tests.site.search_queries import Query

MESSAGES = (
    # Whole.
    Query(
        """\
Traceback (most recent call last):
  File "/home/li/mlp/mlp.py", line 31, in <module>
    predict = theano.function([x, dropout], T.argmax(scores, axis=1))
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/li/venv/lib/python3.11/site-packages/theano/compile/function/types.py", line 1573, \
in __init__
    self._check_unused_inputs(inputs, outputs, on_unused_input)
  File "/home/li/venv/lib/python3.11/site-packages/theano/compile/function/types.py", line 1745, \
in _check_unused_inputs
    raise UnusedInputError(msg % (inputs.index(i), i.variable, err_msg))
theano.compile.function.types.UnusedInputError: theano.function was asked to create a function \
computing outputs given certain inputs, but the provided input variable at index 1 is not part of \
the computational graph needed to compute the outputs: dropout.
To make this error into a warning, you can pass the parameter on_unused_input='warn' to \
theano.function. To disable it completely, use on_unused_input='ignore'.""",
        "help.html#unused-input",
    ),
    Query(
        """\
Traceback (most recent call last):
  File "D:\\code\\autoencoder\\train.py", line 44, in <module>
    gradients = T.grad(loss, [W, b, b_prime])
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\gradient.py", line \
624, in grad
    handle_disconnected(elem)
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\gradient.py", line \
610, in handle_disconnected
    raise DisconnectedInputError(message)
theano.gradient.DisconnectedInputError:
Backtrace when that variable is created:

  File "D:\\code\\autoencoder\\train.py", line 20, in <module>
    b_prime = theano.shared(np.zeros(784), name="b_prime")""",
        "help.html#disconnected-input",
    ),
    Query(
        """\
TypeError: Bad input argument to theano function with name "/home/li/digits/logistic.py:52" at \
index 0 (0-based).
Backtrace when that variable is created:

  File "/home/li/digits/logistic.py", line 38, in <module>
    images = T.fmatrix("images")
TensorType(float32, matrix) cannot store a value of dtype float64 without risking loss of \
precision. If you do not mind this loss, you can: 1) explicitly cast your data to float32, or 2) \
set "allow_input_downcast=True" when calling "function". Value: "array([[0.1, 0.7],
       [0.3, 0.2]])\"""",
        "help.html#lossy-input",
    ),
    Query(
        """\
TypeError: Bad input argument to theano function with name "/home/li/digits/mlp.py:88" at index 1 \
(0-based).
Backtrace when that variable is created:

  File "/home/li/digits/mlp.py", line 60, in <module>
    labels = T.lvector("labels")
Wrong number of dimensions: expected 1, got 2 with shape (64, 1).""",
        "help.html#wrong-dimensions",
    ),
    Query(
        """\
ValueError: Input dimension mis-match. (input[0].shape[0] = 128, input[1].shape[0] = 100)
Apply node that caused the error: Elemwise{sub,no_inplace}(sigmoid.0, targets)
Toposort index: 4
Inputs types: [TensorType(float64, vector), TensorType(float64, vector)]
Inputs shapes: [(128,), (100,)]
Inputs strides: [(8,), (8,)]
Inputs values: ['not shown', 'not shown']
Outputs clients: [[Elemwise{sqr,no_inplace}(Elemwise{sub,no_inplace}.0)]]

HINT: Re-running with most Theano optimization disabled could give you a back-trace of when this \
node was created. This can be done with by setting the Theano flag 'optimizer=fast_compile'. If \
that does not work, Theano optimizations can be disabled with 'optimizer=None'.
HINT: Use the Theano flag 'exception_verbosity=high' for a debugprint and storage map footprint \
of this apply node.""",
        "help.html#shape-mismatch",
    ),
    Query(
        """\
ValueError: When compiling the inner function of scan the following error has been encountered: \
The initial state (`outputs_info` in scan nomenclature) of variable \
IncSubtensor{Set;:int64:}.0 (argument number 2) has dtype int8, while the result of the inner \
function (`fn`) has dtype float32. This can happen if the inner function of scan results in an \
upcast or downcast.""",
        "help.html#scan-dtype",
    ),
    Query(
        """\
  File "/home/li/DeepLearningTutorials/code/rbm.py", line 417
    print 'Training epoch %d, cost is ' % epoch, numpy.mean(mean_cost)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?""",
        "help.html#python-2",
    ),
    # Their last lines.
    Query(
        "TypeError: Cannot convert Type TensorType(int64, vector) (of Variable <TensorType(int64, "
        "vector)>) into Type TensorType(int32, vector). You can try to manually convert "
        "<TensorType(int64, vector)> into a TensorType(int32, vector).",
        "help.html#convert-type",
    ),
    Query(
        "TypeError: Variables do not support boolean operations.", "help.html#symbol-as-condition"
    ),
    Query(
        "ValueError: Length of <TensorType(float64, vector)> cannot be determined",
        "help.html#iterate-symbol",
    ),
    Query(
        "ValueError: setting an array element with a sequence. The requested array has an "
        "inhomogeneous shape after 1 dimensions. The detected shape was (3,) + inhomogeneous part.",
        "help.html#ragged",
    ),
    Query(
        "ImportError: /home/li/.theano/compiledir_Linux-6.8/tmp0x/m6e7b664.so: undefined symbol: "
        "dgemm_",
        "help.html#dgemm",
    ),
    Query("TypeError: Node() takes no arguments", "help.html#pydot"),
    Query(
        "RuntimeError: ('Failed to import pydot. You must install graphviz and either pydot or "
        "pydot-ng for `pydotprint` to work.', \"pydot can't find graphviz\")",
        "help.html#pydot",
    ),
    Query(
        "TypeError: RandomVariable.make_node() got an unexpected keyword argument 'pvals'",
        "help.html#old-streams",
    ),
    Query("NameError: name 'xrange' is not defined. Did you mean: 'range'?", "help.html#python-2"),
    Query("ModuleNotFoundError: No module named 'cPickle'", "help.html#python-2"),
    Query(
        "UnicodeDecodeError: 'ascii' codec can't decode byte 0x80 in position 3: ordinal not in "
        "range(128)",
        "help.html#python-2",
    ),
    Query("AttributeError: module 'time' has no attribute 'clock'", "help.html#scipy-moved"),
    Query(
        "ImportError: cannot import name 'imsave' from 'scipy.misc' "
        "(/home/li/venv/lib/python3.11/site-packages/scipy/misc/__init__.py)",
        "help.html#scipy-moved",
    ),
    Query(
        "AttributeError: module 'collections' has no attribute 'Iterable'", "help.html#scipy-moved"
    ),
    Query("UserWarning: Theano does not recognise this flag: nvcc.fastmath", "help.html#old-flags"),
    Query(
        "ModuleNotFoundError: No module named 'theano.compile.function_module'",
        "help.html#old-pickles",
    ),
    Query("ModuleNotFoundError: No module named 'theano.gof'", "help.html#moved-modules"),
    Query("AttributeError: module 'theano' has no attribute 'Variable'", "help.html#moved-modules"),
    Query(
        "INFO (theano.gof.compilelock): Waiting for existing lock by process '2410' (I am process "
        "'2433')",
        "help.html#compile-lock",
    ),
    Query("Theano needs NumPy 1.26, found 2.1.0: install numpy==1.26.4.", "help.html#numpy-2"),
    # Their names alone.
    Query("DisconnectedInputError", "help.html#disconnected-input"),
    Query("UnusedInputError", "help.html#unused-input"),
    Query("allow_input_downcast", "help.html#lossy-input"),
    Query("xrange", "help.html#python-2"),
    Query("pydot", "help.html#pydot"),
    Query("lib.cnmem", "help.html#old-flags"),
    Query("Windows", "help.html#windows-colab"),
    Query("Colab", "help.html#windows-colab"),
)
