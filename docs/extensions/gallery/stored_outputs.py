"""Run no cell again when only a chapter's prose has changed.

sphinx-gallery compares scripts as a whole, and has no place to put what a script printed and drew
before; so the function in which it runs one is replaced by another that may know.
What is stored lies beside the page, and ``chapters`` removes it with the code's fingerprint.
"""

import json
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx_gallery import gen_rst
from sphinx_gallery.utils import get_md5sum

ENDING = ".outputs.json"

run_script = gen_rst.execute_script


def run_or_remember(
    blocks: list[Any], variables: dict[str, Any], *settings: Any
) -> tuple[list[str], float]:
    """Return what a script's cells printed and drew, and the seconds that it took.

    Parameters
    ----------
    blocks : list of Block
        The script's prose and cells, by sphinx-gallery.
    variables : dict
        What sphinx-gallery knows of the script; it may be changed.
    *settings
        sphinx-gallery's, and the script's own.

    Returns
    -------
    list of str
        For each block the outputs in reStructuredText; empty for prose.
    float
        The seconds.
    """
    page = Path(variables["target_file"])
    stored = page.with_suffix(ENDING)
    is_run, is_known = variables["execute_script"], stored.is_file()
    variables["execute_script"] = is_run and not is_known
    outputs, seconds = run_script(blocks, variables, *settings)
    if is_known:
        known = iter(json.loads(stored.read_text(encoding="utf-8")))
        outputs = [next(known) if block.type == "code" else "" for block in blocks]
        if is_run:  # as sphinx-gallery notes which script a page shows
            page.with_suffix(".py.md5").write_text(get_md5sum(page, mode="t"), encoding="utf-8")
    elif variables.get("passing"):
        pairs = zip(blocks, outputs, strict=True)
        of_cells = [output for block, output in pairs if block.type == "code"]
        stored.write_text(json.dumps(of_cells), encoding="utf-8")
    return outputs, seconds


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    gen_rst.execute_script = run_or_remember
    return {"parallel_read_safe": True, "parallel_write_safe": True}
