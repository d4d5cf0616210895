"""Run programs in forks of one process that has imported Theano; print what they print, as JSON.

Each finds Theano as the import leaves it, whatever the others have done to it, and none waits for
the import again.
"""

import io
import json
import multiprocessing
import runpy
import sys
import traceback
from contextlib import redirect_stdout

import theano_walkthrough  # noqa: F401

import theano  # noqa: F401


def printed(program: str) -> str:
    """Return what a program prints, and why it ends, if it fails."""
    with redirect_stdout(io.StringIO()) as output:
        try:
            runpy.run_path(program, run_name="__main__")
        except Exception:
            traceback.print_exc(file=output)
    return output.getvalue()


if __name__ == "__main__":
    with multiprocessing.get_context("fork").Pool(1, maxtasksperchild=1) as pool:
        print(json.dumps(pool.map(printed, sys.argv[1:], chunksize=1)))
