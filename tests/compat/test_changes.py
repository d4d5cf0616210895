"""What differs in a running Theano is what the lists name."""

import json

import pytest

from tests.processes import answer, own_flags

# Theano with no more than what it needs for its import.
BARE = """
import sys, types, warnings
import numpy
numpy.bool, numpy.complex, numpy.int = bool, complex, int
sys.modules["pkg_resources"] = types.ModuleType("pkg_resources")
sys.modules["pkg_resources"].DistributionNotFound = ImportError
import logging
logging.disable()
warnings.simplefilter("ignore")
import theano, theano.gpuarray, theano.tensor.random.basic
"""
# Writes down each attribute of Theano's modules and classes, each setting, and each optimizer.
INVENTORY = """
import json, re, sys, types
import theano
from theano.compile import optdb
from theano.configparser import ConfigParam

def shown(value):
    value = getattr(value, "__func__", value)
    if isinstance(value, types.FunctionType):
        return [value.__code__.co_filename, value.__code__.co_firstlineno]
    if isinstance(value, (bool, int, float, str, list, tuple, dict, set, types.ModuleType)):
        return re.sub(" at 0x[0-9a-f]+", "", repr(value))
    return type(value).__name__

found = {}
for name, module in list(sys.modules.items()):
    if name.partition(".")[0] != "theano":
        continue
    found[name] = shown(module)
    for key, value in vars(module or types.SimpleNamespace()).items():
        found[f"{name}.{key}"] = shown(value)
        for attribute, member in getattr(value, "__dict__", {}).items():
            if getattr(value, "__module__", None) == name:
                found[f"{name}.{key}.{attribute}"] = shown(member)
for key, kind in vars(type(theano.config)).items():
    if isinstance(kind, ConfigParam) and key != "compiledir":
        found[f"config.{key}"] = shown(getattr(theano.config, key))
for tag, optimizers in optdb.__db__.items():
    found[f"optdb.{tag}"] = sorted(str(optimizer.name) for optimizer in optimizers)
print(json.dumps(found))
"""
REPAIRED = {
    "theano.prepared_by_theano_walkthrough": "a mark, so that it's done once",
    "config.gcc__cxxflags": "gcc__cxxflags=-ffp-contract=off",
    "theano.scalar.basic.np": "numpy_names",
    "theano.scalar.sharedvar.np": "numpy_names",
    "theano.tensor.basic.np": "numpy_names",
    "theano.scan.scan_perform_ext": "scan_in_python",
    **dict.fromkeys(
        [
            "theano.tensor.elemwise.DimShuffle.c_code_cache_version",
            "theano.tensor.elemwise.DimShuffle.code_sections",
            "theano.tensor.elemwise.DimShuffle.func_codes",
            "theano.tensor.elemwise.DimShuffle.load_c_code",
        ],
        "dimshuffle_strides",
    ),
}
WITHOUT_COMPILER = {"theano.compile.function.types.Function.__call__": "numpy_warnings"}
FASTER = {
    "theano.link.c.cmodule.GCC_compiler.march_flags": "any_processor",
    "theano.link.c.cmodule.GCC_compiler.compile_str": "precompiled_headers",
    "theano.tensor.blas_c.check_force_gemv_init._force_init_beta": "no_blas_trial",
}


def inventory(program: str, **environment: str) -> dict[str, object]:
    """Run a program, and return what it has made of Theano."""
    found: dict[str, object] = json.loads(
        answer("-c", program + INVENTORY, PYTHONHASHSEED="0", **environment)
    )
    return found


def changed(flags: str, switch: str) -> set[str]:
    """Return the names of all that the package changes."""
    flags = f"{own_flags()},blas__ldflags=,{flags}"
    bare = inventory(BARE, THEANO_FLAGS=flags)
    ours = inventory(
        "import theano_walkthrough\n", THEANO_FLAGS=flags, THEANO_WALKTHROUGH_SPEEDUPS=switch
    )
    return {name for name in bare.keys() | ours.keys() if bare.get(name) != ours.get(name)}


def test_try():
    for flags, switch in (("", "off"), ("cxx=", "off"), ("", "on")):
        print(flags, switch, *sorted(changed(flags, switch)), sep="\n   ")
    assert 0
