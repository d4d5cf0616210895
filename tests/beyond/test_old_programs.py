"""Old programs are mended where they should be, and say what happened to them."""

import re
from pathlib import Path

from theano_walkthrough.beyond.old_programs import (
    differences,
    mend,
    printed_numbers,
    revive_program,
    run_program,
    value_in_program,
)

import numpy as np
import pytest

from tests.beyond import bars_in_numpy

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/galleries/beyond/old_program.py").read_text(encoding="utf-8")


def test_the_page_says_what_numpy_computes_for_2016() -> None:
    (in_2016,) = re.findall(r'in_2016 = """\\\n(.*?)"""', PAGE, re.DOTALL)
    expected = np.column_stack([range(1, 11), bars_in_numpy.train(0.8)])
    np.testing.assert_allclose(printed_numbers(in_2016), expected, rtol=0, atol=0.0005)


def test_the_page_says_what_numpy_computes_without_dropout() -> None:
    cost = bars_in_numpy.train(1)[-1, 0]
    assert f"assert last_cost == {cost:.3f}" in PAGE


def test_each_change_is_made_everywhere_and_nothing_else() -> None:
    assert mend("xrange(2), xrange(3) / 2", {"xrange": "range", " / ": " // "}) == (
        "range(2), range(3) // 2"
    )


def test_a_change_of_what_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="^the program doesn't contain 'xrange'$"):
        mend("range(2)", {"range": "xrange", "xrange(2)": "x", "xrange": ""})


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("print('a')\nprint('神经')", "a\n神经"),
        ("print('early')\nprint(late)", "NameError: name 'late' is not defined"),
        ("import numpy as np\nnp.int", "AttributeError: module 'numpy' has no attribute 'int'."),
        ("from json import xml", "ImportError: cannot import name 'xml' from 'json'"),
        (
            "import json\njson.loads('')",
            "json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)",
        ),
        ("try:\n  1 / 0\nexcept ArithmeticError:\n  raise ValueError('no')", "ValueError: no"),
    ],
)
def test_what_was_printed_or_the_error_that_ended_it(program: str, said: str) -> None:
    assert run_program(program) == said


@pytest.mark.parametrize("library", ["theano_walkthrough, theano", "pytensor"])
def test_a_program_finds_its_settings(library: str) -> None:
    program = f"import {library}\nprint({library.split()[-1]}.config.floatX)"
    assert run_program(program, "[global]\nfloatX = float32") == "float32"
    assert run_program(program) == "float64"


def test_who_ends_without_an_error_is_told() -> None:
    with pytest.raises(RuntimeError, match="^the program ended with status 3: bye$"):
        run_program("import sys\nsys.stderr.write('bye')\nsys.exit(3)")


def test_a_value_that_is_not_there_is_told() -> None:
    with pytest.raises(RuntimeError, match="without an error, got NameError: name 'x' is not"):
        value_in_program("print(1)", "x")


@pytest.mark.parametrize("printed", ["", "no number", "1\n1 2"])
def test_numbers_must_be_there_in_each_line(printed: str) -> None:
    with pytest.raises(ValueError, match="^each line must hold as many numbers as the others"):
        printed_numbers(printed)


def test_the_tool_mends_a_text() -> None:
    report, mended = revive_program("for n in xrange(2):\n    print n\n")
    assert mended == "for n in range(2):\n    print(n)\n"
    assert [line.split(":")[:2] for line in report.splitlines()[:2]] == [
        ["program.py", "1"],
        ["program.py", "2"],
    ]


def test_a_text_that_the_tool_can_not_read_is_told() -> None:
    with pytest.raises(RuntimeError, match=r"^program\.py"):
        revive_program("print(1\0)")


def test_differences_are_lines_that_are_gone_or_new() -> None:
    assert differences("a\nb\nc", "a\nc\nd\n") == "- b\n+ d"
    assert differences("a", "a") == ""
