"""What readers of Chinese search for, and what must come first."""

# ruff: noqa: RUF001 - g++ prints curved quotes, and readers of Chinese may type full-width letters

from tests.site.search_queries import Query
from tests.site.search_queries.messages import MESSAGES

CHINESE = (
    # An exercise.
    Query("用门搭出异或", "chapters/6_network_that_solves_xnor.html#xor-from-gates"),
    # Words and terms.
    Query("成本", "glossary.html#term-cost", ("chapters/5_neuron_that_learns.html",)),
    Query("代价", "glossary.html#term-cost", ("chapters/5_neuron_that_learns.html",)),
    Query("学习率", "glossary.html#term-learning-rate", ("chapters/5_neuron_that_learns.html",)),
    Query("同或", "glossary.html#term-XNOR", ("chapters/6_network_that_solves_xnor.html",)),
    Query("异或", "glossary.html#term-XOR", ("chapters/6_network_that_solves_xnor.html",)),
    Query("与门", "glossary.html#term-gate", ("chapters/4_neuron_that_decides.html",)),
    Query("前馈网络", "glossary.html#term-feed-forward-network"),
    Query("线性可分", "glossary.html#term-linearly-separable"),
    Query("逻辑斯谛函数", "glossary.html#term-logistic-function"),
    Query("平台期", "glossary.html#term-plateau"),
    Query(
        "交叉熵", "glossary.html#term-binary-cross-entropy", ("chapters/5_neuron_that_learns.html",)
    ),
    Query("偏置", "glossary.html#term-bias", ("chapters/4_neuron_that_decides.html",)),
    Query("报错", "help.html"),
    Query("显卡", "help.html#gpu"),
    Query("GPU", "help.html#gpu"),
    Query("安装", "install.html"),
    Query("softmax 函数", "glossary.html#term-softmax", ("chapters/1_first_function.html",)),
    # Questions, as people type them.
    Query("为什么不收敛", "help.html#does-not-learn"),
    Query("损失不下降", "help.html#does-not-learn"),
    Query("怎么保存训练好的权重？", "help.html#save-weights"),
    Query("Theano 能用显卡训练吗", "help.html#gpu"),
    Query(
        "为什么一个神经元学不会XNOR",
        "chapters/6_network_that_solves_xnor.html#why-one-neuron-can-t",
    ),
    Query("broadcastable是什么意思？", "chapters/2_variables.html#what-does-broadcastable-mean"),
    Query(
        "怎样检查梯度",
        "chapters/3_functions_and_gradients.html",
        ("chapters/3_functions_and_gradients.html#don-t-trust-check",),
    ),
    Query("迭代和轮次有什么区别", "glossary.html#term-iteration"),
    Query("怎样训练得更快", "beyond/faster_training.html"),
    Query("损失变成nan怎么办", "help.html#nan-cost"),
    # Traditional characters, full-width letters, slips, pieces, another order.
    Query(
        "共享變量",
        "glossary.html#term-shared-variable",
        ("chapters/3_functions_and_gradients.html",),
    ),
    Query(
        "反向傳播",
        "glossary.html#term-backpropagation",
        ("chapters/6_network_that_solves_xnor.html",),
    ),
    Query("ＸＮＯＲ", "glossary.html#term-XNOR", ("chapters/6_network_that_solves_xnor.html",)),
    Query(
        "ｓｉｇｍｏｉｄ",
        "glossary.html#term-logistic-function",
        ("chapters/5_neuron_that_learns.html",),
    ),
    Query(
        "sigmiod", "glossary.html#term-logistic-function", ("chapters/5_neuron_that_learns.html",)
    ),
    Query("floatx", "glossary.html#term-floatX", ("chapters/2_variables.html",)),
    Query("梯度下", "glossary.html#term-gradient-descent", ("chapters/5_neuron_that_learns.html",)),
    Query(
        "变量 共享",
        "glossary.html#term-shared-variable",
        ("chapters/3_functions_and_gradients.html",),
    ),
    Query("何不迈大步", "chapters/5_neuron_that_learns.html#when-the-steps-are-too-large"),
    # Error messages, whole.
    Query(
        """\
Traceback (most recent call last):
  File "C:\\Users\\li\\Desktop\\mlp\\step.py", line 6, in <module>
    step = theano.function([x], updates=[(bias, T.dot(m, n))])
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\compile\\function\
\\__init__.py", line 337, in function
    fn = pfunc(
         ^^^^^^
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\compile\\function\
\\pfunc.py", line 475, in pfunc
    output_vars = rebuild_collect_shared(
                  ^^^^^^^^^^^^^^^^^^^^^^^
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\compile\\function\
\\pfunc.py", line 208, in rebuild_collect_shared
    raise TypeError(err_msg, err_sug)
TypeError: ('An update must have the same type as the original shared variable \
(shared_var=bias, shared_var.type=TensorType(float64, row), update_val=dot.0, \
update_val.type=TensorType(float64, matrix)).', 'If the difference is related to the broadcast \
pattern, you can call the tensor.unbroadcast(var, axis_to_unbroadcast[, ...]) function to \
remove broadcastable dimensions.')""",
        "help.html#update-type",
    ),
    Query(
        """\
Traceback (most recent call last):
  File "/home/zhang/rbm/dropout.py", line 3, in <module>
    from theano.sandbox.rng_mrg import MRG_RandomStreams
ImportError: cannot import name 'MRG_RandomStreams' from 'theano.sandbox.rng_mrg' \
(/home/zhang/venv/lib/python3.11/site-packages/theano/sandbox/rng_mrg.py)""",
        "help.html#moved-modules",
    ),
    Query(
        """\
Traceback (most recent call last):
  File "C:\\Users\\li\\Desktop\\xnor\\worker.py", line 20, in <module>
    f = theano.function([x], y)
        ^^^^^^^^^^^^^^^^^^^^^^^
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\compile\\function\
\\__init__.py", line 337, in function
    fn = pfunc(
         ^^^^^^
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\compile\\function\
\\pfunc.py", line 524, in pfunc
    return orig_function(
           ^^^^^^^^^^^^^^
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\compile\\function\
\\types.py", line 1981, in orig_function
    fn = m.create(defaults)
         ^^^^^^^^^^^^^^^^^^
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\compile\\function\
\\types.py", line 1836, in create
    _fn, _i, _o = self.linker.make_thunk(
                  ^^^^^^^^^^^^^^^^^^^^^^^
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\link\\basic.py", \
line 266, in make_thunk
    return self.make_all(
           ^^^^^^^^^^^^^^
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\link\\vm.py", line \
1131, in make_all
    node.op.make_thunk(node, storage_map, compute_map, [], impl=impl)
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\graph\\op.py", \
line 634, in make_thunk
    return self.make_c_thunk(node, storage_map, compute_map, no_recycling)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\graph\\op.py", \
line 600, in make_c_thunk
    outputs = cl.make_thunk(
              ^^^^^^^^^^^^^^
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\link\\c\\basic.py\
", line 1203, in make_thunk
    cthunk, module, in_storage, out_storage, error_storage = self.__compile__(
                                                             ^^^^^^^^^^^^^^^^^
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\link\\c\\basic.py\
", line 1138, in __compile__
    thunk, module = self.cthunk_factory(
                    ^^^^^^^^^^^^^^^^^^^^
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\link\\c\\basic.py\
", line 1634, in cthunk_factory
    module = get_module_cache().module_from_key(key=key, lnk=self)
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\link\\c\\cmodule.\
py", line 1161, in module_from_key
    with lock_ctx():
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\contextlib.py", line 137, in __enter__
    return next(self.gen)
           ^^^^^^^^^^^^^^
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\theano\\compile\\compilel\
ock.py", line 73, in lock_ctx
    fl.acquire(timeout=timeout)
  File "C:\\Users\\li\\miniconda3\\envs\\theano\\lib\\site-packages\\filelock\\_api.py", line \
263, in acquire
    raise Timeout(lock_filename)
filelock._error.Timeout: The file lock 'C:\\Users\\li\\AppData\\Local\\Theano\\compiledir_Wind\
ows-10-10.0.19045-SP0-Intel64_Family_6_Model_158_Stepping_10_GenuineIntel-3.11.9-64\\.lock' \
could not be acquired.""",
        "help.html#compile-lock",
    ),
    Query(
        """\
Traceback (most recent call last):
  File "D:\\ProgramData\\Anaconda3\\envs\\py311\\Lib\\site-packages\\theano\\configdefaults.py\
", line 1658, in _filter_compiledir
    os.makedirs(path, 0o770)  # read-write-execute for user and group
    ^^^^^^^^^^^^^^^^^^^^^^^^
  File "<frozen os>", line 215, in makedirs
  File "<frozen os>", line 225, in makedirs
PermissionError: [WinError 5] 拒绝访问。: 'C:\\\\Users\\\\li\\\\AppData\\\\Local\\\\Theano'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "D:\\代码\\xnor\\where.py", line 3, in <module>
    print(theano.config.compiledir)
          ^^^^^^^^^^^^^^^^^^^^^^^^
  File "D:\\ProgramData\\Anaconda3\\envs\\py311\\Lib\\site-packages\\theano\\configparser.py", \
line 361, in __get__
    self.__set__(cls, val_str)
  File "D:\\ProgramData\\Anaconda3\\envs\\py311\\Lib\\site-packages\\theano\\configparser.py", \
line 369, in __set__
    applied = self.apply(val)
              ^^^^^^^^^^^^^^^
  File "D:\\ProgramData\\Anaconda3\\envs\\py311\\Lib\\site-packages\\theano\\configparser.py", \
line 325, in apply
    return self._apply(value)
           ^^^^^^^^^^^^^^^^^^
  File "D:\\ProgramData\\Anaconda3\\envs\\py311\\Lib\\site-packages\\theano\\configdefaults.py\
", line 1663, in _filter_compiledir
    raise ValueError(
ValueError: Unable to create the compiledir directory \
'C:\\Users\\li\\AppData\\Local\\Theano\\compiledir_Windows-10-10.0.22631-SP0-AMD64_Family_25_M\
odel_80_Stepping_0_AuthenticAMD-3.11.5-64'. Check the permissions.""",
        "help.html#compiledir",
    ),
    Query(
        """\
Traceback (most recent call last):
  File "D:\\代码\\xnor\\net.py", line 8, in <module>
    predict = theano.function([inputs], [output, cost])
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "D:\\ProgramData\\Anaconda3\\envs\\py311\\Lib\\site-packages\\theano\\compile\\function\
\\__init__.py", line 337, in function
    fn = pfunc(
         ^^^^^^
  File "D:\\ProgramData\\Anaconda3\\envs\\py311\\Lib\\site-packages\\theano\\compile\\function\
\\pfunc.py", line 524, in pfunc
    return orig_function(
           ^^^^^^^^^^^^^^
  File "D:\\ProgramData\\Anaconda3\\envs\\py311\\Lib\\site-packages\\theano\\compile\\function\
\\types.py", line 1970, in orig_function
    m = Maker(
        ^^^^^^
  File "D:\\ProgramData\\Anaconda3\\envs\\py311\\Lib\\site-packages\\theano\\compile\\function\
\\types.py", line 1584, in __init__
    fgraph, additional_outputs = std_fgraph(inputs, outputs, accept_inplace)
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "D:\\ProgramData\\Anaconda3\\envs\\py311\\Lib\\site-packages\\theano\\compile\\function\
\\types.py", line 188, in std_fgraph
    fgraph = FunctionGraph(orig_inputs, orig_outputs, update_mapping=update_mapping)
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "D:\\ProgramData\\Anaconda3\\envs\\py311\\Lib\\site-packages\\theano\\graph\\fg.py", \
line 162, in __init__
    self.import_var(output, reason="init")
  File "D:\\ProgramData\\Anaconda3\\envs\\py311\\Lib\\site-packages\\theano\\graph\\fg.py", \
line 330, in import_var
    self.import_node(var.owner, reason=reason)
  File "D:\\ProgramData\\Anaconda3\\envs\\py311\\Lib\\site-packages\\theano\\graph\\fg.py", \
line 383, in import_node
    raise MissingInputError(error_msg, variable=var)
theano.graph.fg.MissingInputError: Input 1 of the graph (indices start from 0), used to compute \
Elemwise{sub,no_inplace}(sigmoid.0, targets), was not provided and not given a value. Use the \
Theano flag exception_verbosity='high', for more information on this error.

Backtrace when that variable is created:

  File "D:\\代码\\xnor\\net.py", line 4, in <module>
    targets = T.dvector("targets")""",
        "help.html#missing-input",
    ),
    Query(
        """\
Traceback (most recent call last):
  File "<stdin>", line 1, in <module>
  File "D:\\ProgramData\\Anaconda3\\envs\\py311\\Lib\\site-packages\\theano\\__init__.py", line \
83, in <module>
    from theano import scalar, tensor
  File "D:\\ProgramData\\Anaconda3\\envs\\py311\\Lib\\site-packages\\theano\\scalar\\__init__.\
py", line 1, in <module>
    from .basic import *
  File "D:\\ProgramData\\Anaconda3\\envs\\py311\\Lib\\site-packages\\theano\\scalar\\basic.py", \
line 2460, in <module>
    convert_to_bool = Cast(bool, name="convert_to_bool")
  File "D:\\ProgramData\\Anaconda3\\envs\\py311\\Lib\\site-packages\\theano\\scalar\\basic.py", \
line 2412, in __init__
    self.ctor = getattr(np, o_type.dtype)
  File "D:\\ProgramData\\Anaconda3\\envs\\py311\\Lib\\site-packages\\numpy\\__init__.py", line \
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
  File "/home/zhang/xnor/5_neuron_that_learns.py", line 14, in <module>
    import theano_walkthrough
  File "/home/zhang/venv/lib/python3.11/site-packages/theano_walkthrough/__init__.py", line 11, \
in <module>
    prepare_theano()
  File "/home/zhang/venv/lib/python3.11/site-packages/theano_walkthrough/compat/prepare.py", \
line 35, in prepare_theano
    check_versions()
  File "/home/zhang/venv/lib/python3.11/site-packages/theano_walkthrough/compat/prepare.py", \
line 57, in check_versions
    raise ImportError(f"Theano needs NumPy 1.26, found {version}: install numpy==1.26.4.")
ImportError: Theano needs NumPy 1.26, found 2.1.0: install numpy==1.26.4.""",
        "help.html#numpy-2",
    ),
    Query(
        """\
Traceback (most recent call last):
  File "/home/zhang/rnn/lstm.py", line 88, in <module>
    [h, c], _ = theano.scan(fn=step, sequences=x, outputs_info=[h0, c0])
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/zhang/venv/lib/python3.11/site-packages/theano/scan/basic.py", line 1009, in scan
    from theano import gpuarray
  File "/home/zhang/venv/lib/python3.11/site-packages/theano/gpuarray/__init__.py", line 27, in \
<module>
    from theano.gpuarray import (
  File "/home/zhang/venv/lib/python3.11/site-packages/theano/gpuarray/extra_ops.py", line 20, \
in <module>
    from theano.gpuarray.opt import op_lifter, register_opt, register_opt2
  File "/home/zhang/venv/lib/python3.11/site-packages/theano/gpuarray/opt.py", line 79, in <module>
    from theano.gpuarray.linalg import (
  File "/home/zhang/venv/lib/python3.11/site-packages/theano/gpuarray/linalg.py", line 4, in \
<module>
    import pkg_resources
ModuleNotFoundError: No module named 'pkg_resources'""",
        "help.html#pkg-resources",
    ),
    Query(
        """\
Traceback (most recent call last):
  File "/home/zhang/xnor/gate.py", line 15, in <module>
    fire = ifelse(T.gt(z, 0), 1, 0)
           ^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/zhang/venv/lib/python3.11/site-packages/theano/ifelse.py", line 415, in ifelse
    rval = new_ifelse(*ins, **dict(return_list=True))
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/zhang/venv/lib/python3.11/site-packages/theano/graph/op.py", line 250, in __call__
    node = self.make_node(*inputs, **kwargs)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/home/zhang/venv/lib/python3.11/site-packages/theano/ifelse.py", line 197, in make_node
    raise TypeError(
TypeError: Condition given to the op has to be a scalar with 0 standing for False, anything \
else for True""",
        "help.html#ifelse-vector",
    ),
    # Error messages: the last line, or its last words.
    Query("TypeError: Missing required input: a_hat", "help.html#missing-required-input"),
    Query("TypeError: cost must be a scalar.", "help.html#scalar-cost"),
    Query("g++ not detected", "help.html#no-compiler"),
    # Error messages with Chinese words around them.
    Query(
        "报错 ModuleNotFoundError: No module named 'distutils.msvccompiler' 怎么解决",
        "help.html#msvccompiler",
    ),
    Query(
        """\
运行到这一行就报错，求助：
Traceback (most recent call last):
  File "D:\\代码\\net.py", line 40, in <module>
    dw = T.grad(cost, w)
         ^^^^^^^^^^^^^^^
  File "D:\\ProgramData\\Anaconda3\\envs\\py311\\Lib\\site-packages\\theano\\gradient.py", line \
503, in grad
    if cost is not None and isinstance(cost.type, NullType):
                                       ^^^^^^^^^
AttributeError: 'list' object has no attribute 'type'""",
        "help.html#list-type",
    ),
    # The article.
    Query("article step 14", "article.html"),
    Query("Aarshay Jain", "article.html"),
    Query("共有变量", "article.html#article-section-3"),
    # Questions about old programs.
    Query("为什么成本是 nan", "help.html#nan-cost"),
    Query("成本 nan", "help.html#nan-cost"),
    Query("np.dot 算出的结果不对", "help.html#numpy-on-symbols"),
    Query("旧的 pickle 加载不了", "help.html#old-pickles"),
    Query("Python 2 的程序", "help.html#python-2"),
    Query("随机数的形状不对", "help.html#old-streams"),
    Query("该选哪条路，PyTensor 还是 PyTorch", "help.html#which-way"),
    Query("在 Windows 上能用 Theano 吗", "help.html#windows-colab"),
    Query(
        "报错 TypeError: Variables do not support boolean operations. 怎么办",
        "help.html#symbol-as-condition",
    ),
    *MESSAGES,
)
