"""Use a precompiled header for what all of Theano's C++ modules include.

Most of the time that a module takes to compile goes into reading Python's, NumPy's and C++'s
headers.
GCC can keep what it made of them, and takes it only for the same settings.
It doesn't look whether the headers are still the same, so that is done here: by their contents,
as installing another NumPy may leave times and names as they were.
Where anything fails, modules are compiled as Theano does it.
That headers take the time was said in https://github.com/Theano/Theano/issues/1681.
"""

import functools
import hashlib
import os
import re
import subprocess
from contextlib import contextmanager
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
INCLUDED = re.compile(rb"(?m)^\.+ (.+)$")  # as GCC's option -H tells it


@contextmanager
def precompiled_headers():
    """Have every module that is compiled meanwhile use them."""
    before = GCC_compiler.compile_str
    GCC_compiler.compile_str = staticmethod(_with_precompiled_headers(before))
    yield
    GCC_compiler.compile_str = staticmethod(before)


def _with_precompiled_headers(compile_module):
    """Wrap Theano's function that compiles a module."""

    @functools.wraps(compile_module)
    def compile_with_them(module_name, src_code, location=None, *, preargs, **settings):
        if src_code.startswith(FIRST) and _is_gcc(theano.config.cxx):
            preargs = [*preargs, *_precompiled_headers(preargs)]
        return compile_module(module_name, src_code, location, preargs=preargs, **settings)

    return compile_with_them


def _is_gcc(compiler):
    return b"Free Software Foundation" in _version(compiler)


@functools.cache
def _version(compiler):
    command = [compiler, "--version"]
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True).stdout


def _precompiled_headers(options):
    """Return the options that make GCC use the headers, compiled with the same options."""
    command = [theano.config.cxx, "-g", *options, *(f"-I{path}" for path in std_include_dirs())]
    name = hashlib.sha256("\0".join([HEADERS, *command]).encode()).hexdigest()[:16]
    header = Path(theano.config.compiledir, f"headers_{name}.h")
    compiled, made_from = header.with_suffix(".h.gch"), header.with_suffix(".made_from")
    if not (compiled.is_file() and _is_current(made_from)):
        half = header.with_suffix(".half")
        made_from.unlink(missing_ok=True)
        header.write_text(HEADERS, encoding="utf-8")
        command += ["-fvisibility=hidden", "-H", "-x", "c++-header", str(header), "-o", str(half)]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True)
        if done.returncode:
            half.unlink(missing_ok=True)
            return []
        half.rename(compiled)  # whoever compiles holds Theano's lock, so nobody else is at it
        included = INCLUDED.findall(done.stderr)
        made_from.write_bytes(b"\n".join([_digest(included), *included]))
    return ["-include", str(header)]


def _is_current(made_from):
    """Tell whether the headers that were compiled, and the compiler, are as they were."""
    if not made_from.is_file():
        return False
    digest, *included = made_from.read_bytes().split(b"\n")
    return digest == _digest(included)


def _digest(included):
    """Return what changes with the compiler and with any of these files."""
    parts = [_version(theano.config.cxx), *map(_content, included)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest().encode()


@functools.cache  # once a process is enough: reading all takes some 10 ms
def _content(file):
    path = Path(os.fsdecode(file))
    return hashlib.sha256(path.read_bytes() if path.is_file() else b"").digest()
