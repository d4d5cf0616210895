"""Modules share one set of compiled headers; without it they are compiled all the same."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.processes import answer, keeping_code_in, python

pytestmark = pytest.mark.needs_compiler

TWO_MODULES = """
import theano_walkthrough
import theano
import theano.tensor as T
x = T.dvector("x")
print(theano.function([x], T.exp(x).sum())([0, 0]))
print(theano.config.compiledir)
"""
# Notes how it's called, and does what a compiler does.
COMPILER = """\
#!/bin/sh
{{ printf "%s\\t" "$@"; echo; }} >> "{log}"
case "$*" in {refused}) exit 1 ;; esac
exec g++ "$@"
"""


@pytest.fixture
def compile_two(tmp_path: Path):
    def run(refused: str) -> tuple[Path, list[str]]:
        log, compiler = tmp_path / "log", tmp_path / "compiler"
        compiler.write_text(COMPILER.format(log=log, refused=refused), encoding="utf-8")
        compiler.chmod(0o755)
        flags = f"base_compiledir='{tmp_path / '编译 d'}',cxx={compiler}"
        result, folder = python("-c", TWO_MODULES, THEANO_FLAGS=flags).stdout.splitlines()
        assert result == "2.0"
        calls = [call for call in log.read_text(encoding="utf-8").splitlines() if "\t-o\t" in call]
        return Path(folder), calls

    return run


def test_headers_are_compiled_once_and_used_by_every_module(compile_two):
    folder, calls = compile_two(refused="nothing")
    headers = [call for call in calls if "c++-header" in call]
    modules = [call for call in calls if "/mod.cpp" in call and "_ext" not in call]
    assert len(headers) == 1
    assert len(modules) >= 2
    (compiled,) = folder.glob("headers_*.h.gch")
    assert all(f"-include\t{compiled.with_suffix('')}" in call for call in modules)


def test_the_compiler_takes_the_compiled_headers(compile_two):
    folder, calls = compile_two(refused="nothing")
    (header,) = folder.glob("headers_*.h")
    header.write_text("#error the text was read, not what was compiled of it\n", encoding="utf-8")
    (module, *_) = [call for call in calls if f"-include\t{header}" in call]
    preprocessed = folder / "module.cpp"
    preprocessed.write_text('#include "theano_mod_helper.h"\n', encoding="utf-8")
    options = module.partition("\t-include\t")[0].split("\t")
    includes = [option for option in module.split("\t") if option.startswith("-I")]
    command = ["g++", *options, "-include", str(header), *includes, "-fvisibility=hidden"]
    command += ["-c", str(preprocessed), "-o", str(folder / "module.o")]
    subprocess.run(command, check=True, capture_output=True)


def test_where_headers_cant_be_compiled_modules_are_as_ever(compile_two):
    folder, calls = compile_two(refused="*c++-header*")
    assert not list(folder.glob("headers_*.gch"))
    assert any("/mod.cpp" in call for call in calls)
    assert not any("-include" in call for call in calls)


HEADER = """\
#include_next <math.h>
#ifndef VALUE
#define VALUE {value}
#endif
"""
VALUE = """
import theano_walkthrough
import theano
import theano.tensor as T
from theano.scalar import UnaryScalarOp, same_out

class Value(UnaryScalarOp):
    def c_code(self, node, name, inputs, outputs, sub):
        return f"{outputs[0]} = VALUE;"

    def c_code_cache_version(self):
        return ()  # to be compiled each time

x = T.dvector("x")
print(theano.function([x], T.elemwise.Elemwise(Value(same_out))(x))([0]))
"""


OTHER_VERSION = """\
#!/bin/sh
[ "$*" = --version ] && exec echo "{version}, Free Software Foundation"
exec g++ "$@"
"""


@pytest.fixture
def value(tmp_path: Path):
    """Return a function that compiles with a value in one of the headers that all modules share."""

    def run(value: int, version: str = "g++ 1") -> str:
        header, compiler = tmp_path / "math.h", tmp_path / "g++"
        header.write_text(HEADER.format(value=value), encoding="utf-8")
        os.utime(header, (0, 0))  # as packages do that are the same for everybody
        compiler.write_text(OTHER_VERSION.format(version=version), encoding="utf-8")
        compiler.chmod(0o755)
        flags = f"gcc__cxxflags=-O0 -I{tmp_path},cxx={compiler}"
        return answer("-c", VALUE, THEANO_FLAGS=f"{keeping_code_in(tmp_path / 'code')},{flags}")

    return run


def test_headers_are_compiled_again_when_they_or_the_compiler_change(value, tmp_path: Path):
    assert value(1) == "[1.]\n"
    (compiled,) = tmp_path.rglob("headers_*.h.gch")
    first = compiled.stat().st_ino
    assert value(1) == "[1.]\n"
    assert compiled.stat().st_ino == first
    assert value(2) == "[2.]\n"
    second = compiled.stat().st_ino
    assert second != first
    assert value(2, "g++ 2") == "[2.]\n"
    assert compiled.stat().st_ino != second
