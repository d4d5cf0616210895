"""Modules share one set of compiled headers; without it they are compiled all the same."""

import subprocess
from pathlib import Path

import pytest

from tests.processes import python

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
