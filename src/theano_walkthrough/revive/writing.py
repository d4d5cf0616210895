"""Write a mended program in place of the old one, which stays beside it."""

import os
import tempfile
from pathlib import Path

from theano_walkthrough.revive.reading import RefusedError, Source


def write(source: Source, text: str) -> Path:
    """Write a text in place of a file's, and leave the original beside it.

    Parameters
    ----------
    source : Source
        The file as it was read.
    text : str
        The new text.

    Returns
    -------
    Path
        Where the original is.

    Raises
    ------
    RefusedError
        If there's another original already, or the file or its folder can't be written.
    """
    original = source.path.with_name(source.path.name + ".orig")
    try:
        if not os.access(source.path, os.W_OK):
            raise RefusedError("it may only be read: its owner can let it be written, too")
        if original.is_symlink() or (original.exists() and not original.is_file()):
            raise RefusedError(f"{original.name} is no file that can keep the original")
        if original.exists() and original.read_bytes() != source.stored:
            raise RefusedError(
                f"{original.name} holds another program: move it away, so that it isn't lost"
            )
        packed = source.pack(text)
        if not original.exists():
            put(original, source.stored, source.mode)
        put(source.path, packed, source.mode)
    except OSError as error:
        raise RefusedError(f"it can't be written: {error.strerror or error}") from None
    except UnicodeEncodeError:
        raise RefusedError(f"the mended text can't be stored in {source.encoding}") from None
    return original


def put(path: Path, contents: bytes, mode: int) -> None:
    """Write a file as a whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(contents)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
