"""A build on a machine without a compiler says so once."""

import os

from tests.processes import own_flags, python
from tests.project import ROOT

BUILD = """
import sys
sys.path.insert(0, "docs")
from extensions.gallery import compiler
compiler.prepare()
import pytensor, theano, theano_walkthrough
print(theano.config.cxx == pytensor.config.cxx == "")
"""


def test_what_is_missing_is_said_once() -> None:
    flags = {"THEANO_FLAGS": own_flags(), "PYTENSOR_FLAGS": os.environ.get("PYTENSOR_FLAGS", "")}
    run = python("-c", f"import os; os.chdir({str(ROOT)!r})\n{BUILD}", PATH="", **flags)
    assert run.stdout == "True\n"
    assert run.stderr.startswith("No working C++ compiler")
    assert run.stderr.count("\n") == 1
