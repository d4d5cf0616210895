"""A second process finds all compiled code, which any processor can run."""

from pathlib import Path

import pytest
import theano
import theano.tensor as T
from theano.link.c.cmodule import GCC_compiler
from theano.tensor.blas_c import check_force_gemv_init

from tests.processes import answer, keeping_code_in

OPERATIONS_WITHOUT_PROPERTIES = """
import theano_walkthrough
import theano
import theano.tensor as T
from theano.link.c.cmodule import get_module_cache

x = T.dvector("x")
n = T.bscalar("n")
kept = theano.shared(1.0)
f = theano.function([x, n], [T.nnet.softmax(x), T.alloc(x[0], n), x[n:], kept], updates={kept: 2})
softmax, filled, rest, before = f([1, 1], 1)
print(softmax.tolist(), filled.tolist(), rest.tolist(), before)
print(get_module_cache(theano.config.compiledir).stats[2])
"""


@pytest.mark.needs_compiler
def test_another_process_compiles_nothing(tmp_path: Path):
    program, flags = OPERATIONS_WITHOUT_PROPERTIES, keeping_code_in(tmp_path)
    compiled = []
    for _ in range(2):
        results, count = answer("-c", program, THEANO_FLAGS=flags).splitlines()
        assert results == "[[0.5, 0.5]] [1.0] [1.0] 1.0"
        compiled.append(int(count))
    assert compiled[0] >= 3
    assert compiled[1] == 0


def test_no_processor_is_named():
    f = theano.function([], T.constant(1.0) * 2)
    assert f() == 2
    options = GCC_compiler.compile_args()
    assert not [option for option in options if option.startswith(("-march", "-mtune", "-mavx"))]


def test_the_trial_that_is_left_out_always_fails(monkeypatch: pytest.MonkeyPatch):
    assert check_force_gemv_init() is False
    monkeypatch.setattr(check_force_gemv_init, "_force_init_beta", None)
    assert check_force_gemv_init() is False
