"""Snippets of old programs, what the tool should say of each line, and what it should make of it.

What it says is a line's number and a help label, with a ? where the tool can only tell, not mend.
"""

from typing import NamedTuple


class Snippet(NamedTuple):
    """A piece of an old program, and what should become of it."""

    old: str
    found: str
    new: str


THEANO = "import theano_walkthrough.compat.theano_1_0\nimport theano\n"

PYTHON_2 = {
    "print": Snippet(
        "print 'a', b\nprint\nprint >>f, 'c'\nprint 'd',\n",
        "1 python-2, 2 python-2, 3 python-2, 4 python-2",
        "print('a', b)\nprint()\nprint('c', file=f)\nprint('d', end=' ')\n",
    ),
    "print with parentheses that Python 3 reads as Python 2 does": Snippet(
        "print 1\nprint('a %d'.format(3))\nprint('%d' % a)\nprint ('a', b)\n",
        "1 python-2, 4 python-2",
        "print(1)\nprint('a %d'.format(3))\nprint('%d' % a)\nprint(('a', b))\n",
    ),
    "print to a file only, which is valid Python 3": Snippet(
        "print >>f, 'a'\n", "1 python-2", "print('a', file=f)\n"
    ),
    "exceptions": Snippet(
        "try:\n    raise ValueError, 'a'\nexcept ValueError, e:\n    print `e`\n",
        "2 python-2, 3 python-2, 4 python-2",
        "try:\n    raise ValueError('a')\nexcept ValueError as e:\n    print(repr(e))\n",
    ),
    "an exception that can't be raised any more": Snippet(
        "print 'a'\nraise 'b'\n",
        "1 python-2, 2 python-2?",
        "print('a')\nraise 'b'\n",
    ),
    "numbers and operators": Snippet(
        "a = 0777\nb = 10L\nc = a <> b\n",
        "1 python-2, 2 python-2, 3 python-2",
        "a = 0o777\nb = 10\nc = a != b\n",
    ),
    "names": Snippet(
        "for i in xrange(3):\n    a = unicode(i), long(i), unichr(i)\nb = raw_input('b')\n",
        "1 python-2, 2 python-2, 3 python-2",
        "for i in range(3):\n    a = str(i), int(i), chr(i)\nb = input('b')\n",
    ),
    "input, which Python 3 has, too": Snippet(
        "for i in xrange(3):\n    a = input('b')\n",
        "1 python-2",
        "for i in range(3):\n    a = input('b')\n",
    ),
    "input beside raw_input": Snippet(
        "a = raw_input('b')\nc = input('d')\n",
        "1 python-2, 2 python-2",
        "a = input('b')\nc = eval(input('d'))\n",
    ),
    "names by themselves": Snippet(
        "f = xrange\nmap(raw_input, a)\n",
        "1 python-2, 2 python-2, 2 python-2",
        "f = range\nlist(map(input, a))\n",
    ),
    "dictionaries": Snippet(
        "for k, v in d.iteritems():\n    a = d.has_key(k)\nb = d.keys()\n",
        "1 python-2, 2 python-2, 3 python-2",
        "for k, v in d.items():\n    a = k in d\nb = list(d.keys())\n",
    ),
    "lists": Snippet(
        "a = xrange(2)\nb = zip(a, a)\nc = map(str, a)\nd = filter(None, a)\n",
        "1 python-2, 2 python-2, 3 python-2, 4 python-2",
        "a = range(2)\nb = list(zip(a, a))\nc = list(map(str, a))\nd = [_f for _f in a if _f]\n",
    ),
    "reduce": Snippet(
        "import os\na = reduce(f, b)\n",
        "2 python-2",
        "import os\nfrom functools import reduce\na = reduce(f, b)\n",
    ),
    "modules": Snippet(
        "import cPickle as pkl\nimport urllib2\nimport sys\na = sys.maxint\nurllib2.urlopen(b)\n",
        "1 python-2, 2 python-2, 4 python-2, 5 python-2",
        "import pickle as pkl\nimport urllib.request, urllib.error, urllib.parse\nimport sys\n"
        "a = sys.maxsize\nurllib.request.urlopen(b)\n",
    ),
    "a class": Snippet(
        "class A:\n    __metaclass__ = B\n    def next(self): return 1\nxrange(1)\n",
        "1 python-2, 2 python-2, 3 python-2, 4 python-2",
        "class A(metaclass=B):\n    def __next__(self): return 1\nrange(1)\n",
    ),
    "mixed tabs and spaces": Snippet(
        "if a:\n\tb = 1\n        c = '''\n\td\n'''\n",
        "2 python-2",
        "if a:\n        b = 1\n        c = '''\n\td\n'''\n",
    ),
    "files and pickles": Snippet(
        "import cPickle\nf = file('a')\nb = cPickle.load(f)\ncPickle.dump(b, open('c', 'w'))\n"
        "with open('d', 'rU') as g:\n    pass\n",
        "1 python-2, 2 python-2, 2 python-2, 3 python-2, 3 python-2, 4 python-2, 4 python-2, "
        "5 python-2",
        'import pickle\nf = open(\'a\', "rb")\nb = pickle.load(f, encoding="latin1")\n'
        "pickle.dump(b, open('c', \"wb\"))\nwith open('d', \"r\") as g:\n    pass\n",
    ),
    "division": Snippet(
        "n = len(a) / size\nm = a.shape[0] / 2\nh = 1. / 3\nq = b / c\nprint n\n",
        "1 python-2?, 2 python-2?, 5 python-2",
        "n = len(a) / size\nm = a.shape[0] / 2\nh = 1. / 3\nq = b / c\nprint(n)\n",
    ),
    "division that was asked for": Snippet(
        "from __future__ import division\nn = len(a) / 2\nprint n\n",
        "3 python-2",
        "from __future__ import division\nn = len(a) / 2\nprint(n)\n",
    ),
    "division of symbols": Snippet(
        "import theano_walkthrough\nimport theano.tensor as T\nx = T.dvector()\n"
        "y = 1 / (1 + T.exp(-x))\nprint y\n",
        "5 python-2",
        "import theano_walkthrough\nimport theano.tensor as T\nx = T.dvector()\n"
        "y = 1 / (1 + T.exp(-x))\nprint(y)\n",
    ),
    "what is both Python 2 and 3": Snippet(
        "try:\n    import cPickle as pickle\nexcept ImportError:\n    import pickle\n"
        "from six.moves import xrange\nfor i in xrange(3):\n    print('a', i)\n"
        "a = zip(b, c)\nn = len(a) / 2\nd = pickle.load(open('e'))\n",
        "",
        "try:\n    import cPickle as pickle\nexcept ImportError:\n    import pickle\n"
        "from six.moves import xrange\nfor i in xrange(3):\n    print('a', i)\n"
        "a = zip(b, c)\nn = len(a) / 2\nd = pickle.load(open('e'))\n",
    ),
}

NAMES = {
    "a program without old names": Snippet(
        "import theano\nimport theano.tensor as T\nx = T.flatten(T.dmatrix(), ndim=1)\n",
        "1 import-first",
        "import theano_walkthrough\nimport theano\nimport theano.tensor as T\n"
        "x = T.flatten(T.dmatrix(), ndim=1)\n",
    ),
    "a program that is prepared": Snippet(
        "import theano_walkthrough\nimport theano\nx = theano.shared(1)\n",
        "",
        "import theano_walkthrough\nimport theano\nx = theano.shared(1)\n",
    ),
    "a program that is prepared too late": Snippet(
        "import theano\nimport theano_walkthrough\n",
        "1 import-first",
        "import theano_walkthrough\nimport theano\nimport theano_walkthrough\n",
    ),
    "old names as attributes": Snippet(
        "import theano\nimport theano.tensor as TT\nx = theano.gof.Variable\n"
        "r = TT.shared_randomstreams.RandomStreams(3).uniform((2, 2))\n",
        "1 moved-modules, 3 moved-modules, 4 old-streams",
        THEANO + "import theano.tensor as TT\nx = theano.gof.Variable\n"
        "r = TT.shared_randomstreams.RandomStreams(3).uniform((2, 2))\n",
    ),
    "old names that are imported": Snippet(
        "from theano import gof, tensor as T\n"
        "from theano.tensor.shared_randomstreams import RandomStreams\n"
        "from theano.sandbox.rng_mrg import MRG_RandomStreams as MRG\nv = gof.Variable\n"
        "from theano.tensor.signal.downsample import max_pool_2d\n",
        "1 moved-modules, 1 moved-modules, 2 old-streams, 3 old-streams, 4 moved-modules, "
        "5 moved-modules",
        "import theano_walkthrough.compat.theano_1_0\nfrom theano import gof, tensor as T\n"
        "from theano.tensor.shared_randomstreams import RandomStreams\n"
        "from theano.sandbox.rng_mrg import MRG_RandomStreams as MRG\nv = gof.Variable\n"
        "from theano.tensor.signal.downsample import max_pool_2d\n",
    ),
    "old names among all of a module's": Snippet(
        "from theano.tensor import *\nx = dvector()\nh = hashtype(x)\n",
        "1 moved-modules, 3 moved-modules",
        "import theano_walkthrough.compat.theano_1_0\nfrom theano.tensor import *\n"
        "x = dvector()\nh = hashtype(x)\n",
    ),
    "a program's own names": Snippet(
        "import theano_walkthrough\nimport theano\ngof = {}\n"
        "def f(theano):\n    return theano.gof, gof\n",
        "",
        "import theano_walkthrough\nimport theano\ngof = {}\n"
        "def f(theano):\n    return theano.gof, gof\n",
    ),
    "today's names in what was a function": Snippet(
        "import theano_walkthrough\nimport theano\n"
        "f = theano.compile.function.types.Function, theano.compile.function\n",
        "2 moved-modules, 3 moved-modules",
        THEANO + "f = theano.compile.function.types.Function, theano.compile.function\n",
    ),
    "names that are given back already": Snippet(
        THEANO + "x = theano.gof.Variable\n", "", THEANO + "x = theano.gof.Variable\n"
    ),
    "the import that is there imports more": Snippet(
        "import theano_walkthrough\nimport theano\nx = theano.gof.Variable\n",
        "2 moved-modules, 3 moved-modules",
        THEANO + "x = theano.gof.Variable\n",
    ),
    "names that can't be given back": Snippet(
        "import theano_walkthrough\nimport theano.sandbox.cuda\ntheano.sandbox.cuda.use('gpu0')\n",
        "2 gpu?, 3 gpu?",
        "import theano_walkthrough\nimport theano.sandbox.cuda\ntheano.sandbox.cuda.use('gpu0')\n",
    ),
    "keywords": Snippet(
        "import theano_walkthrough\nfrom theano import tensor as T\n"
        "from theano.tensor.signal import pool\ny = T.flatten(x, outdim=2)\n"
        "z = pool.pool_2d(x, ds=(2, 2), st=(1, 1), padding=(0, 0))\n",
        "4 moved-modules, 5 moved-modules, 5 moved-modules, 5 moved-modules",
        "import theano_walkthrough\nfrom theano import tensor as T\n"
        "from theano.tensor.signal import pool\ny = T.flatten(x, ndim=2)\n"
        "z = pool.pool_2d(x, ws=(2, 2), stride=(1, 1), pad=(0, 0))\n",
    ),
    "today's streams with old arguments": Snippet(
        "import theano_walkthrough\nfrom theano.tensor.random.utils import RandomStream\n"
        "r = RandomStream(3)\na = r.uniform((2, 2))\nb = r.normal(x.shape)\n"
        "c = r.binomial(n=1, p=0.5)\nd = r.uniform(size=(2, 2))\ne = r.uniform((0, 1), (2, 3))\n",
        "4 old-streams, 5 old-streams, 6 old-streams?, 8 old-streams?",
        "import theano_walkthrough\nfrom theano.tensor.random.utils import RandomStream\n"
        "r = RandomStream(3)\na = r.uniform(size=(2, 2))\nb = r.normal(size=x.shape)\n"
        "c = r.binomial(n=1, p=0.5)\nd = r.uniform(size=(2, 2))\ne = r.uniform((0, 1), (2, 3))\n",
    ),
}

IMPORTS = {
    "below docstring, future and settings": Snippet(
        '#!/usr/bin/env python\n"""A program."""\nfrom __future__ import print_function\n'
        "import os\nos.environ['THEANO_FLAGS'] = 'floatX=float32'\nimport theano\n",
        "6 import-first",
        '#!/usr/bin/env python\n"""A program."""\nfrom __future__ import print_function\n'
        "import os\nos.environ['THEANO_FLAGS'] = 'floatX=float32'\n"
        "import theano_walkthrough\nimport theano\n",
    ),
    "above what imports Theano itself": Snippet(
        "import lasagne\nimport theano\n",
        "1 import-first",
        "import theano_walkthrough\nimport lasagne\nimport theano\n",
    ),
    "above a decorated function": Snippet(
        "import os\n@os.a\ndef f():\n    import theano\n",
        "4 import-first",
        "import os\nimport theano_walkthrough\n@os.a\ndef f():\n    import theano\n",
    ),
    "within a line": Snippet(
        "from __future__ import division; import theano\n",
        "1 import-first",
        "from __future__ import division; import theano_walkthrough; import theano\n",
    ),
    "no Theano": Snippet("import numpy\n", "", "import numpy\n"),
}

C_CODE = {
    "an old Op": Snippet(
        "import theano\nclass A(theano.Op):\n    def c_code(self, *a): return ''\n"
        "    def c_headers(self): return []\n    def c_support_code(self): return ''\n",
        "1 moved-modules, 2 c-code-in-op, 2 moved-modules, 4 c-code-in-op",
        THEANO + "class A(theano.Op):\n    def c_code(self, *a): return ''\n"
        "    def c_headers(self, **kwargs): return []\n"
        "    def c_support_code(self): return ''\n",
    ),
    "today's Op": Snippet(
        "import theano_walkthrough\nfrom theano.graph.op import Op\n"
        "class A(Op):\n    def c_code(self, *a): return ''\n"
        "    def c_libraries(self, c_compiler): return []\nclass B(Op):\n    pass\n",
        "3 c-code-in-op",
        "import theano_walkthrough\nfrom theano.graph.op import COp, Op\n"
        "class A(COp):\n    def c_code(self, *a): return ''\n"
        "    def c_libraries(self, c_compiler): return []\nclass B(Op):\n    pass\n",
    ),
    "today's Op by its module": Snippet(
        "import theano_walkthrough\nimport theano\nclass A(theano.graph.op.Op):\n"
        "    def c_code(self, *a): return ''\n",
        "3 c-code-in-op",
        "import theano_walkthrough\nimport theano\nclass A(theano.graph.op.COp):\n"
        "    def c_code(self, *a): return ''\n",
    ),
    "no Op": Snippet(
        "class A(object):\n    def c_code(self): pass\n    def c_headers(self): pass\n",
        "",
        "class A(object):\n    def c_code(self): pass\n    def c_headers(self): pass\n",
    ),
}

GONE_NAMES = {
    "NumPy": Snippet(
        "import numpy as np, numpy\na = np.zeros(3, np.int), numpy.float(1), np.int32, np.bool_\n"
        "b = np.asscalar(a[0])\nc = np.product(np.alltrue(b))\n",
        "2 numpy-int, 2 numpy-int, 3 numpy-int, 4 numpy-int, 4 numpy-int",
        "import numpy as np, numpy\na = np.zeros(3, int), float(1), np.int32, np.bool_\n"
        "b = np.asarray(a[0]).item()\nc = np.prod(np.all(b))\n",
    ),
    "NumPy, where the program has another int": Snippet(
        "import numpy as np\nint = 3\na = np.int\n",
        "3 numpy-int?",
        "import numpy as np\nint = 3\na = np.int\n",
    ),
    "NumPy, imported": Snippet(
        "from numpy import asscalar, product\n",
        "1 numpy-int?, 1 numpy-int",
        "from numpy import asscalar, prod as product\n",
    ),
    "SciPy": Snippet(
        "import scipy.linalg\nfrom scipy.misc import imread, imsave\n"
        "from scipy.misc import logsumexp\na = scipy.linalg.pinv2(b)\n",
        "2 scipy-moved?, 2 scipy-moved?, 3 scipy-moved, 4 scipy-moved",
        "import scipy.linalg\nfrom scipy.misc import imread, imsave\n"
        "from scipy.special import logsumexp\na = scipy.linalg.pinv(b)\n",
    ),
    "Python": Snippet(
        "import collections, inspect, time\nfrom collections import Iterable, Mapping\n"
        "from time import clock\na = collections.Mapping, time.clock()\ninspect.getargspec(a)\n",
        "2 python-2, 2 python-2, 3 python-2, 4 python-2, 4 python-2, 5 python-2?",
        "import collections, inspect, time\nfrom collections.abc import Iterable, Mapping\n"
        "from time import process_time as clock\n"
        "a = collections.abc.Mapping, time.process_time()\ninspect.getargspec(a)\n",
    ),
    "NumPy on symbols": Snippet(
        "import theano_walkthrough\nimport numpy as np, theano, theano.tensor as T\n"
        "x, y = T.dvectors('x', 'y')\nw = theano.shared(np.zeros(3))\n"
        "a = np.dot(x, w)\nb = np.sum(2 * y)\nc = np.mean(w.get_value())\nd = np.exp(x)\n"
        "def f(x):\n    return np.dot(x, x)\n",
        "5 numpy-on-symbols?, 6 numpy-on-symbols?",
        "import theano_walkthrough\nimport numpy as np, theano, theano.tensor as T\n"
        "x, y = T.dvectors('x', 'y')\nw = theano.shared(np.zeros(3))\n"
        "a = np.dot(x, w)\nb = np.sum(2 * y)\nc = np.mean(w.get_value())\nd = np.exp(x)\n"
        "def f(x):\n    return np.dot(x, x)\n",
    ),
}

SETTINGS = {
    "flags": Snippet(
        "import os\nos.environ['THEANO_FLAGS'] = 'device=gpu0,floatX=float32,lib.cnmem=0.8'\n"
        "os.environ.setdefault('THEANO_FLAGS', 'blas.ldflags=-lopenblas')\n",
        "2 gpu, 2 old-flags, 3 old-flags",
        "import os\nos.environ['THEANO_FLAGS'] = 'floatX=float32'\n"
        "os.environ.setdefault('THEANO_FLAGS', 'blas__ldflags=-lopenblas')\n",
    ),
    "flags that are as they were": Snippet(
        "import os\nos.environ['THEANO_FLAGS'] = 'device=cpu,mode=FAST_RUN'\n",
        "",
        "import os\nos.environ['THEANO_FLAGS'] = 'device=cpu,mode=FAST_RUN'\n",
    ),
    "flags by dictionaries and keywords": Snippet(
        "run(env={'THEANO_FLAGS': 'device=cuda'})\nrun(THEANO_FLAGS='device=cuda1,cxx=')\n",
        "1 gpu, 2 gpu",
        "run(env={'THEANO_FLAGS': ''})\nrun(THEANO_FLAGS='cxx=')\n",
    ),
    "theano.config": Snippet(
        "import theano_walkthrough\nimport theano\ntheano.config.device = 'gpu'\n"
        "theano.config.lib.cnmem = 0.8\ntheano.config.floatX = 'float32'\n",
        "3 gpu?, 4 old-flags?",
        "import theano_walkthrough\nimport theano\ntheano.config.device = 'gpu'\n"
        "theano.config.lib.cnmem = 0.8\ntheano.config.floatX = 'float32'\n",
    ),
}

SNIPPETS = {**PYTHON_2, **NAMES, **IMPORTS, **C_CODE, **GONE_NAMES, **SETTINGS}
