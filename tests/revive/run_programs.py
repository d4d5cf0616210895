"""Run programs in forks of one process that has imported Theano; print what they print, as JSON.

Each finds Theano as the import leaves it, whatever the others have done to it, and none waits for
the import again. Most run in Python: compiling them would take a minute, and show no more.
"""

import io
import json
import multiprocessing
import runpy
import sys
import traceback
from contextlib import redirect_stdout
from pathlib import Path

import theano_walkthrough  # noqa: F401

import theano

IN_C = {"custom_op", "logistic_regression"}


def printed(program: str) -> str:
    """Return what a program prints, and why it ends, if it fails."""
    if Path(program).stem not in IN_C:
        theano.config.mode = "FAST_COMPILE"
    with redirect_stdout(io.StringIO()) as output:
        try:
            runpy.run_path(program, run_name="__main__")
        except Exception:
            traceback.print_exc(file=output)
    return output.getvalue()


if __name__ == "__main__":
    with multiprocessing.get_context("fork").Pool(1, maxtasksperchild=1) as pool:
        print(json.dumps(pool.map(printed, sys.argv[1:], chunksize=1)))
