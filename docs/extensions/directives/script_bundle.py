"""Join ES modules into one classic script, which runs from a folder too.

Browsers load a module only from a server, a classic script from anywhere.
The modules import by name and from files beside them, or from ``generated/``, and from libraries
what they export by default; that's all that is understood here, and anything else is an error.
"""

import re
from pathlib import Path

IMPORT = re.compile(r'(?m)^import (?P<names>\{[^}]*\}|(?:\* as )?\w+) from "(?P<source>[^"]+)";\n')
EXPORT = re.compile(r"(?m)^export (?=(?:async )?(?:function|class|const) (?P<name>\w+))")
DEFAULT = re.compile(r"(?m)^export \{ (?P<name>\w+) as default \};\n")  # libraries have one
NOT_UNDERSTOOD = re.compile(r"(?m)^(?:import|export)\b.*|\bimport(?:\(|\.meta).*")
COMMENT = re.compile(r"(?m)^ *//.*\n|^ */\*(?s:.*?)\*/\n")
GENERATED = "generated/"


class ScriptError(ValueError):
    """A module that can't be joined with others."""


def bundle(entry: Path, generated: Path) -> str:
    """Join a module and all that it imports.

    Parameters
    ----------
    entry : Path
        The module that the page needs.
    generated : Path
        The folder of the modules that others import from ``generated/``; their comments stay.

    Returns
    -------
    str
        A classic script that leaves no name behind. Each module has a scope of its own.

    Raises
    ------
    ScriptError
        If a module isn't there, imports itself, or imports or exports in another way.
    """
    joined = _Joined(generated.resolve())
    joined.add(entry.resolve(), ())
    return "".join(['"use strict";\n(() => {\n', *joined.parts, "})();\n"])


class _Joined:
    """What has been joined: the text of each module, by its name, and what it exports."""

    def __init__(self, generated: Path) -> None:
        self.generated = generated
        self.parts: list[str] = []
        self.names: dict[Path, str] = {}
        self.exports: dict[Path, list[str]] = {}

    def add(self, path: Path, importers: tuple[Path, ...]) -> None:
        """Add a module after those that it imports."""
        if path in importers:
            raise ScriptError(f"{path.name}: a module must not import itself, be it through others")
        if not path.is_file():
            raise ScriptError(f"{importers[-1].name if importers else path}: no file {path.name}")
        text = path.read_text(encoding="utf-8")
        if path.parent != self.generated:
            text = COMMENT.sub("", text)
        body = IMPORT.sub(lambda match: self._imported(match, (*importers, path)), text)
        self.exports[path] = [match["name"] for match in EXPORT.finditer(body)]
        body = EXPORT.sub("", body)
        if default := DEFAULT.search(body):
            self.exports[path].append(f"default: {default['name']}")
            body = DEFAULT.sub("", body)
        if problem := NOT_UNDERSTOOD.search(body):
            raise ScriptError(f"{path.name}: this can't be joined: {problem[0]}")
        self.names[path] = f"module{len(self.names)}"
        returned = ", ".join(self.exports[path])
        self.parts.append(
            f"const {self.names[path]} = (() => {{\n{body}return {{ {returned} }};\n}})();\n"
        )

    def _imported(self, match: re.Match[str], importers: tuple[Path, ...]) -> str:
        """Add a module that another imports, and write where its names come from."""
        source, names = match["source"], match["names"]
        if source.startswith(GENERATED):
            path = self.generated / source.removeprefix(GENERATED)
        else:
            path = (importers[-1].parent / source).resolve()
        if path not in self.names:
            self.add(path, importers)
        if names.startswith("{"):
            for name in re.findall(r"(\w+)(?: as \w+)?", names):
                if name not in self.exports[path]:
                    raise ScriptError(f"{importers[-1].name}: {path.name} exports no {name}")
        elif not names.startswith("*"):
            names = f"{{ default as {names} }}"
            if not any(name.startswith("default: ") for name in self.exports[path]):
                raise ScriptError(f"{importers[-1].name}: {path.name} exports no default")
        taken = names.removeprefix("* as ").replace(" as ", ": ")
        return f"const {taken} = {self.names[path]};\n"
