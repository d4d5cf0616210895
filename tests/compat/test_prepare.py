"""Theano is imported in processes of their own, whose surroundings differ."""

import json
import math
import os

import pytest
import theano

from tests.processes import answer, own_flags, python

SENTENCE_END = ", so Theano runs in pure Python, more slowly.\n"

# Uses constant folding, BLAS, updates, scan, and the names that NumPy lost.
COMPUTATION = """
import json
import numpy as np
import theano_walkthrough
import theano
import theano.tensor as T
x, w = T.dvector("x"), T.dvector("w")
b = theano.shared(0.5, name="b")
a = 1 / (1 + T.exp(-(T.dot(x, w) + b)))
cost = -T.log(a) * 3.0
running, _ = theano.scan(lambda v, s: v * s, sequences=x, outputs_info=np.float64(1))
outputs = [cost, T.grad(cost, b), running, T.cast(x, "bool")]
f = theano.function([x, w], outputs, updates=[(b, b - T.grad(cost, b))])
values = f([1, 2, 4], [0.25, -1, 0.125])
print(json.dumps([np.asarray(value).tolist() for value in [*values, b.get_value()]]))
print(theano.config.linker)
"""

WORKERS = """
import multiprocessing
import sys
import theano_walkthrough
import theano
import theano.tensor as T

def square(value):
    x = T.dscalar("x")
    return float(theano.function([x], x**2)(value))

if __name__ == "__main__":
    with multiprocessing.get_context(sys.argv[1]).Pool(1) as pool:
        print(pool.map(square, [3, 4]))
"""


@pytest.fixture
def fake_compiler(tmp_path):
    """Return a program that passes for a C++ compiler as long as nothing is compiled."""
    program = tmp_path / "g++"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    return str(program)


@pytest.mark.parametrize("filters", ["default", "error"])
def test_import_is_quiet(filters):
    assert answer("-W", filters, "-c", "import theano_walkthrough, theano") == ""


@pytest.mark.needs_compiler
def test_same_results_in_c_and_in_python():
    in_c, linker = answer("-c", COMPUTATION).splitlines()
    assert linker == "cvm"
    run = python("-c", COMPUTATION, PATH="")
    assert run.stderr.count("\n") == 1
    in_python, linker = run.stdout.splitlines()
    assert linker == "vm"
    gradient = -3 / (1 + math.exp(-0.75))
    expected = [3 * math.log1p(math.exp(0.75)), gradient, [1, 2, 8], [True] * 3, 0.5 - gradient]
    for got in in_c, in_python:
        for value, wanted in zip(json.loads(got), expected, strict=True):
            assert value == pytest.approx(wanted, rel=1e-12)


@pytest.mark.parametrize(
    ("prelude", "environment", "obstacle"),
    [
        ("", {"PATH": ""}, "No working C++ compiler"),
        ("", {"THEANO_FLAGS": "cxx=/nowhere/g++"}, "No working C++ compiler /nowhere/g++"),
        ("", {"THEANO_FLAGS": "cxx=false", "PATH": os.defpath}, "No working C++ compiler false"),
        (
            "import sysconfig; sysconfig.get_path = lambda name: '/nowhere'",
            {},
            "Python's header Python.h was not found in /nowhere (try: ",
        ),
    ],
    ids=["no compiler", "user's compiler missing", "not a compiler", "no header"],
)
def test_one_sentence_without_c(fake_compiler, tmp_path, prelude, environment, obstacle):
    code = f"{prelude}\nimport theano_walkthrough, theano; print([theano.config.cxx])"
    usual = {"PATH": str(tmp_path), "THEANO_FLAGS": own_flags()}
    run = python("-W", "default", "-c", code, **usual | environment)
    assert run.stdout == "['']\n"
    assert run.stderr.startswith(obstacle)
    assert run.stderr.endswith(SENTENCE_END)
    assert run.stderr.count("\n") == 1


@pytest.mark.needs_compiler
@pytest.mark.parametrize("where", ["THEANO_FLAGS", "THEANORC"])
def test_settings_of_the_user_are_kept(fake_compiler, tmp_path, where):
    settings = {"THEANO_FLAGS": f"base_compiledir='{tmp_path}'"}
    if where == "THEANO_FLAGS":
        settings[where] += f",floatX=float32,gcc__cxxflags=-O0,cxx='{fake_compiler}'"
    else:
        file = tmp_path / "settings"
        file.write_text(f"[global]\nfloatX=float32\ncxx={fake_compiler}\n[gcc]\ncxxflags=-O0\n")
        settings[where] = str(file)
    code = (
        "import theano_walkthrough; from theano import config;"
        "print(config.floatX, config.gcc__cxxflags, config.blas__ldflags, config.cxx, sep='|')"
    )
    assert answer("-c", code, PATH="", **settings) == f"float32|-O0||{fake_compiler}\n"


def test_infinite_results_are_quiet_in_python_too():
    code = """
import numpy as np, theano_walkthrough, theano, theano.tensor as T
x = T.dvector()
print(theano.function([x], T.log1p(x).sum())([-1.0]), theano.config.cxx)
np.log1p(-1.0)
"""
    run = python("-W", "error", "-c", code, THEANO_FLAGS="cxx=")
    assert run.stdout == "-inf \n"
    assert "RuntimeWarning: divide by zero encountered in log1p" in run.stderr  # one's own still do


def test_nothing_is_said_when_the_user_wants_no_c():
    code = "import theano_walkthrough, theano; print([theano.config.cxx])"
    assert answer("-c", code, THEANO_FLAGS="cxx=", PATH="") == "['']\n"


@pytest.mark.parametrize(
    ("prelude", "sentence"),
    [
        ("sys.version_info = (3, 12, 0)", "Theano needs Python 3.11, this is "),
        ("sys.modules['numpy'] = None", "Theano needs NumPy 1.26, found none: "),
        ("sys.modules['numpy'] = other", "Theano needs NumPy 1.26, found 2.1.0: "),
        ("sys.modules['theano'] = other", "Import theano_walkthrough before theano"),
        (
            "os.environ['THEANO_WALKTHROUGH_SPEEDUPS'] = 'no'",
            "THEANO_WALKTHROUGH_SPEEDUPS must be on or off, got 'no'",
        ),
        pytest.param(
            "os.environ['THEANO_FLAGS'] = 'base_compiledir=/dev/null'",
            "Theano can't keep compiled",
            marks=pytest.mark.needs_compiler,
        ),
    ],
)
def test_one_import_error(fake_compiler, tmp_path, prelude, sentence):
    code = f"""
import os, sys, types
other = types.ModuleType("other")
other.__version__ = "2.1.0"
{prelude}
import theano_walkthrough
"""
    run = python("-c", code, PATH=str(tmp_path))
    *traceback, last = run.stderr.splitlines()
    assert last.startswith(f"ImportError: {sentence}")
    assert last.endswith(".")
    assert traceback.count("Traceback (most recent call last):") == 1


TWICE = """
import os
good = os.environ.pop("GOOD")
bad = os.environ["THEANO_FLAGS"]
try:
    import theano_walkthrough
except ImportError as error:
    print(error)
assert os.environ["THEANO_FLAGS"] == bad
os.environ["THEANO_FLAGS"] = good
os.environ["THEANORC"] = ""
import theano_walkthrough, theano
x = theano.tensor.dscalar()
print(theano.function([x], x**2)(3.0))
"""


@pytest.mark.parametrize(
    ("flags", "rc", "reason"),
    [
        ("mode=FAST", "", "Expected one of"),
        ("optimizer=foo", "", "Invalid value ('foo') for configuration variable 'optimizer'."),
        ("a='b", "", "No closing quotation."),
        ("", "device=cpu", "File contains no section headers."),
    ],
)
def test_a_bad_setting_gets_one_sentence_and_may_be_corrected(tmp_path, flags, rc, reason):
    (tmp_path / "rc").write_text(rc)
    flags += "" if theano.config.cxx else ",cxx="
    settings = {"THEANO_FLAGS": flags, "THEANORC": str(tmp_path / "rc")}
    said, result = answer("-c", TWICE, GOOD=os.environ["THEANO_FLAGS"], **settings).splitlines()
    assert said.startswith(f"Theano can't use a setting of THEANO_FLAGS or .theanorc: {reason}")
    assert result == "9.0"


def test_theano_that_loses_constants_is_refused():
    code = (
        "from theano_walkthrough.compat import prepare; import theano.tensor.basic, numpy\n"
        "prepare.check_theano(); print('fine', flush=True)\n"
        "theano.tensor.basic.np = numpy; prepare.check_theano()"
    )
    run = python("-c", code)
    assert run.stdout == "fine\n"
    assert run.stderr.splitlines()[-1].startswith("ImportError: Theano doesn't recognise the con")


def test_nothing_lent_stays_behind():
    code = """
import logging, sys, warnings
import numpy
names, filters = set(vars(numpy)), list(warnings.filters)
import theano_walkthrough, theano
print({"bool", "complex", "int", "product"} & (set(vars(numpy)) - names))
print("pkg_resources" in sys.modules, theano.gpuarray.linalg.pkg_resources.__name__)
print(warnings.filters == filters, logging.getLogger("theano.tensor.blas").level)
"""
    assert answer("-c", code) == "set()\nFalse pkg_resources\nTrue 0\n"


def test_names_lent_for_later_work_in_python():
    code = """
import theano_walkthrough
import numpy as np, theano, theano.tensor as T, theano.scalar as scalar
x, y, z = T.dscalars("xyz")
products = scalar.mul.impl(2.0, 3.0, 4.0), scalar.complex.impl(1.0, 2.0), scalar.mod.impl(7, 4)
cast = theano.function([x], T.cast(x, "bool"), mode=theano.Mode("py"))
flag = scalar.sharedvar.shared(True)
print(*products, cast(2.0), flag.get_value())
"""
    assert answer("-W", "error", "-c", code) == "24.0 (1+2j) 3 True True\n"


def test_importing_again_changes_nothing():
    code = """
import importlib, os
import theano_walkthrough, theano
flags, own = os.environ["THEANO_FLAGS"], theano.scalar.basic.np
importlib.reload(theano_walkthrough.compat.prepare)
importlib.reload(theano_walkthrough)
print(os.environ["THEANO_FLAGS"] == flags, theano.scalar.basic.np is own)
"""
    assert answer("-c", code) == "True True\n"


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_workers(tmp_path, method):
    script = tmp_path / "workers.py"
    script.write_text(WORKERS)
    assert answer(script, method) == "[9.0, 16.0]\n"


def test_workers_do_not_repeat_the_sentence(tmp_path):
    script = tmp_path / "workers.py"
    script.write_text(WORKERS)
    run = python(script, "spawn", PATH="", THEANO_FLAGS=own_flags())
    assert run.stdout == "[9.0, 16.0]\n"
    assert run.stderr.endswith(SENTENCE_END)
    assert run.stderr.count("\n") == 1


@pytest.mark.needs_compiler
def test_compiles_in_a_folder_with_a_space_and_han_letters(tmp_path):
    script = tmp_path / "空 间" / "workers.py"
    script.parent.mkdir()
    script.write_text(WORKERS)
    flags = f"base_compiledir='{script.parent}'"
    assert answer(script, "fork", THEANO_FLAGS=flags, LC_ALL="C") == "[9.0, 16.0]\n"
    assert [*script.parent.glob("compiledir_*/tmp*/*.so")]
