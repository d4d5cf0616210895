"""The speed-ups are switched by the environment, by a call, and for a while."""

import os

import theano_walkthrough
from theano_walkthrough.compat import settings
from theano_walkthrough.compat.c_gemv import Gemv

import pytest
import theano
import theano.tensor as T
from theano.link.c.cmodule import GCC_compiler

from tests.processes import answer

pytestmark = pytest.mark.needs_compiler


def products_in_c() -> bool:
    """Compile a product, and tell whether it's ours."""
    A, x = T.dmatrix(), T.dvector()
    function = theano.function([A, x], T.dot(A, x))
    return any(isinstance(node.op, Gemv) for node in function.maker.fgraph.toposort())


def test_a_block_has_them_off_and_leaves_them_as_they_were() -> None:
    compile_str, march = GCC_compiler.compile_str, GCC_compiler.march_flags
    with theano_walkthrough.use_speedups(False):
        assert not products_in_c()
        assert GCC_compiler.compile_str is not compile_str
        assert theano.config.gcc__cxxflags == settings.REPAIRS["gcc__cxxflags"]
        with theano_walkthrough.use_speedups(True):
            assert products_in_c()
        assert not theano_walkthrough.speedups_are_on()
    assert products_in_c()
    assert GCC_compiler.march_flags == march == []
    assert theano.config.gcc__cxxflags == "-g0 -O1 -ffp-contract=off"


def test_flags_of_the_user_stay() -> None:
    with theano.config.change_flags(gcc__cxxflags="-O2"), theano_walkthrough.use_speedups(False):
        with theano_walkthrough.use_speedups(True):
            assert theano.config.gcc__cxxflags == "-O2"
        assert theano.config.gcc__cxxflags == "-O2"


def test_a_process_that_is_started_later_follows() -> None:
    program = "import theano_walkthrough; print(theano_walkthrough.speedups_are_on())"
    with theano_walkthrough.use_speedups(False):
        assert os.environ[settings.SWITCH] == "off"
        assert answer("-c", program) == "False\n"
    assert answer("-c", program) == "True\n"


@pytest.mark.parametrize("on", ["off", 0, None])
def test_neither_on_nor_off_is_refused(on: object) -> None:
    with pytest.raises(TypeError, match="on must be True or False, got "):
        theano_walkthrough.use_speedups(on)  # type: ignore[arg-type]
