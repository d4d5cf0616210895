"""Compile the headers that all of Theano's C++ modules share once, instead of once a module.

Most of the time that a module takes to compile goes into reading Python's, NumPy's and C++'s
headers.
GCC can keep what it made of them, and takes it only where it fits: for the same compiler and
the same settings.
Where anything fails, modules are compiled as Theano does it.
"""

import functools
import hashlib
import subprocess
from pathlib import Path

import theano
from theano.link.c.cmodule import GCC_compiler, std_include_dirs

FIRST = "#include <Python.h>\n#include <iostream>\n"
HEADERS = f"""\
{FIRST}#include "theano_mod_helper.h"
#include <math.h>
#include <numpy/arrayobject.h>
#include <numpy/arrayscalars.h>
#include <vector>
#include <algorithm>
"""


def share_compiled_headers() -> None:
    """Have every module that is compiled from now on use them."""
    GCC_compiler.compile_str = staticmethod(_faster(GCC_compiler.compile_str))


def _faster(compile_module):
    """Wrap Theano's function that compiles a module."""

    @functools.wraps(compile_module)
    def compile_faster(module_name, src_code, location=None, *, preargs, **settings):
        if src_code.startswith(FIRST) and _is_gcc(theano.config.cxx):
            preargs = [*preargs, *_compiled_headers(preargs)]
        return compile_module(module_name, src_code, location, preargs=preargs, **settings)

    return compile_faster


@functools.cache
def _is_gcc(compiler):
    told = subprocess.run([compiler, "--version"], stdin=subprocess.DEVNULL, capture_output=True)
    return b"Free Software Foundation" in told.stdout


def _compiled_headers(options):
    """Return the options that make GCC use the headers, compiled with the same options."""
    command = [theano.config.cxx, "-g", *options, *(f"-I{path}" for path in std_include_dirs())]
    name = hashlib.sha256("\0".join(command).encode()).hexdigest()[:16]
    header = Path(theano.config.compiledir, f"headers_{name}.h")
    compiled = header.with_suffix(".h.gch")
    if not compiled.is_file():
        half = header.with_suffix(".half")
        header.write_text(HEADERS, encoding="utf-8")
        command += ["-fvisibility=hidden", "-x", "c++-header", str(header), "-o", str(half)]
        if subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True).returncode:
            half.unlink(missing_ok=True)
            return []
        half.rename(compiled)  # whoever compiles holds Theano's lock, so nobody else is at it
    return ["-include", str(header)]
