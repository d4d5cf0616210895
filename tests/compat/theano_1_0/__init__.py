"""The names of Theano 1.0, each program in a process of its own: they change Theano for good."""

import json
from pathlib import Path
from typing import Any

from tests.processes import answer

HERE = Path(__file__).parent


def answers_of(program: str) -> Any:
    """Run one of the programs in this folder, and return what it prints."""
    return json.loads(answer("-W", "ignore", HERE / program))
