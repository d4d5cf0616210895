"""The help page's errors, provoked; the page itself is where their words come from."""

import doctest
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/help.md").read_text(encoding="utf-8")


class Entry(NamedTuple):
    title: str
    text: str

    def message(self) -> str:
        """Return the message as a reader sees it, by its last line."""
        (block,) = re.findall(r"^```text\n(.*?)\n```", self.text, re.MULTILINE | re.DOTALL)
        return str(block.splitlines()[-1])


ENTRIES = {
    anchor: Entry(title, text)
    for anchor, title, text in re.findall(
        r"^\(([\w-]+)\)=\n### (.+?)\n(.*?)(?=^\([\w-]+\)=|^## |\Z)", PAGE, re.MULTILINE | re.DOTALL
    )
}
MESSAGES = {
    anchor: entry.title.strip("`") for anchor, entry in ENTRIES.items() if entry.title[0] == "`"
}

# Each process is Theano without this site's preparation.
PROGRAMS = {
    "as it comes": "import theano",
    "with numpy.bool": "import numpy; numpy.bool = bool; import theano",
    "no compiler": """
import numpy; numpy.bool = bool
from traceback import print_exc
import theano, theano.tensor as T
x = T.dscalar("x")
print("cured:", theano.function([x], 2 * x)(3))
for line in ("import theano.tensor.random.basic", "theano.scalar.complex.impl(1.0, 2.0)",
             "import theano.gpuarray"):
    try:
        exec(line)
    except Exception:
        print_exc()
""",
    "no header": """
import distutils.sysconfig, numpy; numpy.bool = bool
get_python_inc = distutils.sysconfig.get_python_inc
distutils.sysconfig.get_python_inc = lambda *arguments, **named: "/nowhere"
from traceback import print_exc
import filelock, theano, theano.tensor as T
x = T.dscalar("x")
try:
    theano.function([x], 2 * x)
except Exception:
    print_exc()
distutils.sysconfig.get_python_inc = get_python_inc
with filelock.FileLock(theano.config.compiledir + "/.lock"):
    try:
        theano.function([x], 2 * x)
    except Exception:
        print_exc()
print("cured:", theano.function([x], 2 * x)(3))
""",
    "no folder": "import numpy; numpy.bool = bool; import theano; theano.config.compiledir",
}
NEEDS = {  # the flags of each process, beside a folder for compiled code
    "as it comes": "",
    "with numpy.bool": "",
    "no compiler": "blas__ldflags=",
    "no header": "blas__ldflags=,compile__timeout=1",
    "no folder": "blas__ldflags=,base_compiledir=/dev/null",
}
PROVOKED = {
    "numpy-bool": "as it comes",
    "no-section-blas": "with numpy.bool",
    "msvccompiler": "with numpy.bool",
    "no-compiler": "no compiler",
    "numpy-int": "no compiler",
    "numpy-complex": "no compiler",
    "pkg-resources": "no compiler",
    "python-h": "no header",
    "compile-lock": "no header",
    "compiledir": "no folder",
}


@pytest.fixture(scope="session")
def said(tmp_path_factory: pytest.TempPathFactory):
    """Return a function that runs a program, once, and returns all that it says."""

    @cache
    def run(name: str) -> str:
        folder = tmp_path_factory.mktemp("compiled")
        environment = {**os.environ, "THEANO_FLAGS": f"base_compiledir={folder},{NEEDS[name]}"}
        if name == "no compiler":
            environment["PATH"] = ""
        return subprocess.run(
            [sys.executable, "-c", PROGRAMS[name]],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        ).stdout

    return run


@pytest.mark.parametrize("anchor", PROVOKED)
def test_an_error_has_the_words_of_the_page(said, anchor: str) -> None:
    assert MESSAGES[anchor] in ENTRIES[anchor].message()
    words = re.escape(ENTRIES[anchor].message()).replace("…", ".*")
    assert re.search(words, said(PROVOKED[anchor]))


def test_the_last_error_of_the_blas_chain_is_the_other_one(said) -> None:
    last = said("with numpy.bool").rstrip().splitlines()[-1]
    assert last == ENTRIES["msvccompiler"].message()


@pytest.mark.parametrize("program", ["no compiler", "no header"])
def test_the_cures_work_together(said, program: str) -> None:
    """With numpy.bool and without ldflags it runs in Python, in C with headers and no lock."""
    assert "cured: 6.0" in said(program)
    for anchor in ("no-section-blas", "msvccompiler"):
        assert "THEANO_FLAGS=blas__ldflags=" in ENTRIES[anchor].text


def test_the_cure_for_numpy_s_names_works() -> None:
    (block,) = re.findall(r"\{code-block\} text\n(.*?)```", ENTRIES["numpy-bool"].text, re.DOTALL)
    lines = [line.strip() for line in block.strip().splitlines()]
    uses = "import theano.tensor.random.basic; print(theano.scalar.complex.impl(1.0, 2.0))"
    run = subprocess.run(
        [sys.executable, "-c", "\n".join([*lines, uses])],
        env={**os.environ, "THEANO_FLAGS": "blas__ldflags=,cxx="},
        capture_output=True,
        encoding="utf-8",
    )
    assert (run.returncode, run.stdout) == (0, "(1+2j)\n"), run.stderr


MOVED = re.findall(r"^  \| `(.+?)` \| `(.+?)` \| `(.+?)` \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("old", "message", "new"), MOVED)
def test_a_moved_name_is_found_where_the_page_says(old: str, message: str, new: str) -> None:
    with pytest.raises(ImportError, match=re.escape(message)):
        exec(old, {})
    exec(new, {})


def test_every_entry_is_provoked_or_says_where_it_was_seen() -> None:
    parser = doctest.DocTestParser()
    ways = {}
    for anchor, entry in ENTRIES.items():
        printed = "".join(e.exc_msg or e.want for e in parser.get_examples(entry.text))
        ways[anchor] = [
            anchor in PROVOKED,
            entry.text.count("\n*Seen with*") == 1,
            MESSAGES.get(anchor, "nan") in printed,
            anchor == "moved-modules" and len(MOVED) == entry.text.count("\n  | `"),
        ]
    assert {anchor for anchor, way in ways.items() if way.count(True) != 1} == set()
    assert len(ENTRIES) == PAGE.count("\n### ")
    for entry in ENTRIES.values():
        assert re.findall(r"^(Why|Cure|With this site's package)\n: ", entry.text, re.M) == [
            "Why",
            "Cure",
            "With this site's package",
        ]
