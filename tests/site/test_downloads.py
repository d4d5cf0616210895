"""Downloads, run as a reader would run them: in a folder of their own."""

import ast
import asyncio
import json
import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Any

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from extensions.gallery.expected_output import visible
from tests.site.conftest import CHAPTERS, EDITIONS, SITE, SOURCES, download

PAGES = SITE.with_name("pages")
MOST_BYTES = 500_000


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_script_does_what_its_notebook_does(chapter: str, edition: str) -> None:
    script = ast.parse(download(chapter, ".py", edition).read_text(encoding="utf-8"))
    _looks_for_the_package, *cells = code_cells(read_notebook(chapter, edition))
    _prose, *statements = script.body
    in_cells = [statement for cell in cells for statement in ast.parse(cell.source).body]
    assert [*map(ast.dump, statements)] == [*map(ast.dump, in_cells)]


@pytest.mark.parametrize("chapter", [CHAPTERS[0], CHAPTERS[-1]])
def test_script_runs_as_it_is(chapter: str, tmp_path: Path) -> None:
    script = tmp_path / "chapter.py"
    script.write_bytes(download(chapter, ".py").read_bytes())
    run = subprocess.run(
        [sys.executable, script.name],
        cwd=tmp_path,
        env={**os.environ, "MPLBACKEND": "agg"},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    stored = [printed(cell) for cell in code_cells(read_notebook(chapter))]
    assert visible(run.stdout) == "".join(text for text in stored if text.strip())


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_notebook_looks_the_same_before_and_after_it_runs(chapter: str, tmp_path: Path) -> None:
    stored, run = read_notebook(chapter), read_notebook(chapter)
    client = NotebookClient(run, kernel_name="python3", resources={"metadata": {"path": tmp_path}})
    execute(client, env={k: value for k, value in os.environ.items() if k != "MPLBACKEND"})
    for before, after in zip(code_cells(stored), code_cells(run), strict=True):
        assert printed(before) == printed(after)
        assert kinds(before) == kinds(after), before.source
        assert before.execution_count == after.execution_count


@pytest.mark.parametrize("chapter", [CHAPTERS[0], CHAPTERS[-1]])
def test_notebook_says_in_one_sentence_what_is_missing(
    chapter: str, edition: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    write_kernel_without_the_package(tmp_path / "kernels" / "empty")
    notebook = read_notebook(chapter, edition)
    for cell in code_cells(notebook):
        cell.outputs = []
    with pytest.raises(CellExecutionError):
        execute(NotebookClient(notebook, kernel_name="empty"))
    (shown,) = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert shown.output_type == "error"
    (sentence,) = shown.traceback
    wheel = next(SITE.glob("*.whl")).name
    extra = chapter.partition("/")[0]
    for words in ("Python 3.11", f" {wheel}", f'%pip install "{wheel}[{extra}]"'):
        assert words in sentence
    assert re.fullmatch(r"[^\n]+[.。]", sentence)
    assert ("This notebook" in sentence) == (edition == EDITIONS[0])


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_notebook_is_valid_small_and_begins_with_what_it_needs(chapter: str, edition: str) -> None:
    file = download(chapter, ".ipynb", edition)
    assert file.stat().st_size < MOST_BYTES
    notebook = read_notebook(chapter, edition)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    first, second, *_ = notebook.cells
    assert first.source.startswith("# ")
    assert re.search(r"Python 3\.11.*theano_walkthrough", first.source.splitlines()[-1])
    assert second.source.startswith("from importlib.util import find_spec")
    assert "# Out:" not in "".join(cell.source for cell in code_cells(notebook))


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_each_picture_is_told_in_words_below_it(chapter: str, edition: str) -> None:
    cells = read_notebook(chapter, edition).cells
    described = 0
    for cell, below in pairwise(cells):
        for output in pictures(cell):
            assert below.source.startswith("<details><summary>")
            assert output.data["text/plain"] in " ".join(below.source.split())
            described += 1
    source = SOURCES[chapter].read_text(encoding="utf-8")
    assert described == source.count(".. figure-description::")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_notebook_links_to_what_its_page_links_to(
    site: dict[str, BeautifulSoup], chapter: str, edition: str
) -> None:
    """The site's address isn't known here, so look at what publish gets."""
    way = download(chapter, ".ipynb", edition).relative_to(SITE)
    text = (PAGES / way).read_text(encoding="utf-8")
    addresses = re.findall(r"\]\(\{site\}([^)]+)\)", text)
    source = SOURCES[chapter].read_text(encoding="utf-8")
    assert len(addresses) == len(re.findall(r":(?:doc|ref|term|playground):`", source))
    for address in addresses:
        page, _, anchor = address.partition("#")
        assert page.startswith(f"{edition}/")
        if anchor and not page.endswith("/playground.html"):
            assert site[page].find(id=anchor), address
    assert "{site}" not in (SITE / way).read_text(encoding="utf-8")


def execute(client: NotebookClient, **settings: Any) -> None:
    """Run a notebook, in another thread: a browser may occupy the event loop of this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, client.async_execute(**settings)).result()


def read_notebook(chapter: str, edition: str = "en") -> Any:
    """Return a chapter's notebook, without a look at whether it's valid."""
    return nbformat.v4.reads(download(chapter, ".ipynb", edition).read_text(encoding="utf-8"))


def code_cells(notebook: Any) -> Iterator[Any]:
    """Return the cells with code."""
    return (cell for cell in notebook.cells if cell.cell_type == "code")


def printed(cell: Any) -> str:
    """Return what can be seen of what a cell printed."""
    return visible("".join(o.text for o in cell.outputs if o.output_type == "stream"))


def pictures(cell: Any) -> list[Any]:
    """Return what is below a cell besides what it printed."""
    return [output for output in cell.get("outputs", []) if output.output_type != "stream"]


def kinds(cell: Any) -> list[tuple[str, set[str]]]:
    """Return of what kinds these are."""
    return [(output.output_type, {*output.data}) for output in pictures(cell)]


def write_kernel_without_the_package(folder: Path) -> None:
    """Tell Jupyter of a Python that has this one's packages, but not the project's."""
    folder.mkdir(parents=True)
    kernel = {
        "display_name": "Empty",
        "language": "python",
        # Without the module site no .pth file is read, so no path leads to src.
        "argv": [sys.executable, "-S", "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "env": {"PYTHONPATH": sysconfig.get_path("purelib")},
    }
    (folder / "kernel.json").write_text(json.dumps(kernel), encoding="utf-8")
