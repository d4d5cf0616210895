"""Make the modules of Theano 1.0 that are gone, and put the old names where they were."""

import sys
from collections.abc import Callable
from dis import opmap
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any, NoReturn

from theano_walkthrough.compat.names_1_0 import GROUPS, MODULE, NAMES, Group
from theano_walkthrough.compat.theano_1_0 import (
    arguments,
    graphs,
    python_names,
    random_functions,
    random_streams,
)

from theano import config
from theano.configparser import TheanoConfigParser
from theano.graph.basic import Variable

OURS: dict[str, Any] = {
    name: getattr(module, name)
    for module in (arguments, graphs, python_names, random_functions, random_streams)
    for name in module.__all__
}
"""What stands for a name that nothing in Theano has today, or not with the same arguments."""
SAME_MODULES = {
    "theano.opt": "theano.gof.opt",
    "theano.toolbox": "theano.gof.toolbox",
    "theano.compile.gof": "theano.gof",
    "theano.compile.graph": "theano.gof.graph",
    "theano.scalar.gof": "theano.gof",
    "theano.scalar.utils": "theano.gof.utils",
    "theano.tensor.gof": "theano.gof",
}
"""Modules that could be had under a second name, too."""
NEED_COMPILER = {"theano.gof.vm.CVM"}
"""What was there only where Theano could compile C, and is so today."""
TOLD = {
    name.old: f"Theano no longer has {name.old}. {name.remedy}" for name in NAMES if not name.given
}


def put_names_back() -> None:
    """Have each name give what it was, or raise an error that says what to write instead."""
    sys.meta_path.append(ToldModules())
    for group in GROUPS:
        _, _, setting = f"{group.module}.".partition("theano.config.")
        if group.module == "theano.gof.graph.Variable":
            _tell(Variable, group, "")
        elif f"{group.module}.".startswith("theano.config."):
            if not group.given:  # Theano has the others
                _tell(TheanoConfigParser, group, setting.replace(".", "__"))
        elif not group.given:
            vars(_module(group.module))["__getattr__"] = _teller(group.module)
        else:
            home = vars(_module(group.module))
            for name, today in group.places():
                full = f"{group.module}.{name}"
                if full in NEED_COMPILER and not config.cxx:
                    continue
                if group.remedy == MODULE:
                    home.setdefault(name, _module(SAME_MODULES.get(full, full)))
                else:
                    home[name] = OURS[name] if group.remedy and name in OURS else _thing(today)


def _tell(kind: Any, group: Group, prefix: str) -> None:
    """Have objects say what to write instead of attributes that they lack."""
    for name in group.names.split():
        setattr(kind, prefix + name, ToldAttribute(TOLD[f"{group.module}.{name}"]))


def _thing(full: str) -> Any:
    module, _, name = full.rpartition(".")
    return getattr(import_module(module), name)


def _module(full: str) -> ModuleType:
    """Return a module, which is made if it's one of the old."""
    if full in sys.modules:
        return sys.modules[full]
    parent, _, name = full.rpartition(".")
    home = _module(parent)
    if find_spec(full):
        return import_module(full)
    module = sys.modules[full] = ModuleType(full, "A module of Theano 1.0.")
    module.__spec__ = ModuleSpec(full, None, is_package=True)
    module.__path__ = []
    vars(home).setdefault(name, module)  # a function may have its name
    return module


def _teller(module: str) -> Callable[[str], NoReturn]:
    """Return what a module does when it's asked for a name that it lacks."""

    def tell(name: str) -> NoReturn:
        sentence = TOLD.get(f"{module}.{name}", f"module {module!r} has no attribute {name!r}")
        asking = sys._getframe(1)
        # For "from module import name" Python would drop the sentence of an AttributeError.
        if asking.f_code.co_code[asking.f_lasti] == opmap["IMPORT_FROM"]:
            raise ImportError(sentence, name=module)
        raise AttributeError(sentence, name=name)

    return tell


class ToldModules(MetaPathFinder):
    """What Python asks for a module when it has found it nowhere else."""

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> None:
        """Raise the sentence, if there is one."""
        if fullname in TOLD:
            raise ModuleNotFoundError(TOLD[fullname], name=fullname)


class ToldAttribute:
    """What an object does when it's asked for an attribute that it lacks."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence

    def __get__(self, thing: Any, kind: Any) -> NoReturn:
        """Raise the sentence."""
        raise AttributeError(self.sentence)

    def __set__(self, thing: Any, value: Any) -> NoReturn:
        """Raise the sentence."""
        raise AttributeError(self.sentence)
