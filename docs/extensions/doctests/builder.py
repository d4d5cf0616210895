"""Sphinx's doctest builder, on all cores, with real line numbers and a closing count."""

import inspect
import json
import multiprocessing
import os
from collections import Counter
from collections.abc import Iterator, Set
from concurrent.futures import ProcessPoolExecutor
from doctest import DocTest, OutputChecker
from importlib import import_module
from pathlib import Path
from pydoc import locate
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.ext import doctest as sphinx_doctest
from sphinx.util import logging

from extensions.claims.role import CHECK
from extensions.claims.unbound import DOCSTRING
from extensions.doctests.passed import FilesRead, Passed
from extensions.gallery import compiler
from extensions.gallery.expected_output import visible

logger = logging.getLogger(__name__)
TALLIES = [  # as Sphinx names them
    f"{kind}_{what}" for kind in ("total", "setup", "cleanup") for what in ("tries", "failures")
]


class CountedDocTestBuilder(sphinx_doctest.DocTestBuilder):
    """Run every example, say where one fails, and count what was checked."""

    def init(self) -> None:
        """Start counting."""
        super().init()
        self.checked: Counter[str] = Counter()
        self.of_pages: dict[str, Counter[str]] = {}
        self.said: list[tuple[bool, str]] | None = None  # written down where tests run

    def write_documents(self, docnames: Set[str]) -> None:
        """Run the tests of pages that haven't passed, as many at once as there are cores."""
        global _builder
        _builder = self  # which can't be sent to another process, but is there after a fork
        passed = Passed(self.env, Path(self.outdir))
        digests = {name: passed.digest(self.env.get_doctree(name)) for name in docnames}
        found = {name: passed.find(digest) for name, digest in digests.items()}
        self.of_pages = {name: counted for name, counted in found.items() if counted is not None}
        names = self.longest_first(docnames - self.of_pages.keys())
        for name, (counted, tallies, said, not_named) in self.run_pages(names):
            self.of_pages[name] = counted
            for tally, count in tallies.items():
                setattr(self, tally, getattr(self, tally) + count)
            for wrong, text in said:
                (self._warn_out if wrong else self._out)(text)
            if not_named:
                logger.warning("%s: doctest_depends_on must name %s", name, ", ".join(not_named))
            elif not any(count for tally, count in tallies.items() if tally.endswith("failures")):
                passed.note(digests[name], counted)
        self.checked = sum(self.of_pages.values(), Counter())
        passed.write()

    def run_pages(self, names: list[str]) -> Iterator[tuple[str, "Findings"]]:
        """Run pages' tests on all cores."""
        if not names:
            return
        compiler.prepare()
        if len(names) > 1:  # slow, so once instead of on each core
            import_module("theano_walkthrough.beyond.multistart")
        fork = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(os.cpu_count(), fork, _listen, (self.env,)) as pool:
            yield from zip(names, pool.map(_test_page, names), strict=True)

    def longest_first(self, docnames: Set[str]) -> list[str]:
        """Sort pages so that no core waits for a long one in the end."""
        trees = Path(self.doctreedir)
        return sorted(docnames, key=lambda name: -(trees / f"{name}.doctree").stat().st_size)

    def test_page(self, docname: str) -> "Findings":
        """Run one page's tests; return what was counted and said."""
        self.checked = Counter()
        self.said = []
        for name in TALLIES:
            setattr(self, name, 0)
        self.test_doc(docname, self.env.get_doctree(docname))
        tallies = {name: getattr(self, name) for name in TALLIES}
        not_named = sorted(_files_read.not_named)
        _files_read.not_named.clear()
        return self.checked, tallies, self.said, not_named

    # Sphinx gives no public way to hear what it says of a page, which another process runs here.
    def _out(self, text: str) -> None:
        if self.said is None:
            super()._out(text)
        else:
            self.said.append((False, text))

    def _warn_out(self, text: str) -> None:
        if self.said is None:
            super()._warn_out(text)
        else:
            self.said.append((True, text))

    def test_doc(self, docname: str, doctree: nodes.Node) -> bool:
        """Give each docstring a namespace of its own, then run the document."""
        for node in doctree.findall(nodes.doctest_block):
            if DOCSTRING in (node.source or ""):
                node["groups"] = [str(node.source).partition(DOCSTRING)[2]]
        return bool(super().test_doc(docname, doctree))

    def test_group(self, group: Any) -> bool:
        """Run one namespace's tests, and count those that expect an output."""
        for code in group.tests:
            if len(code) == 1:
                if code[0].code.startswith(f">>> {CHECK}"):
                    self.checked["claims"] += 1
                    continue
                examples = sphinx_doctest.parser.get_examples(code[0].code)
                kind = "docstrings" if code[0].filename.endswith(".py") else "pages"
                self.checked[kind] += sum(bool(example.want) for example in examples)
            else:
                kind = "chapters" if group.name == "chapter" else "pages"
                self.checked[kind] += code[1] is not None
                self.checked["silent cells"] += code[1] is None
        return bool(super().test_group(group))

    @staticmethod
    def get_line_number(node: nodes.Node) -> int | None:
        """Find the line in its file, in docstrings too."""
        if DOCSTRING in (node.source or ""):
            return docstring_line(str(node.source).partition(DOCSTRING)[2], node.astext())
        return sphinx_doctest.DocTestBuilder.get_line_number(node)

    def finish(self) -> None:
        """Close with the count."""
        super().finish()
        outputs, claims = _outputs(self.checked), self.checked["claims"]
        counts = {"outputs": outputs, "claims": claims}
        Path(self.outdir, "checked.json").write_text(json.dumps(counts), encoding="utf-8")
        if not outputs:
            logger.warning("nothing was checked")
        verdict = "FAILED" if self.total_failures or self.setup_failures else "ok"
        for page, checked in sorted(self.of_pages.items()):
            if checked:
                print(f"{page}: {_outputs(checked)} outputs, {checked['claims']} claims")
        print(  # not a log message: it's the result, and -q mustn't hide it
            f"{verdict}: {outputs} outputs checked ({self.checked['chapters']} of chapter cells, "
            f"{self.checked['docstrings']} in docstrings, {self.checked['pages']} on other pages), "
            f"{self.checked['silent cells']} cells that must print nothing, "
            f"and {claims} claims in prose"
        )


def _outputs(checked: Counter[str]) -> int:
    return checked["chapters"] + checked["docstrings"] + checked["pages"]


Findings = tuple[Counter[str], dict[str, int], list[tuple[bool, str]], list[str]]
_builder: CountedDocTestBuilder
_files_read: FilesRead


def _listen(env: BuildEnvironment) -> None:
    global _files_read
    _files_read = FilesRead(env)


def _test_page(docname: str) -> Findings:
    return _builder.test_page(docname)


class VisibleOutputChecker(OutputChecker):
    """Compare letter by letter what can be seen: spaces at a line's end can't."""

    def check_output(self, want: str, got: str, optionflags: int) -> bool:
        """Compare two outputs."""
        return super().check_output(visible(want), visible(got), optionflags)


class PlacingRunner(sphinx_doctest.SphinxDocTestRunner):
    """Report a cell's own line: Sphinx adds it to itself."""

    def __init__(self, *, verbose: bool, optionflags: int) -> None:
        super().__init__(VisibleOutputChecker(), verbose=verbose, optionflags=optionflags)

    def run(self, test: DocTest, *arguments: Any, **options: Any) -> Any:
        """Run a test, with its line counted once."""
        if len(test.examples) == 1 and test.examples[0].lineno == test.lineno:
            test.examples[0].lineno = 0
        return super().run(test, *arguments, **options)


def docstring_line(name: str, example: str) -> int | None:
    """Return the line of a docstring's example, counted from 0.

    Parameters
    ----------
    name : str
        Dotted name of the object that has the docstring.
    example : str
        The example, as it stands in the docstring.

    Returns
    -------
    int or None
        The line in the object's file; None if the object has no source.
    """
    described = locate(name)
    if described is None or not (
        inspect.isclass(described) or inspect.isroutine(described) or inspect.ismodule(described)
    ):
        return None
    lines, start = inspect.getsourcelines(described)
    first = example.splitlines()[0].strip()
    for offset, line in enumerate(lines):
        if line.strip() == first:
            return max(start - 1, 0) + offset
    return None


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.setup_extension("sphinx.ext.doctest")
    # Sphinx has no setting for its runner, which counts a cell's line twice.
    sphinx_doctest.SphinxDocTestRunner = PlacingRunner  # type: ignore[misc, assignment]
    app.add_builder(CountedDocTestBuilder, override=True)
    app.add_config_value("doctest_depends_on", [], "", [list])
    return {"parallel_read_safe": True}
