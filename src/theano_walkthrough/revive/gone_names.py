"""Names that NumPy, SciPy and Python had, and that are elsewhere now, or gone."""

from collections.abc import Iterator

from theano_walkthrough.revive.code import Code, aliases_of, dotted, module_of
from theano_walkthrough.revive.findings import Edit, Finding

import libcst as cst

_ABSTRACT = (
    *("Callable", "Container", "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView"),
    *("Mapping", "MappingView", "MutableMapping", "MutableSequence", "MutableSet", "Sequence"),
    *("Set", "Sized", "ValuesView"),
)

# What does the same today.
SAME = {
    "numpy.bool": "bool",
    "numpy.complex": "complex",
    "numpy.float": "float",
    "numpy.int": "int",
    "numpy.long": "int",
    "numpy.object": "object",
    "numpy.str": "str",
    "numpy.unicode": "str",
    "numpy.alltrue": "numpy.all",
    "numpy.cumproduct": "numpy.cumprod",
    "numpy.product": "numpy.prod",
    "numpy.rank": "numpy.ndim",
    "numpy.sometrue": "numpy.any",
    "numpy.typeDict": "numpy.sctypeDict",
    "scipy.integrate.cumtrapz": "scipy.integrate.cumulative_trapezoid",
    "scipy.integrate.simps": "scipy.integrate.simpson",
    "scipy.integrate.trapz": "scipy.integrate.trapezoid",
    "scipy.linalg.pinv2": "scipy.linalg.pinv",
    "scipy.linalg.tril": "numpy.tril",
    "scipy.linalg.triu": "numpy.triu",
    "scipy.misc.comb": "scipy.special.comb",
    "scipy.misc.factorial": "scipy.special.factorial",
    "scipy.misc.logsumexp": "scipy.special.logsumexp",
    "scipy.signal.gaussian": "scipy.signal.windows.gaussian",
    "scipy.signal.hann": "scipy.signal.windows.hann",
    "scipy.random": "numpy.random",
    "scipy.stats.nanmean": "numpy.nanmean",
    "scipy.stats.nanmedian": "numpy.nanmedian",
    "scipy.stats.nanstd": "numpy.nanstd",
    "time.clock": "time.process_time",
    "fractions.gcd": "math.gcd",
    "string.letters": "string.ascii_letters",
    "string.lowercase": "string.ascii_lowercase",
    "string.maketrans": "str.maketrans",
    "string.uppercase": "string.ascii_uppercase",
    **{f"collections.{name}": f"collections.abc.{name}" for name in _ABSTRACT},
}
SAME |= {
    f"scipy.{name}": f"numpy.{name}"
    for name in ("absolute", "arange", "array", "asarray", "cos", "dot", "exp", "eye", "floor")
} | {
    f"scipy.{name}": f"numpy.{name}"
    for name in ("linspace", "log", "mean", "ones", "pi", "sin", "sqrt", "std", "sum", "tanh")
}
SAME |= {"scipy.zeros": "numpy.zeros"} | {
    f"scipy.{name}": f"numpy.random.{name}" for name in ("rand", "randn")
}

# What must be written in another way.
TOLD = {
    "numpy.asscalar": "write `x.item()` for `numpy.asscalar(x)`",
    "numpy.loads": "write `pickle.loads`",
    "string.join": 'write `" ".join(texts)`',
    "sys.setdefaultencoding": "leave it out: Python 3 reads and writes UTF-8",
    "inspect.getargspec": "write `inspect.getfullargspec`, which returns more than four things",
    "scipy.misc.imread": "read pictures with Pillow or imageio",
    "scipy.misc.imresize": "resize pictures with Pillow",
    "scipy.misc.imsave": "save pictures with Pillow or imageio",
    "scipy.misc.toimage": "make pictures with `PIL.Image.fromarray`",
    "scipy.misc.lena": "take another picture, such as `scipy.datasets.face()`",
    "scipy.misc.face": "write `scipy.datasets.face()`, which needs the package pooch",
    "scipy.weave": "it was for Python 2 only, and has no successor in SciPy",
}


def find_gone_names(code: Code) -> Iterator[Finding]:
    """Yield each name that NumPy, SciPy or Python has no longer."""
    for statement in code.imports:
        if isinstance(statement, cst.ImportFrom):
            yield from in_import(code, statement)
    for attribute in code.outermost():
        for name in sorted(code.names(attribute)):
            node, known = longest_known(attribute, name)
            if known:
                yield in_attribute(code, node, known)
                break


def longest_known(node: cst.BaseExpression, name: str) -> tuple[cst.BaseExpression, str]:
    """Return the part of a dotted name that is gone, and its full name."""
    while name not in SAME and name not in TOLD:
        if not isinstance(node, cst.Attribute):
            return node, ""
        node, name = node.value, name.rpartition(".")[0]
    return node, name


def in_attribute(code: Code, node: cst.BaseExpression, name: str) -> Finding:
    """Return what is said of a name that a program uses by its module."""
    if name in TOLD:
        edits = item_instead(code, node) if name == "numpy.asscalar" else ()
    else:
        edit = code.rewritten(node, SAME[name])
        edits = (edit,) if edit else ()
    return finding(code, node, dotted(node), name, edits)


def item_instead(code: Code, node: cst.BaseExpression) -> tuple[Edit, ...]:
    """Return what turns numpy.asscalar(x) into numpy.asarray(x).item()."""
    call = code.parents[node]
    if not isinstance(call, cst.Call) or len(call.args) != 1:
        return ()
    end = code.span(call)[1]
    asarray = code.rewritten(node, "numpy.asarray")
    return (asarray, Edit(end, end, ".item()")) if asarray else ()


def in_import(code: Code, statement: cst.ImportFrom) -> Iterator[Finding]:
    """Yield what is said of the names that one statement imports."""
    module = module_of(statement)
    aliases = aliases_of(statement)
    new = [SAME.get(f"{module}.{dotted(alias.name)}", "") for alias in aliases]
    moved = {name.rpartition(".")[0] for name in new}
    for alias, name in zip(aliases, new, strict=True):
        old = f"{module}.{dotted(alias.name)}"
        if not name and old not in TOLD:
            continue
        edits: tuple[Edit, ...] = ()
        target = name.rpartition(".")[2]
        if "." in name and len(moved) == 1 and statement.module is not None:
            edits = (code.replace(statement.module, moved.copy().pop()),)
            if target != dotted(alias.name):
                edits += (code.replace(alias.name, target + named(alias)),)
        elif name.startswith(f"{module}.") and name.count(".") == module.count(".") + 1:
            edits = (code.replace(alias.name, target + named(alias)),)
        what = f"from {module} import {dotted(alias.name)}"
        yield finding(code, alias, what, old, edits)


def named(alias: cst.ImportAlias) -> str:
    """Return what keeps the old name of an import that has no other name."""
    return "" if alias.asname else f" as {dotted(alias.name)}"


def finding(
    code: Code, node: cst.CSTNode, what: str, name: str, edits: tuple[Edit, ...]
) -> Finding:
    """Return what is said of a name."""
    remedy = TOLD.get(name) or f"write {SAME[name]}"
    return Finding(code.line(node), what, remedy, help_for(name), bool(edits), edits)


def help_for(name: str) -> str:
    """Return the label of the help page's entry on a name."""
    package = name.partition(".")[0]
    return {"numpy": "numpy-int", "scipy": "scipy-moved"}.get(package, "python-2")
