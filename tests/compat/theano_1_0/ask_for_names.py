"""Ask Theano for names, with those of Theano 1.0 and without; print what it says."""

import json
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import theano_walkthrough  # noqa: F401
from theano_walkthrough.compat.names_1_0 import NAMES


def is_object(full: str) -> bool:
    """Tell whether a name is not that of a module."""
    return full == "theano.gof.graph.Variable" or f"{full}.".startswith("theano.config.")


def thing(full: str) -> Any:
    """Return what has a name: an attribute, or else a module."""
    home, _, name = full.rpartition(".")
    if not home:
        return import_module(full)
    if is_object(home):
        return getattr(thing(home), name)
    module = import_module(home)
    return getattr(module, name) if hasattr(module, name) else import_module(full)


def is_there(full: str) -> bool:
    try:
        thing(full)
    except (AttributeError, ImportError):
        return False
    return True


def said(statement: str) -> list[str]:
    """Run a statement that must fail, and return the error's class and message."""
    try:
        exec(statement, {"theano": sys.modules["theano"], "import_module": import_module})
    except Exception as error:
        return [type(error).__name__, str(error)]
    return ["nothing", ""]


def api() -> list[str]:
    """Return the public names of Theano 1.0.5, as its source has them."""
    names, module = [], ""
    lines = Path(__file__).with_name("api_1_0_5.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith(" "):
            names += [f"{module}.{name}" for name in line.split()]
        else:
            module = line
    return names


names = sorted({*api(), *(row.old for row in NAMES)})
answers: dict[str, Any] = {"api": api()}
answers["without"] = [name for name in names if not is_there(name)]
said_today = {name for row in NAMES for name in re.findall(r"theano\.[\w.]+", row.remedy)}
answers["not there today"] = [name for name in sorted(said_today) if not is_there(name)]
import_module("theano_walkthrough.compat.theano_1_0")
answers["with"] = [name for name in names if not is_there(name)]
answers["not today's"] = [
    row.old for row in NAMES if row.today and thing(row.old) is not thing(row.today)
]
answers["asked for"], answers["imported"] = {}, {}
for row in NAMES:
    if not row.given:
        home, _, name = row.old.rpartition(".")
        asked = row.old if is_object(home) else f"import_module('{home}').{name}"
        answers["asked for"][row.old] = said(asked)
        if not is_object(home):
            answers["imported"][row.old] = said(f"from {home} import {name}")
answers["unknown"] = [
    said("theano.tensor.nonsense"),
    said("from theano.gof.op import nonsense"),
    said("import theano.gof.nonsense"),
    said("theano.config.gcc.nonsense = 3"),
    said("theano.config.int_division = 'int'"),
    said("import theano.sandbox.cuda.dnn"),
]
print(json.dumps(answers))
