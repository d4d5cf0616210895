"""The help page's errors, provoked; the page itself is where their words come from."""

import doctest
import inspect
import os
import pickle
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import filelock
import numpy as np
import pytest
import theano
import theano.tensor as T
from scipy import stats
from theano.graph.op import COp, Op
from theano.sandbox.rng_mrg import MRG_RandomStream
from theano.tensor.random.utils import RandomStream

from tests.content import old_programs
from tests.processes import answer, python

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/help.md").read_text(encoding="utf-8")


class Entry(NamedTuple):
    title: str
    text: str

    def message(self) -> str:
        """Return the message as a reader sees it, by its last line."""
        (block,) = re.findall(r"^```text\n(.*?)\n```", self.text, re.MULTILINE | re.DOTALL)
        return str(block.splitlines()[-1])


ENTRIES = {
    anchor: Entry(title, text)
    for anchor, title, text in re.findall(
        r"^\(([\w-]+)\)=\n### (.+?)\n(.*?)(?=^\([\w-]+\)=|^## |\Z)", PAGE, re.MULTILINE | re.DOTALL
    )
}
MESSAGES = {
    anchor: entry.title.strip("`") for anchor, entry in ENTRIES.items() if entry.title[0] == "`"
}
SILENT = {  # what they print instead
    "nan-cost": "nan",
    "old-streams": "(2,)",
    "scan-dtype": "has dtype float32, while the result of the inner function (`fn`) has dtype",
    "numpy-on-symbols": "array([10., 40.])",
    "does-not-learn": "from 2.77 to 2.77",
    "save-weights": "w b",
}

# Each process is Theano without this site's preparation.
PROGRAMS = {
    "as it comes": "import theano",
    "with numpy.bool": "import numpy; numpy.bool = bool; import theano",
    "no compiler": """
import numpy; numpy.bool = bool
from traceback import print_exc
import theano, theano.tensor as T
x = T.dscalar("x")
print("cured:", theano.function([x], 2 * x)(3))
for line in ("import theano.tensor.random.basic", "theano.scalar.complex.impl(1.0, 2.0)",
             "import theano.gpuarray"):
    try:
        exec(line)
    except Exception:
        print_exc()
try:
    theano.printing.pydotprint(2 * x, outfile=theano.config.compiledir + "/formula.png")
except TypeError:
    print_exc()
import pydot, theano.printing; theano.printing.Node = pydot.Node
print("drawn:", theano.printing.pydotprint(2 * x, outfile="formula.png", return_image=True))
""",
    "no header": """
import distutils.sysconfig, numpy; numpy.bool = bool
get_python_inc = distutils.sysconfig.get_python_inc
distutils.sysconfig.get_python_inc = lambda *arguments, **named: "/nowhere"
from traceback import print_exc
import filelock, theano, theano.tensor as T
x = T.dscalar("x")
try:
    theano.function([x], 2 * x)
except Exception:
    print_exc()
distutils.sysconfig.get_python_inc = get_python_inc
with filelock.FileLock(theano.config.compiledir + "/.lock"):
    try:
        theano.function([x], 2 * x)
    except Exception:
        print_exc()
print("cured:", theano.function([x], 2 * x)(3))
a, b = T.dtensor3s("a", "b")
try:
    theano.function([a, b], T.batched_dot(a, b))
except ImportError:
    print_exc()
""",
    "no folder": "import numpy; numpy.bool = bool; import theano; theano.config.compiledir",
    "Theano first": "import numpy; numpy.bool = bool; import theano, theano_walkthrough",
    "graphics card": """
import numpy, sys, types; numpy.bool, numpy.complex, numpy.int = bool, complex, int
sys.modules["pkg_resources"] = types.SimpleNamespace(DistributionNotFound=ImportError)
import theano
""",
    "old settings": """
import numpy; numpy.bool = bool
import theano
print("set:", theano.config.compile__timeout, theano.config.gcc__cxxflags)
""",
    "old graphics card": "import numpy; numpy.bool = bool; import theano",
}
NEEDS = {  # the flags of each process, beside a folder for compiled code
    "as it comes": "",
    "with numpy.bool": "",
    "no compiler": "blas__ldflags=",
    "no header": "blas__ldflags=,compile__timeout=1",
    "no folder": "blas__ldflags=,base_compiledir=/dev/null",
    "Theano first": "blas__ldflags=",
    "graphics card": "blas__ldflags=,device=cuda",
    "old settings": "blas__ldflags=,compile.timeout=7,lib.cnmem=0.8",
    "old graphics card": "device=gpu",
}
PROVOKED = {
    "numpy-bool": "as it comes",
    "no-section-blas": "with numpy.bool",
    "msvccompiler": "with numpy.bool",
    "no-compiler": "no compiler",
    "numpy-int": "no compiler",
    "numpy-complex": "no compiler",
    "pkg-resources": "no compiler",
    "python-h": "no header",
    "compile-lock": "no header",
    "compiledir": "no folder",
    "import-first": "Theano first",
    "gpu": "graphics card",
    "old-flags": "old settings",
    "pydot": "no compiler",
    "dgemm": "no header",
}


@pytest.fixture(scope="session")
def said(tmp_path_factory: pytest.TempPathFactory):
    """Return a function that runs a program, once, and returns all that it says."""

    @cache
    def run(name: str) -> str:
        folder = tmp_path_factory.mktemp("compiled")
        environment = {**os.environ, "THEANO_FLAGS": f"base_compiledir={folder},{NEEDS[name]}"}
        if name == "no compiler":
            environment["PATH"] = str(folder)
            (folder / "dot").write_text('#!/bin/sh\nexec /bin/cat "$2"\n', encoding="utf-8")
            (folder / "dot").chmod(0o755)
        return subprocess.run(
            [sys.executable, "-c", PROGRAMS[name]],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        ).stdout

    return run


WHILE_COMPILING = {"python-h", "compile-lock", "dgemm"}


@pytest.mark.parametrize(
    "anchor",
    [
        pytest.param(anchor, marks=pytest.mark.needs_compiler if anchor in WHILE_COMPILING else ())
        for anchor in PROVOKED
    ],
)
def test_an_error_has_the_words_of_the_page(said, anchor: str) -> None:
    assert MESSAGES.get(anchor, "") in ENTRIES[anchor].message()
    words = re.escape(ENTRIES[anchor].message()).replace("…", ".*")
    assert re.search(words, said(PROVOKED[anchor]))


def test_the_last_error_of_the_blas_chain_is_the_other_one(said) -> None:
    last = said("with numpy.bool").rstrip().splitlines()[-1]
    assert last == ENTRIES["msvccompiler"].message()


def test_the_older_setting_for_graphics_cards_says_what_the_page_says(said) -> None:
    (line,) = re.findall("^ValueError: .+", ENTRIES["gpu"].text, re.MULTILINE)
    assert line in said("old graphics card")


@pytest.mark.parametrize("device", ["gpu", "cuda"])
def test_the_package_says_what_the_page_says_of_graphics_cards(device: str) -> None:
    (sentence,) = re.findall("It says in one sentence, `(.+?)`", ENTRIES["gpu"].text)
    flags = f"{os.environ.get('THEANO_FLAGS', '')},device={device}"
    run = python("-c", "import theano_walkthrough", THEANO_FLAGS=flags)
    assert run.stderr.startswith(sentence)
    assert (run.returncode, run.stderr.count("\n")) == (0, 1)


@pytest.mark.parametrize("program", ["no compiler", "no header"])
def test_the_cures_work_together(said, program: str) -> None:
    """With numpy.bool and without ldflags it runs in Python, in C with headers and no lock."""
    assert "cured: 6.0" in said(program)
    for anchor in ("no-section-blas", "msvccompiler"):
        assert "THEANO_FLAGS=blas__ldflags=" in ENTRIES[anchor].text


def test_a_formula_is_drawn_when_cured(said) -> None:
    """The dot of this process says what it should draw."""
    (cure,) = re.findall(r"\{code-block\} text\n\s*(.+)\n", ENTRIES["pydot"].text)
    assert cure in PROGRAMS["no compiler"]
    drawn = said("no compiler").partition("drawn:")[2]
    assert "digraph" in drawn
    assert "Elemwise{mul" in drawn


def test_without_graphviz_pydotprint_says_what_the_page_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (words,) = re.findall(r"^RuntimeError: \('(.+?)'", ENTRIES["pydot"].text, re.MULTILINE)
    monkeypatch.setattr(theano.printing, "pydot_imported", False)
    with pytest.raises(RuntimeError, match=re.escape(words)):
        theano.printing.pydotprint(T.dscalar())


def test_old_settings_count_with_underlines_and_in_a_file(said, tmp_path: Path) -> None:
    assert "set: 120 \n" in said("old settings")  # as without them
    file = tmp_path / "theanorc"
    file.write_text("[blas]\nldflags =\n[gcc]\ncxxflags = -O2\n[lib]\ncnmem = 0.8\n")
    flags = f"base_compiledir={tmp_path},compile__timeout=7"
    run = python("-c", PROGRAMS["old settings"], THEANORC=str(file), THEANO_FLAGS=flags)
    assert (run.returncode, run.stdout) == (0, "set: 7 -O2\n")
    assert "flag" not in run.stderr


HOLDS_THE_LOCK = """
import theano_walkthrough, theano
from theano.compile.compilelock import lock_ctx
with lock_ctx():
    print(theano.config.compiledir, flush=True)
    input()
"""


def test_the_lock_ends_with_a_killed_process(tmp_path: Path) -> None:
    environment = {**os.environ, "THEANO_FLAGS": f"base_compiledir={tmp_path}"}
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS_THE_LOCK],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        lock = Path(process.stdout.readline().strip()) / ".lock"
        with pytest.raises(filelock.Timeout):
            filelock.FileLock(lock).acquire(timeout=0.1)
        process.kill()
    with filelock.FileLock(lock).acquire(timeout=0.1):
        assert lock.is_file()


def test_the_cure_for_numpy_s_names_works() -> None:
    (block,) = re.findall(r"\{code-block\} text\n(.*?)```", ENTRIES["numpy-bool"].text, re.DOTALL)
    lines = [line.strip() for line in block.strip().splitlines()]
    uses = "import theano.tensor.random.basic; print(theano.scalar.complex.impl(1.0, 2.0))"
    run = subprocess.run(
        [sys.executable, "-c", "\n".join([*lines, uses])],
        env={**os.environ, "THEANO_FLAGS": "blas__ldflags=,cxx="},
        capture_output=True,
        encoding="utf-8",
    )
    assert (run.returncode, run.stdout) == (0, "(1+2j)\n"), run.stderr


def rows_of(anchor: str) -> list[tuple[str, str, str]]:
    """Return the rows of an entry's table: an old line, what it says, what to write."""
    row = r"^  \| (`.+?) \| `(.+?)` \| (.+?) \|$"
    return re.findall(row, ENTRIES[anchor].text, re.MULTILINE)


class Row(NamedTuple):
    """A row of the table of moved names, with the pieces of code in its cells."""

    old: list[str]
    message: str
    new: list[str]

    def changed(self, program: str) -> str:
        """Do in a program what the row tells."""
        if not self.new:
            name = self.old[0].split()[-1]
            return re.sub(rf"^.*\b{name}\b.*\n", "", program, flags=re.MULTILINE)
        if not re.search(rf"(?<!\w){re.escape(self.old[0])}(?!\w)", program):
            return program
        for old, new in zip(self.old, self.new, strict=False):
            program = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new, program)
        return "\n".join([*self.new[len(self.old) :], program])


MOVED = [
    Row(re.findall("`(.+?)`", old), message, re.findall("`(.+?)`", new) if new[0] == "`" else [])
    for old, message, new in rows_of("moved-modules")
]
OLD_PROGRAMS = {
    name: textwrap.dedent(inspect.getsource(function).partition("\n")[2])
    for name, function in inspect.getmembers(old_programs, inspect.isfunction)
    if not inspect.signature(function).parameters
}


def changed(program: str, rows: list[Row]) -> str:
    """Do in a program what these rows tell, each in its turn."""
    for row in rows:
        program = row.changed(program)
    return program


def run(program: str) -> tuple[list[object], list[object]]:
    """Run the body of an old program; return what it got, and what it should get."""
    names = {name: v for name, v in vars(old_programs).items() if name not in OLD_PROGRAMS}
    exec("def program():\n" + textwrap.indent(program, "    "), names)
    got, wanted = names["program"]()
    return got, wanted


@pytest.mark.parametrize("row", MOVED, ids=lambda row: row.old[0])
def test_an_old_line_is_in_an_old_program_and_says_what_the_page_says(row: Row) -> None:
    others = [other for other in MOVED if other != row]
    programs = [program for program in OLD_PROGRAMS.values() if row.changed(program) != program]
    for old in row.old:
        assert old in "".join(programs)
    for program in programs:
        with pytest.raises((ImportError, AttributeError, TypeError), match=re.escape(row.message)):
            run(changed(program, others))


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.needs_compiler if name.startswith("pooling") else ())
        for name in OLD_PROGRAMS
    ],
)
@pytest.mark.filterwarnings("ignore:The '(ds|st)' parameter:DeprecationWarning")
def test_old_calls_do_with_the_new_line_what_they_did(name: str) -> None:
    """Shape, type and values are the right ones; those of random numbers are as NumPy's."""
    got, expected = map(
        lambda values: [np.asarray(value) for value in values],
        run(changed(OLD_PROGRAMS[name], MOVED)),
    )
    assert [(g.shape, g.dtype) for g in got] == [(e.shape, e.dtype) for e in expected]
    for value, wanted in zip(got, expected, strict=True):
        if value.size > 100:
            assert stats.ks_2samp(value.ravel(), wanted.ravel(), method="asymp").pvalue > 0.001
            assert set(value.flat) == set(wanted.flat) or value.dtype.kind == "f"
        else:
            np.testing.assert_array_equal(value, wanted)


WITH_OLD_NAMES = """
import theano_walkthrough.compat.theano_1_0
import numpy as np, theano, theano.tensor as T
from theano.tensor.shared_randomstreams import RandomStreams
from tests.content import old_programs
for name in ("pooling_module", "gof", "op_of_gof", "op", "flat", "until"):
    np.testing.assert_equal(*getattr(old_programs, name)())
print(theano.function([], RandomStreams(seed=234).uniform((2, 2)))().tolist())
class Double(theano.Op):
    __props__ = ()
    def make_node(self, x):
        return theano.Apply(self, [x], [x.type()])
    def c_code(self, node, name, inputs, outputs, sub):
        return f'''
            {outputs[0]} = (PyArrayObject*)PyArray_ZEROS(0, NULL, NPY_DOUBLE, 0);
            *(npy_double*)PyArray_DATA({outputs[0]}) = 2 * *(npy_double*)PyArray_DATA({inputs[0]});
'''
x = T.dscalar("x")
print(theano.function([x], Double()(x))(21))
"""


@pytest.mark.needs_compiler
def test_old_programs_run_as_they_are_with_the_old_names() -> None:
    """The stream's own seed is drawn from its seed, as in Theano 1.0; both by NumPy."""
    numbers = np.random.RandomState(np.random.RandomState(234).randint(2**30)).uniform(size=(2, 2))
    assert answer("-c", WITH_OLD_NAMES) == f"{numbers.tolist()}\n42.0\n"


def drawn(variable) -> np.ndarray:
    """Return what a symbol for random numbers draws."""
    return np.asarray(theano.function([], variable)())


OLD_DRAWS: dict[str, Callable] = {
    "random_integers": lambda streams: streams.random_integers((2, 3), low=0, high=3),
    "poisson": lambda streams: streams.poisson((2, 3), lam=3.0),
    "choice": lambda streams: streams.choice((2, 3), a=5),
    "permutation": lambda streams: streams.permutation((2,), n=5),
    "shuffle_row_elements": lambda streams: streams.shuffle_row_elements(T.dmatrix()),
    "binomial": lambda streams: streams.binomial((2, 3), n=10, p=0.5),
}


def test_what_the_streams_cannot_do_fails_loudly() -> None:
    (names,) = re.findall("could do more: (.+?) with a larger", ENTRIES["old-streams"].text)
    assert re.findall("`(.+?)`", names) == [*OLD_DRAWS]
    for draw in OLD_DRAWS.values():
        with pytest.raises((AttributeError, NotImplementedError)):
            draw(MRG_RandomStream(234))
    for seed in (0, None):
        with pytest.raises((ValueError, TypeError)):
            MRG_RandomStream(seed)


def test_the_other_streams_take_the_arguments_of_numpy() -> None:
    numpy_random = np.random.RandomState(7)
    for name, arguments in {"randint": (0, 4), "poisson": (3,), "binomial": (10, 0.3)}.items():
        got = drawn(getattr(RandomStream(234), name)(*arguments, size=(200, 30)))
        wanted = getattr(numpy_random, name)(*arguments, size=(200, 30))
        assert (got.shape, got.dtype) == (wanted.shape, wanted.dtype)
        assert stats.ks_2samp(got.ravel(), wanted.ravel(), method="asymp").pvalue > 0.001
    streams = RandomStream(234)
    assert drawn(streams.uniform((2, 2))).shape == (2,)
    assert drawn(streams.uniform(size=(2, 2))).shape == (2, 2)


@pytest.mark.needs_compiler
@pytest.mark.parametrize(("kind", "result"), [(Op, 2), (COp, 20)])
def test_c_code_is_used_from_a_cop_only(kind: Any, result: int) -> None:
    class Double(kind):
        __props__ = ()

        def make_node(self, x):
            return theano.graph.basic.Apply(self, [x], [x.type()])

        def perform(self, node, inputs, output_storage):
            output_storage[0][0] = np.asarray(2 * inputs[0])

        def c_code(self, node, name, inputs, outputs, sub):  # tells by its result that it ran
            (x,), (y,) = inputs, outputs
            return f"""
            Py_XDECREF({y});
            {y} = (PyArrayObject*)PyArray_ZEROS(0, NULL, NPY_DOUBLE, 0);
            *(npy_double*)PyArray_DATA({y}) = 20 * *(npy_double*)PyArray_DATA({x});
            """

    x = T.dscalar("x")
    assert theano.function([x], Double()(x))(1) == result


# Shared, as constants are computed in C.
RIGHT_IN_C = """
import numpy as np
import theano
import theano.tensor as T
from theano.tensor.signal.pool import pool_2d
image, small, half = (theano.shared(v) for v in (np.ones((1, 1, 3, 3)), np.ones((2, 2)), 0.5))
for result in (
    lambda: T.nnet.conv2d(image, image),
    lambda: T.nnet.conv3d(*[image.dimshuffle("x", 0, 1, 2, 3)] * 2),
    lambda: pool_2d(image, (2, 2), ignore_border=True),
    lambda: T.nnet.ultra_fast_sigmoid(half),
):
    try:
        print(theano.function([], result())().ravel().round(4))
    except BaseException as error:
        print(str(error).splitlines()[0])
"""
BY_ITSELF = "import numpy; numpy.bool, numpy.complex, numpy.int = bool, complex, int"


@pytest.mark.needs_compiler
@pytest.mark.parametrize("flags", ["", "cxx=", "mode=FAST_COMPILE"])
@pytest.mark.parametrize("prelude", ["import theano_walkthrough", BY_ITSELF])
def test_what_theano_by_itself_gets_right_only_in_c(prelude: str, flags: str) -> None:
    text = ENTRIES["no-compiler"].text
    (told,) = re.findall("convolution ends in (.+)", text)
    flat, volume, pooled, _, in_python, in_c, _ = re.findall("`(.+?)`", told)
    if flags == "mode=FAST_COMPILE":
        (flat,) = re.findall("nor convolution: `(.+?)`", text)
        volume = flat
    wrong = prelude == BY_ITSELF and flags
    wanted = [flat, volume, pooled, in_python] if wrong else ["9.", "9.", "1.", in_c]
    flags = f"{os.environ.get('THEANO_FLAGS', '')},blas__ldflags=,{flags}".strip(",")
    said = python("-c", f"{prelude}\n{RIGHT_IN_C}", THEANO_FLAGS=flags).stdout.splitlines()
    for words, line in zip(wanted, said, strict=True):
        assert words in line


PYTHON_2_ARRAY = (  # numpy.array([1.0, 2.5]), as Python 2 pickles it
    b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntS'b'\ntR(I1\n(I2\ntcnumpy\n"
    b"dtype\n(S'f8'\nI0\nI1\ntR(I3\nS'<'\nNNNI-1\nI-1\nI0\ntbI00\n"
    rb"S'\x00\x00\x00\x00\x00\x00\xf0?\x00\x00\x00\x00\x00\x00\x04@'"
    b"\ntb."
)
# What a line of the tables is written into, and what's got when it's as the table says.
OLD_LINES: dict[str, tuple[str, object]] = {
    "print cost": (
        "with redirect_stdout(StringIO()) as out:\n    {}\ngot = out.getvalue()",
        "3.5\n",
    ),
    "except ValueError, error": ("try:\n    int('a')\n{}:\n    got = type(error)", ValueError),
    "xrange(3)": ("got = list({})", [0, 1, 2]),
    "unicode(3)": ("got = {}", "3"),
    "reduce(max, costs)": ("got = {}", 3.0),
    'weights.has_key("w")': ("got = {}", True),
    "weights.iteritems()": ("got = list({})", [("w", 1)]),
    "map(abs, costs)[0]": ("got = {}", 2.0),
    "costs[:len(costs) / 2]": ("got = {}", [-2.0]),
    "range(len(costs) / 2)": ("got = list({})", [0]),
    "import cPickle": ("{}\ngot = pickle.loads(b'I1\\n.')", 1),
    "pickle.load(file)": ("file = BytesIO(PYTHON_2_ARRAY)\ngot = {}.tolist()", [1.0, 2.5]),
    "scipy.misc.imread(file)": (
        "file = BytesIO()\nPIL.Image.fromarray(image).save(file, 'png')\nimport scipy.misc\n"
        "got = {}\ngot = got.dtype.name, got.tolist()",
        ("uint8", [[0, 255], [7, 1]]),
    ),
    "from scipy.misc import logsumexp": ("{}\ngot = round(logsumexp([0, 0]), 4)", 0.6931),
    "from scipy.misc import comb": ("{}\ngot = comb(5, 2)", 10.0),
    "from scipy.signal import gaussian": (
        "{}\ngot = gaussian(3, 1).round(4).tolist()",
        [0.6065, 1, 0.6065],
    ),
    "scipy.array(costs)": ("got = {}.tolist()", [-2.0, 3.0]),
    "numpy.asscalar(cost)": ("got = {}", 3.5),
    "-mask": ("got = ({}).tolist()", [False, True]),
    "numpy.load(file)": (
        "file = BytesIO()\nnumpy.save(file, numpy.array([None, 2]))\nfile.seek(0)\n"
        "got = {}.tolist()",
        [None, 2],
    ),
    "numpy.array([[1, 2], [3]])": ("got = {}.tolist()", [[1, 2], [3]]),
    "time.clock()": ("start = {0}\ngot = 0 <= {0} - start < 60", True),
    "collections.Iterable": ("got = isinstance([], {})", True),
    "inspect.getargspec(f)": ("got = {}.args", ["x", "y"]),
    "from fractions import gcd": ("{}\ngot = gcd(12, 18)", 6),
}
WRITTEN = [
    (old.strip("`"), message, new.strip("`"))
    for anchor in ("python-2", "scipy-moved")
    for old, message, new in rows_of(anchor)
]


def got_from(old: str, line: str) -> object:
    """Run a line of the tables in its surroundings; return what is got."""
    names = {
        "PYTHON_2_ARRAY": PYTHON_2_ARRAY,
        "cost": np.float64(3.5),
        "costs": [-2.0, 3.0],
        "weights": {"w": 1},
        "mask": np.array([True, False]),
        "image": np.array([[0, 255], [7, 1]], dtype="uint8"),
        "f": lambda x, y: x + y,
    }
    modules = "collections.abc, functools, inspect, numpy, pickle, PIL.Image, scipy, time"
    exec(f"import {modules}\nfrom contextlib import *\nfrom io import *", names)
    exec(OLD_LINES[old][0].format(line), names)
    return names["got"]


@pytest.mark.parametrize(("old", "message", "new"), WRITTEN, ids=[old for old, _, _ in WRITTEN])
@pytest.mark.filterwarnings("ignore:scipy.misc is deprecated:DeprecationWarning")
def test_a_line_of_its_time_says_what_the_page_says_and_is_cured(
    old: str, message: str, new: str
) -> None:
    errors = (SyntaxError, NameError, ImportError, AttributeError, TypeError, ValueError)
    with pytest.raises(errors, match=re.escape(message)):
        got_from(old, old)
    assert got_from(old, new) == OLD_LINES[old][1]


def test_an_old_pickle_misses_its_classes_and_values_come_through() -> None:
    messages = re.findall("^ModuleNotFoundError: (.+)", ENTRIES["old-pickles"].text, re.MULTILINE)
    places = (  # where Theano 1.0 and 0.8 had a compiled function and an array
        "theano.compile.function_module\n_constructor_Function",
        "theano.sandbox.cuda.type\nCudaNdarray_unpickler",
    )
    for message, place in zip(messages, places, strict=True):
        with pytest.raises(ModuleNotFoundError, match=re.escape(message)):
            pickle.loads(f"c{place}\n.".encode())
    np.testing.assert_array_equal(pickle.loads(PYTHON_2_ARRAY, encoding="latin1"), [1.0, 2.5])
    x = T.dscalar("x")
    assert pickle.loads(pickle.dumps(theano.function([x], 2 * x)))(3) == 6


@pytest.mark.parametrize("name", ["bool", "complex", "int", "float", "object"])
@pytest.mark.filterwarnings("ignore:In the future:FutureWarning")
def test_numpy_s_own_names_stay_away(name: str) -> None:
    with pytest.raises(AttributeError, match=f"'numpy' has no attribute '{name}'"):
        getattr(np, name)


OWN_TESTS = {
    "c-code-in-op": test_c_code_is_used_from_a_cop_only,
    "old-pickles": test_an_old_pickle_misses_its_classes_and_values_come_through,
}
TABLES = {"moved-modules", "python-2", "scipy-moved"}


def test_every_entry_is_provoked_or_says_where_it_was_seen() -> None:
    parser = doctest.DocTestParser()
    ways = {}
    for anchor, entry in ENTRIES.items():
        printed = "".join(e.exc_msg or e.want for e in parser.get_examples(entry.text))
        ways[anchor] = [
            anchor in PROVOKED,
            entry.text.count("\n*Seen with*") == 1,
            (MESSAGES | SILENT).get(anchor, "not printed here") in printed,
            anchor in TABLES and len(rows_of(anchor)) == entry.text.count("\n  | `"),
            anchor in OWN_TESTS,
            entry.text.count("\n*Not tried* here.") == 1,
        ]
    assert {anchor for anchor, way in ways.items() if way.count(True) != 1} == set()
    assert len(ENTRIES) == PAGE.count("\n### ")
    for entry in ENTRIES.values():
        assert re.findall(r"^(Why|Cure|With this site's package)\n: ", entry.text, re.M) == [
            "Why",
            "Cure",
            "With this site's package",
        ]
