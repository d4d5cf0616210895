"""How the tool for old programs ends."""

import contextlib
import io
from pathlib import Path
from tempfile import TemporaryDirectory

from theano_walkthrough.revive.__main__ import main


def exit_status(program: str) -> int:
    """Return the tool's exit status for a program."""
    with TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        path = Path(folder) / "program.py"
        path.write_text(program, encoding="utf-8")
        stack.enter_context(contextlib.redirect_stdout(io.StringIO()))
        stack.enter_context(contextlib.redirect_stderr(io.StringIO()))
        return main([str(path)])
