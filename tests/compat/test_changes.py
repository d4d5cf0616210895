"""What differs in a running Theano is what the lists name."""

import json
from fnmatch import filter

from theano_walkthrough.compat.repairs import REPAIRS
from theano_walkthrough.compat.settings import REPAIRS as DEFAULTS
from theano_walkthrough.compat.settings import SWITCH
from theano_walkthrough.compat.speedups import WHILE_IMPORTING, afterwards

import pytest

from tests.processes import answer, own_flags

# Theano with no more than what it needs for its import.
BARE = """
import logging, sys, types
import numpy
numpy.bool, numpy.complex, numpy.int = bool, complex, int
sys.modules["pkg_resources"] = types.ModuleType("pkg_resources")
sys.modules["pkg_resources"].DistributionNotFound = ImportError
logging.disable()
import theano, theano.gpuarray, theano.tensor.random.basic
"""
# Writes down each attribute of Theano's modules and classes, each setting, and each optimizer.
INVENTORY = """
import json, re, sys, types, zlib
import theano
from theano.compile import optdb
from theano.configparser import ConfigParam
from theano.tensor.nnet.opt import conv_groupopt

def shown(value):
    if isinstance(value, staticmethod):
        value = value.__func__
    if isinstance(value, types.FunctionType):
        code = value.__code__
        return [code.co_filename, code.co_firstlineno, zlib.crc32(code.co_code)]
    if isinstance(value, types.ModuleType):
        return [value.__name__, value is sys.modules.get(value.__name__)]
    if isinstance(value, (bool, int, float, str, list, tuple, dict, set)):
        return re.sub(" at 0x[0-9a-f]+", "", repr(value))
    return type(value).__name__

found = {}
for name, module in list(sys.modules.items()):
    if name.partition(".")[0] != "theano":
        continue
    found[name] = shown(module)
    for key, value in list(vars(module or types.SimpleNamespace()).items()):
        found[f"{name}.{key}"] = shown(value)
        if isinstance(value, (type, types.FunctionType)) and value.__module__ == name:
            for attribute, member in list(vars(value).items()):
                found[f"{name}.{key}.{attribute}"] = shown(member)
for key, kind in list(vars(type(theano.config)).items()):
    if isinstance(kind, ConfigParam) and key != "compiledir":
        found[f"config.{key}"] = shown(getattr(theano.config, key))
for place, database in {"optdb": optdb, "conv_groupopt": conv_groupopt}.items():
    for tag, optimizers in database.__db__.items():
        found[f"{place}.{tag}"] = sorted(str(optimizer.name) for optimizer in optimizers)
print(json.dumps(found))
"""
REPAIRED = {
    "config.gcc__cxxflags": "gcc__cxxflags=-ffp-contract=off",
    "theano.scalar.basic.np": "numpy_names",
    "theano.scalar.sharedvar.np": "numpy_names",
    "theano.tensor.basic.np": "numpy_names",
    "theano.gpuarray.linalg.pkg_resources": "pkg_resources",
    "theano.scan.scan_perform_ext": "scan_in_python",
    "theano.tensor.elemwise.DimShuffle.c_code_cache_version": "dimshuffle_strides",
    "theano.tensor.elemwise.DimShuffle.code_sections": "dimshuffle_strides",
    "theano.tensor.elemwise.DimShuffle.func_codes": "dimshuffle_strides",
    "theano.tensor.elemwise.DimShuffle.load_c_code": "dimshuffle_strides",
    "theano.tensor.sort._topk_py_impl": "list_indices",
    "theano.tensor.signal.pool.*.perform": "list_indices",
    "theano.tensor.blas.BatchedDot.c_code": "batched_dot",
    "theano.tensor.nnet.*conv.imported_scipy_signal": "python_convolution",
    "theano.tensor.nnet.*conv._*": "python_convolution",
    "theano.tensor.nnet.abstract_conv.convolve": "python_convolution",
    "theano.tensor.nnet.corr*.perform": "python_convolution",
    "theano.tensor.nnet.sigm.UltraFastScalarSigmoid.nfunc_spec": "python_sigmoid",
    "theano.printing.Node": "pydotprint",
}
WITHOUT_COMPILER = {
    "optdb.fast_*": "python_convolution",
    "conv_groupopt.fast_*": "python_convolution",
    "theano.compile.function.types.Function.__call__": "numpy_warnings",
}
FASTER = {
    "config.gcc__cxxflags": "compiler_flags",
    "theano.tensor.random.basic.stats": "lazy_scipy",
    "theano.link.c.cmodule.GCC_compiler.march_flags": "any_processor",
    "theano.tensor.blas_c.check_force_gemv_init._force_init_beta": "no_blas_trial",
    "theano.*.__props__": "lasting_versions",
    "optdb.*": "c_products",
    "theano.link.c.cmodule.GCC_compiler.compile_str": "precompiled_headers",
}
NO_CHANGE = {  # times, counts, and our mark that it's done
    "theano.compile.profiling.theano_imported_time",
    "theano.graph.opt._optimizer_idx",
    "theano.prepared_by_theano_walkthrough",
}


def inventory(program: str, **environment: str) -> dict[str, object]:
    """Run a program, and return what it has made of Theano."""
    command = ["-W", "ignore", "-c", program + INVENTORY]
    found: dict[str, object] = json.loads(answer(*command, PYTHONHASHSEED="0", **environment))
    return found


IMPORT = "import theano_walkthrough\n"
SWITCH_OFF = f"{IMPORT}theano_walkthrough.use_speedups(False)\n"
LEFT_WHEN_OFF = {name: FASTER[name] for name in ("theano.tensor.random.basic.stats", "optdb.*")}
"""What was put off, and names of optimizers that no mode uses any more."""


@pytest.mark.parametrize(
    ("program", "flags", "switch", "expected"),
    [
        pytest.param(IMPORT, "", "off", REPAIRED, marks=pytest.mark.needs_compiler),
        pytest.param(IMPORT, "", "on", REPAIRED | FASTER, marks=pytest.mark.needs_compiler),
        pytest.param(
            SWITCH_OFF, "", "on", REPAIRED | LEFT_WHEN_OFF, marks=pytest.mark.needs_compiler
        ),
        (IMPORT, "cxx=", "off", REPAIRED | WITHOUT_COMPILER),
    ],
    ids=["repairs", "speed-ups", "speed-ups, switched off", "without a compiler"],
)
def test_nothing_else_is_changed(
    program: str, flags: str, switch: str, expected: dict[str, str]
) -> None:
    settings = {"THEANO_FLAGS": f"{own_flags()},blas__ldflags=,{flags}", SWITCH: switch}
    bare = inventory(BARE, **settings)
    ours = inventory(program, **settings)
    changed = {name for name in bare.keys() | ours.keys() if bare.get(name) != ours.get(name)}
    changed = {name for name in changed - NO_CHANGE if "__warningregistry__" not in name}
    found = {pattern: filter(changed, pattern) for pattern in expected}
    assert all(found.values())
    assert changed == {name for names in found.values() for name in names}


def test_what_is_changed_is_listed() -> None:
    listed = {change.__name__ for change in (*REPAIRS, *WHILE_IMPORTING, *afterwards())}
    listed |= {f"{name}={value}" for name, value in DEFAULTS.items()}
    assert {*REPAIRED.values(), *WITHOUT_COMPILER.values(), *FASTER.values()} <= listed
