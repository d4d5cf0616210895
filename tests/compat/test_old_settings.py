"""Settings of 2016 end in a working import, and in one sentence on what is left out."""

import os
from pathlib import Path

from theano_walkthrough.compat.old_settings import modern_flags, split_flags

import pytest

from tests.processes import own_flags, python

IMPORT = """
import os, subprocess, sys
import theano_walkthrough
import theano
from theano import config
print(config.device, config.floatX, config.blas__ldflags, config.gcc__cxxflags, sep="|")
x = theano.tensor.dvector()
print(theano.function([x], x.sum())([1.0, 2.0]))
if sys.argv[1:]:
    sys.exit(subprocess.run([sys.executable, "-c", sys.argv[1]]).returncode)
"""
SENTENCE = (
    "Theano can't use a graphics card (GPU) today, so it runs on the processor (CPU) and "
    "leaves out {}.\n"
)
THEANORC = """
[global]
device = gpu
floatX = float32
[lib]
cnmem = 0.8
[nvcc]
fastmath = True
[blas]
ldflags = -lopenblas
"""


def imported(flags: str, *arguments: str, **environment: str) -> tuple[str, str]:
    """Return what an import with these flags makes of the settings, and what it says."""
    environment["THEANO_FLAGS"] = f"{os.environ.get('THEANO_FLAGS', '')},{flags}"
    run = python("-W", "error", "-c", IMPORT, *arguments, **environment)
    settings, *results = run.stdout.splitlines()
    assert (run.returncode, results[0]) == (0, "3.0")
    return settings, run.stderr


@pytest.mark.parametrize(
    ("flags", "left_out"),
    [
        ("device=gpu", "device=gpu"),
        ("device=gpu0,lib.cnmem=0.8", "device=gpu0, lib.cnmem=0.8"),
        ("device=cuda", "device=cuda"),
        ("device=cpu,init_gpu_device=opencl0:1", "init_gpu_device=opencl0:1"),
        ("nvcc.flags='-arch=sm_30,x'", "nvcc.flags=-arch=sm_30,x"),
    ],
)
def test_a_graphics_card_is_left_out(flags: str, left_out: str) -> None:
    settings, said = imported(f"{flags},floatX=float32")
    assert settings.startswith("cpu|float32||")
    assert said == SENTENCE.format(left_out)


def test_the_settings_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "theanorc"
    file.write_text(THEANORC)
    settings, said = imported("", IMPORT, THEANORC=str(file))  # and in a process that it starts
    assert settings.startswith("cpu|float32|-lopenblas|")
    assert said == SENTENCE.format("device=gpu, lib.cnmem=0.8, nvcc.fastmath=True")


def test_a_dot_in_a_flag_is_two_underscores() -> None:
    settings, said = imported("blas.ldflags=-lopenblas,gcc.cxxflags=-O0")
    assert (settings, said) == ("cpu|float64|-lopenblas|-O0", "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a.b.c=1.5,d=e.f", [("a__b__c", "=", "1.5"), ("d", "=", "e.f")]),
        ("f='it,s',g.h=\"'\",i", [("f", "=", "it,s"), ("g__h", "=", "'"), ("i", "", "")]),
    ],
)
def test_values_are_kept(old: str, new: list[tuple[str, str, str]]) -> None:
    assert split_flags(modern_flags(old)) == new


def test_flags_of_today_stay_as_they_are() -> None:
    assert modern_flags(own_flags()) == own_flags()
