"""A digest of files: of their places and contents, whatever their times are."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest(files: Iterable[Path], root: Path) -> str:
    """Return what changes with any of these files.

    Parameters
    ----------
    files : iterable of Path
        The files, always in the same order.
    root : Path
        The folder to which their places are relative.

    Returns
    -------
    str
        Hexadecimal digits.
    """
    whole = hashlib.sha256()
    for path in files:
        whole.update(path.relative_to(root).as_posix().encode() + b"\0")
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()
