"""Let one Sphinx at a time run chapters and write what editions share.

The editions are built at the same time.
Whoever comes second waits here, and then finds the work done.
"""

import fcntl
from functools import partial
from pathlib import Path
from typing import IO, Any

from sphinx.application import Sphinx


def acquire(app: Sphinx, held: list[IO[str]]) -> None:
    """Acquire the build lock; wait while another build holds it."""
    path = Path(app.srcdir, app.config.shared_lock)
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("w")
    fcntl.lockf(file, fcntl.LOCK_EX)
    held.append(file)


def release(app: Sphinx, held: list[IO[str]]) -> None:
    """Release the lock; if the process ends before, the lock ends with it."""
    held.pop().close()


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.add_config_value("shared_lock", "../build/.turn", "", [str])
    held: list[IO[str]] = []
    before_anything_is_written, after_all_of_it = 100, 900
    app.connect("builder-inited", partial(acquire, held=held), before_anything_is_written)
    app.connect("builder-inited", partial(release, held=held), after_all_of_it)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
