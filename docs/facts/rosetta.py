"""What the four trainings of the page on other libraries are checked against."""

import runpy
from pathlib import Path
from typing import Any

XNOR = Path(__file__).parents[1] / "rosetta/xnor.py"


def xnor() -> dict[str, Any]:
    """Return the names of the module that each of them imports, with their values."""
    return runpy.run_path(str(XNOR))
