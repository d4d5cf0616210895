"""Downloads, run as a reader would run them: in a folder of their own."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from extensions.gallery.expected_output import read_cell, visible
from tests.site.conftest import CHAPTERS, download


@pytest.mark.parametrize("chapter", CHAPTERS)
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
    assert visible(run.stdout) == "".join(visible(out) for out in expected_outputs(chapter))


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_notebook_runs_and_prints_what_it_promises(chapter: str, tmp_path: Path) -> None:
    notebook = nbformat.read(download(chapter, ".ipynb"), as_version=4)
    NotebookClient(
        notebook, kernel_name="python3", resources={"metadata": {"path": tmp_path}}
    ).execute()
    for cell in notebook.cells:
        if cell.cell_type == "code":
            printed = "".join(
                output.text for output in cell.outputs if output.output_type == "stream"
            )
            assert visible(printed) == visible(read_cell(cell.source).expected)


def expected_outputs(chapter: str) -> list[str]:
    """Return what a chapter's cells must print, one after the other."""
    notebook = nbformat.read(download(chapter, ".ipynb"), as_version=4)
    cells = [read_cell(cell.source) for cell in notebook.cells if cell.cell_type == "code"]
    return [cell.expected for cell in cells if cell.expected]
