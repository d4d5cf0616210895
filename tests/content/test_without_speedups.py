"""With the speed-ups off, every page prints the same; only two count what c_products saves."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from theano_walkthrough.compat import settings

import pytest

from tests.processes import SOURCE
from tools.publishing import verification

ROOT = Path(__file__).parents[2]
OUTCOME = re.compile(
    r'^File "(.+?)", line \d+, in .*?\n(?:Expected:\n(.*?)Got:\n(.*?))?(?=^\*{70}|\Z)',
    re.MULTILINE | re.DOTALL,
)
COUNTED = {"44 operations": "45 operations", "operations=44": "operations=45"}
COUNTED |= {"in_place=14": "in_place=15"}
"""How many operations the network's training step has, as the page on installation tells."""
# The headers stay compiled: they change how long GCC reads, and nothing of what it writes.
BUILD = """
import sys
import theano_walkthrough
from theano_walkthrough.compat.precompiled_header import precompiled_headers
from sphinx.cmd.build import main
assert not theano_walkthrough.speedups_are_on()
with precompiled_headers():
    sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The repository's files, so that a build in another folder leaves its own alone."""
    for path in verification.files(ROOT):
        copied = tmp_path / path.relative_to(ROOT)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, copied)
    return tmp_path


@pytest.mark.needs_compiler
def test_outputs_are_the_same(copy: Path) -> None:
    kept = ROOT / "build/theano-without-speedups"  # as what is compiled for one processor
    # From -O2 on GCC would fuse multiplications and additions, if it weren't told not to.
    flags = f"-g0 -O2 {settings.defaults(speedups=False)['gcc__cxxflags']}"
    environment = {
        "PYTHONPATH": str(SOURCE),
        "PYTHONHASHSEED": "0",  # so that Theano finds again what it has compiled
        "THEANO_FLAGS": f"base_compiledir='{kept}',gcc__cxxflags={flags}",
        "THEANO_WALKTHROUGH_SPEEDUPS": "off",
    }
    build = ["-q", "-t", "verify", "-b", "doctest", "docs", "build/off"]
    command = [sys.executable, "-c", BUILD, *build]
    subprocess.run(
        command, cwd=copy, env=os.environ | environment, capture_output=True, check=False
    )
    said = (copy / "build/off/output.txt").read_text(encoding="utf-8")
    tests, failed = re.findall(r"^ +(\d+) (?:tests|failures? in tests)$", said, re.MULTILINE)
    assert int(tests) > 300
    differing = OUTCOME.findall(said)
    assert len(differing) == int(failed)
    for place, expected, got in differing:
        for fast, slow in COUNTED.items():
            expected = expected.replace(fast, slow)
        assert got == expected, place
    assert {Path(place).stem for place, _, _ in differing} == {"graphs", "to_the_browser"}
