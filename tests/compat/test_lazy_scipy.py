"""Parts of SciPy that Theano hardly uses stay out until they're used."""

from importlib import import_module
from importlib.util import find_spec

import pytest

from tests.processes import answer

IMPORT = "import sys; import theano_walkthrough; "
LOADED = "print([name for name in ('scipy.stats', 'scipy.signal') if name in sys.modules])"
RANDOM = """
import numpy as np
from scipy.stats import cauchy  # after Theano
from theano.tensor.random.basic import CauchyRV

def state(): return np.random.RandomState(7)
print(CauchyRV.rng_fn(state(), 1.0, 2.0, 3).tolist())
print(cauchy.rvs(1.0, 2.0, random_state=state(), size=3).tolist())
"""
CHI_SQUARED = """
import theano
import theano.tensor as T
from theano.scalar.basic_scipy import chi2sf

x = T.dvector("x")
survival = T.Elemwise(chi2sf)(x, 2.0)  # with 2 degrees of freedom it's exp(-x/2)
print(theano.function([x], survival, mode=theano.Mode("py"))([0, 2]).round(6).tolist())
"""


def printed(program: str) -> list[str]:
    return answer("-c", program).splitlines()


def test_neither_is_loaded():
    assert printed(IMPORT + LOADED) == ["[]"]


@pytest.mark.parametrize("name", ["scipy.stats", "scipy.signal"])
def test_what_was_loaded_before_stays(name: str):
    program = f"import {name} as before; {IMPORT} import {name} as after; print(before is after)"
    assert printed(program) == ["True"]


def test_both_can_be_loaded_afterwards():
    program = IMPORT + "import scipy.stats, scipy.signal; " + LOADED
    assert printed(program) == ["['scipy.stats', 'scipy.signal']"]


def test_random_numbers_come_from_statistics():
    ours, theirs = printed(IMPORT + RANDOM)
    assert ours == theirs


def test_a_distribution_is_still_there():
    assert printed(IMPORT + CHI_SQUARED) == ["[1.0, 0.367879]"]


def test_theano_has_no_use_for_signal_processing_while_it_is_imported():
    """SciPy no longer has the modules in which Theano looks for private names."""
    for module in "scipy.signal.sigtools", "scipy.signal.signaltools":
        assert find_spec(module) is None or not hasattr(import_module(module), "_valfrommode")
