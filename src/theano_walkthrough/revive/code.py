"""A program as LibCST sees it: its nodes, where they stand, and where their names come from."""

from bisect import bisect_left
from functools import cached_property

from theano_walkthrough.revive.findings import Edit

import libcst as cst
from libcst import metadata


class Code:
    """A program's nodes in reading order, with what the checks ask about them.

    Parameters
    ----------
    text : str
        A program in Python 3.
    """

    def __init__(self, text: str) -> None:
        self.module = cst.parse_module(text)
        wrapper = metadata.MetadataWrapper(self.module, unsafe_skip_copy=True)
        self._scopes = wrapper.resolve(metadata.ScopeProvider)
        self._spans = wrapper.resolve(metadata.ByteSpanPositionProvider)
        self._bytes = text.encode()
        self._newlines = [i for i, byte in enumerate(self._bytes) if byte == ord("\n")]
        self.parents: dict[cst.CSTNode, cst.CSTNode] = {}
        self.nodes: list[cst.CSTNode] = []
        self._walk()
        self.imports = [
            node for node in self.nodes if isinstance(node, cst.Import | cst.ImportFrom)
        ]
        self.star_modules = [
            module_of(node)
            for node in self.imports
            if isinstance(node, cst.ImportFrom) and isinstance(node.names, cst.ImportStar)
        ]
        self._roots = {
            name.partition(".")[0] for node in self.imports for name in bound_names(node)
        }

    def _walk(self) -> None:
        """Note each node and its parent, without recursion."""
        stack: list[cst.CSTNode] = [self.module]
        while stack:
            node = stack.pop()
            self.nodes.append(node)
            for child in reversed(node.children):
                self.parents[child] = node
                stack.append(child)

    def span(self, node: cst.CSTNode) -> tuple[int, int]:
        """Return the bytes that a node takes up."""
        span = self._spans[node]
        return span.start, span.start + span.length

    def line(self, node: cst.CSTNode) -> int:
        """Return the line on which a node begins."""
        return bisect_left(self._newlines, self.span(node)[0]) + 1

    def written(self, node: cst.CSTNode) -> str:
        """Return a node as it is written, in one line."""
        start, end = self.span(node)
        return " ".join(self._bytes[start:end].decode().split())

    def replace(self, node: cst.CSTNode, text: str) -> Edit:
        """Return the edit that puts a text in a node's place."""
        return Edit(*self.span(node), text)

    def scope(self, node: cst.CSTNode) -> metadata.Scope | None:
        """Return where a node's names live."""
        while node not in self._scopes and node in self.parents:
            node = self.parents[node]
        return self._scopes.get(node)

    def names(self, node: cst.CSTNode) -> set[str]:
        """Return the full dotted names, as imported, that a name or attribute may stand for."""
        root = root_of(node)
        if root is None or not (root.value in self._roots or self.star_modules):
            return set()
        scope = self.scope(node)
        if scope is None:
            return set()
        found = scope.get_qualified_names_for(node)
        imported = {
            name.name for name in found if name.source is metadata.QualifiedNameSource.IMPORT
        }
        if found or not self.star_modules:
            return imported
        return {f"{module}.{dotted(node)}" for module in self.star_modules}

    @cached_property
    def bound(self) -> set[str]:
        """The names to which the program gives a meaning, anywhere."""
        scopes = {scope for scope in self._scopes.values() if scope is not None}
        return {
            assignment.name
            for scope in scopes
            for assignment in scope.assignments
            if isinstance(assignment, metadata.Assignment)
        }

    def outermost(self) -> list[cst.Attribute]:
        """Return the dotted names that are no part of a longer one."""
        return [
            node
            for node in self.nodes
            if isinstance(node, cst.Attribute)
            and root_of(node) is not None
            and not isinstance(
                self.parents[node], cst.Attribute | cst.Import | cst.ImportFrom | cst.ImportAlias
            )
        ]

    def rewritten(self, node: cst.CSTNode, name: str) -> Edit | None:
        """Return the edit that writes another dotted name, if it can be reached from here."""
        root = root_of(node)
        if root is None:
            return None
        if "." not in name:  # a builtin
            return None if name in self.bound else self.replace(node, name)
        for imported in self.names(root):
            if name.startswith(f"{imported}."):
                return self.replace(node, root.value + name.removeprefix(imported))
        return None


def root_of(node: cst.CSTNode) -> cst.Name | None:
    """Return the first name of a dotted one, or None for anything else."""
    while isinstance(node, cst.Attribute):
        node = node.value
    return node if isinstance(node, cst.Name) else None


def dotted(node: cst.CSTNode) -> str:
    """Return a dotted name as text."""
    parts = []
    while isinstance(node, cst.Attribute):
        parts.append(node.attr.value)
        node = node.value
    if isinstance(node, cst.Name):
        parts.append(node.value)
    return ".".join(reversed(parts))


def module_of(node: cst.ImportFrom) -> str:
    """Return the module from which a statement imports."""
    return "." * len(node.relative) + (dotted(node.module) if node.module else "")


def aliases_of(node: cst.Import | cst.ImportFrom) -> list[cst.ImportAlias]:
    """Return what a statement imports, one by one."""
    return [] if isinstance(node.names, cst.ImportStar) else list(node.names)


def imported_names(node: cst.Import | cst.ImportFrom) -> list[str]:
    """Return the full dotted names that a statement imports."""
    start = f"{module_of(node)}." if isinstance(node, cst.ImportFrom) else ""
    if isinstance(node.names, cst.ImportStar):
        return [start.removesuffix(".")]
    return [start + dotted(alias.name) for alias in node.names]


def bound_names(node: cst.Import | cst.ImportFrom) -> list[str]:
    """Return the names under which a statement's imports can be used."""
    return [alias.evaluated_alias or dotted(alias.name) for alias in aliases_of(node)]
