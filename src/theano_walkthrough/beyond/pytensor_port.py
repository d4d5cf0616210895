"""Port the walkthrough to PyTensor by renaming Theano in its source."""

import ast
import re
import sys
from functools import cache
from importlib import resources
from importlib.abc import InspectLoader
from importlib.util import module_from_spec, spec_from_loader
from types import ModuleType

from theano_walkthrough import validation

MODULES = (
    "expressions",
    "functions",
    "gradients",
    "neuron",
    "logistic_neuron",
    "training",
    "network",
)
"""The modules that there are in PyTensor, in the order in which they build on each other."""

PACKAGE = "pytensor_walkthrough"
"""The package that the PyTensor edition's modules say they belong to."""


def theano_source(name: str) -> str:
    """Return the source of a module of the walkthrough.

    Parameters
    ----------
    name : str
        One of :data:`MODULES`.

    Returns
    -------
    str
        The module's text.

    Raises
    ------
    TypeError
        If the name isn't a string.
    ValueError
        If there is no such module.

    Examples
    --------
    >>> theano_source("gradients").splitlines()[0]
    '\"\"\"Steps 10 and 11: let Theano differentiate.\"\"\"'
    """
    validation.one_of("name", name, MODULES)
    return (resources.files("theano_walkthrough") / f"{name}.py").read_text(encoding="utf-8")


def pytensor_source(name: str) -> str:
    """Put PyTensor in Theano's place in a module's source.

    Parameters
    ----------
    name : str
        One of :data:`MODULES`.

    Returns
    -------
    str
        The module's text for PyTensor.

    Raises
    ------
    TypeError
        If the name isn't a string.
    ValueError
        If there is no such module.

    Examples
    --------
    >>> "theano" in theano_source("gradients"), "theano" in pytensor_source("gradients")
    (True, False)
    """
    text = re.sub(r"\btheano\b", "pytensor", theano_source(name))
    # Modules of this edition must import each other, and not Theano's.
    names = "|".join(MODULES)
    return re.sub(rf"\btheano_walkthrough\.({names})\b", rf"{PACKAGE}.\1", text)


def code_lines(text: str) -> list[str]:
    """Return a source's lines without docstrings and empty lines.

    Parameters
    ----------
    text : str
        The source of a module.

    Returns
    -------
    list of str
        The lines that are left.

    Examples
    --------
    >>> code_lines(theano_source("gradients"))[:4]
    ['import theano', 'import theano.tensor as T', 'def cube_gradient():', '    x = T.dscalar("x")']
    """
    docstrings = {
        number
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        for number in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    return [
        line
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() and number not in docstrings
    ]


def changed_lines(name: str) -> list[tuple[str, str]]:
    """Return the lines of code that PyTensor needs otherwise.

    Parameters
    ----------
    name : str
        One of :data:`MODULES`.

    Returns
    -------
    list of tuple of str
        Each changed line, without indentation, in Theano and in PyTensor.

    Raises
    ------
    TypeError
        If the name isn't a string.
    ValueError
        If there is no such module.

    Examples
    --------
    >>> changed_lines("gradients")[0]
    ('import theano', 'import pytensor')
    """
    pairs = zip(code_lines(theano_source(name)), code_lines(pytensor_source(name)), strict=True)
    return [(ours.strip(), theirs.strip()) for ours, theirs in pairs if ours != theirs]


def pytensor_module(name: str) -> ModuleType:
    """Run a module of the PyTensor edition, and those that it builds on.

    Parameters
    ----------
    name : str
        One of :data:`MODULES`.

    Returns
    -------
    module
        It holds the same functions as Theano's, made for PyTensor.

    Raises
    ------
    TypeError
        If the name isn't a string.
    ValueError
        If there is no such module.

    Examples
    --------
    >>> square_and_cube = pytensor_module("functions").square_and_cube
    >>> square_and_cube()(3)
    [array(9.), array(27.)]

    Notes
    -----
    PyTensor computes in Python here: its C extensions have the same module names as Theano's,
    such as ``lazylinker_ext``, so a process can load only one of the two.
    """
    validation.one_of("name", name, MODULES)
    prepare_pytensor()
    for earlier in MODULES[: MODULES.index(name) + 1]:
        if f"{PACKAGE}.{earlier}" not in sys.modules:
            _run(f"{PACKAGE}.{earlier}")
    return sys.modules[f"{PACKAGE}.{name}"]


@cache
def prepare_pytensor() -> None:
    """Let PyTensor compute in Python, so that Theano's C extensions can be loaded.

    Without a compiler ``FAST_COMPILE`` is its fastest mode: it leaves out rewrites that pay off
    in compiled code only.
    """
    from pytensor.configdefaults import config

    config.cxx = ""
    config.mode = "FAST_COMPILE"


class _Edition(InspectLoader):
    """Find the source of the PyTensor edition, also for tracebacks and debuggers."""

    def get_source(self, fullname: str) -> str:
        return pytensor_source(fullname.rpartition(".")[2])


def _run(full_name: str) -> None:
    loader = _Edition()
    spec = spec_from_loader(full_name, loader, is_package=False)
    assert spec
    module = module_from_spec(spec)
    sys.modules[full_name] = module  # dataclasses look for their module while it runs
    loader.exec_module(module)
