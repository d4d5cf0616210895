"""A cache of which pages have passed: their tests needn't run again until something changes.

What a page's tests compute depends on the tests themselves and on the files that the setting
``doctest_depends_on`` names. That it names all of them is checked whenever tests run.
"""

import hashlib
import json
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.environment import BuildEnvironment

SETTINGS = ("THEANO_FLAGS", "PYTENSOR_FLAGS", "THEANO_WALKTHROUGH_SPEEDUPS")


class Passed:
    """What was counted on each page that has passed, by a digest of its tests."""

    def __init__(self, env: BuildEnvironment, folder: Path) -> None:
        self.path = folder / "passed.json"
        self.code = _digest_of_code(env)
        self.known: dict[str, dict[str, int]] = {}
        if self.path.is_file():
            self.known = json.loads(self.path.read_text(encoding="utf-8"))
        self.current: dict[str, dict[str, int]] = {}

    def digest(self, doctree: nodes.document) -> str:
        """Return a digest of a page's tests, and of all that they may depend on."""
        digest = hashlib.sha256(self.code.encode())
        for node in doctree.findall(nodes.Element):
            if isinstance(node, nodes.doctest_block) or "testnodetype" in node:
                code = node.get("test", node.astext())
                digest.update(repr([node.get("testnodetype"), node.get("groups"), code]).encode())
        return digest.hexdigest()

    def find(self, digest: str) -> Counter[str] | None:
        """Return what was counted when these tests passed, or None if they must run."""
        counted = self.known.get(digest)
        if counted is None:
            return None
        self.current[digest] = counted
        return Counter(counted)

    def note(self, digest: str, counted: Counter[str]) -> None:
        """Note that these tests have passed."""
        self.current[digest] = dict(counted)

    def write(self) -> None:
        """Keep what has passed now, and nothing older."""
        self.path.write_text(json.dumps(self.current), encoding="utf-8")


def files(env: BuildEnvironment) -> Iterator[Path]:
    """Yield the files that tests of any page may read."""
    for name in env.config.doctest_depends_on:
        path = Path(env.srcdir, name).resolve()
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (file for file in found if file.is_file() and "__pycache__" not in file.parts)


def _digest_of_code(env: BuildEnvironment) -> str:
    digest = hashlib.sha256()
    for file in files(env):
        digest.update(f"{file} ".encode() + hashlib.sha256(file.read_bytes()).digest())
    environment = [
        sys.version,
        shutil.which("g++"),
        [os.environ.get(name) for name in SETTINGS],
        sorted(f"{each.name} {each.version}" for each in distributions()),
        sorted(env.found_docs),  # some pages count pages
    ]
    digest.update(repr(environment).encode())
    return digest.hexdigest()


class FilesRead:
    """An audit hook that collects which of the project's own files are read and weren't named."""

    def __init__(self, env: BuildEnvironment) -> None:
        self.root = f"{Path(env.srcdir).resolve().parent}{os.sep}"
        self.named = {str(file) for file in files(env)}
        self.not_named: set[str] = set()
        sys.addaudithook(self.note)  # for as long as this process lives

    def note(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Note a file that is read."""
        if event != "open" or not isinstance(arguments[0], str) or "r" not in str(arguments[1]):
            return
        path = Path.cwd() / arguments[0]
        place = str(path).removeprefix(self.root)
        if place == str(path) or str(path) in self.named or _is_built(place):
            return
        if path.is_file():  # others are only looked for
            self.not_named.add(place)


def _is_built(place: str) -> bool:
    built = ("build/", "docs/chapters/", "docs/beyond/", ".venv", ".git")
    return place.startswith(built) or "__pycache__" in place
