"""The picture in CONTRIBUTING.md shows who imports whom."""

import ast
import re
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[2]
PACKAGE = "theano_walkthrough"
SCRIPTS = {"galleries": "docs/galleries/*/*.py", "benchmarks": "benchmarks/**/*.py"}


def room(module: str) -> str:
    """Return the name in the picture of the folder that holds a module."""
    package, _, inside = module.partition(".")
    first = inside.partition(".")[0]
    if package != PACKAGE:
        return first
    return first if first in ("compat", "beyond", "revive") else "steps" if first else "package"


def imported_by_modules() -> set[tuple[str, str]]:
    """Return which room imports which, of those whose modules import-linter knows, too."""
    graph = grimp.build_graph(PACKAGE, "extensions", "tools", cache_dir=None)
    return {
        (room(module), room(imported))
        for module in graph.modules
        for imported in graph.find_modules_directly_imported_by(module)
    }


def imported_by_scripts() -> set[tuple[str, str]]:
    """Return what chapters and benchmarks import; they are scripts, not modules."""
    found = set()
    for script, pattern in SCRIPTS.items():
        for path in ROOT.glob(pattern):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and node.module == PACKAGE:
                    names = [f"{PACKAGE}.{alias.name}" for alias in node.names]
                elif isinstance(node, ast.ImportFrom):
                    names = [node.module or ""]
                elif isinstance(node, ast.Import):
                    names = [alias.name for alias in node.names]
                else:
                    continue
                found |= {(script, room(name)) for name in names if name.startswith(PACKAGE)}
    return found


def test_the_picture_shows_each_import_between_rooms_and_no_other() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (picture,) = re.findall(r"^```mermaid\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    shown = {
        (start, end)
        for start, ends in re.findall(r"^ *(\w+) --> (.+)$", picture, re.MULTILINE)
        for end in ends.split(" & ")
    }
    between = {(a, b) for a, b in imported_by_modules() | imported_by_scripts() if a != b}
    assert shown == between
