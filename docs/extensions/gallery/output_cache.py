"""Cache what a chapter's cells print and draw, so that new prose runs none of them again.

sphinx-gallery compares scripts as a whole, and takes no outputs from anywhere else; so the function
in which it runs a script is patched.
The cache lies beside the page, and ``chapters`` removes it with the code's fingerprint.
"""

import json
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx_gallery import gen_rst
from sphinx_gallery.utils import get_md5sum

ENDING = ".outputs.json"

execute_script = gen_rst.execute_script


def execute_or_reuse(
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
    cache = page.with_suffix(ENDING)
    is_run, is_cached = variables["execute_script"], cache.is_file()
    variables["execute_script"] = is_run and not is_cached
    outputs, seconds = execute_script(blocks, variables, *settings)
    if is_cached:
        cached = iter(json.loads(cache.read_text(encoding="utf-8")))
        outputs = [next(cached) if block.type == "code" else "" for block in blocks]
        if is_run:  # as sphinx-gallery notes which script a page shows
            page.with_suffix(".py.md5").write_text(get_md5sum(page, mode="t"), encoding="utf-8")
    elif variables.get("passing"):
        pairs = zip(blocks, outputs, strict=True)
        of_cells = [output for block, output in pairs if block.type == "code"]
        cache.write_text(json.dumps(of_cells), encoding="utf-8")
    return outputs, seconds


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    gen_rst.execute_script = execute_or_reuse
    return {"parallel_read_safe": True, "parallel_write_safe": True}
