"""From a file's bytes to its text, and back to bytes as they were."""

import codecs
import io
import stat
import tokenize
from dataclasses import dataclass
from pathlib import Path

LARGEST = 500_000


class RefusedError(ValueError):
    """A file that can't be read or written; its text is one sentence for the user."""


@dataclass(frozen=True)
class Source:
    """A file's text with a newline character at the end of each line, and how it's stored.

    Attributes
    ----------
    path : Path
        The file itself, not a link to it.
    text : str
        The text.
    stored : bytes
        The file's contents.
    mode : int
        Who may read and write it.
    encoding : str
        How the text is stored.
    newline : str
        What ends each line; "" if they differ, and then the text has them.
    """

    path: Path
    text: str
    stored: bytes
    mode: int
    encoding: str
    newline: str

    def pack(self, text: str) -> bytes:
        """Return the bytes that store another text in the same way."""
        return text.replace("\n", self.newline or "\n").encode(self.encoding)


def read(name: str) -> Source:
    """Return the text of a file.

    Parameters
    ----------
    name : str
        Its path.

    Returns
    -------
    Source
        The text, and how it's stored.

    Raises
    ------
    RefusedError
        If there's no such file, or it's no text that a person wrote.
    """
    try:
        path = Path(name).resolve(strict=True)
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise RefusedError("it must be a file with a program, or a .theanorc")
        if status.st_size > LARGEST:
            raise RefusedError(f"it must have at most {LARGEST:,} bytes, got {status.st_size:,}")
        stored = path.read_bytes()
    except OSError as error:
        raise RefusedError(error.strerror or str(error)) from None
    except (RuntimeError, ValueError) as error:  # a cyclic link; a name that no file can have
        if isinstance(error, RefusedError):
            raise
        raise RefusedError("no file can have this name, or it's a link to itself") from None
    text, encoding = decode(stored)
    newline = one_newline(text)
    if newline:
        text = text.replace(newline, "\n")
    return Source(path, text, stored, stat.S_IMODE(status.st_mode), encoding, newline)


def decode(stored: bytes) -> tuple[str, str]:
    """Return the text that bytes stand for, by the encoding that they declare, and its name."""
    if b"\0" in stored:
        raise RefusedError("it isn't a text: it holds a NUL byte")
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(stored).readline)
        if codecs.lookup(encoding).name.startswith(("utf-16", "utf-32")):
            raise RefusedError(f"it can't be in {encoding}, which it declares")
        return stored.decode(encoding), encoding
    except (SyntaxError, LookupError):
        raise RefusedError("its encoding must be UTF-8, or one that it declares") from None
    except UnicodeDecodeError as error:
        line = stored.count(b"\n", 0, error.start) + 1
        raise RefusedError(f"line {line} isn't in the encoding {encoding}") from None


def one_newline(text: str) -> str:
    """Return what ends every line, or "" if lines differ."""
    pairs = text.count("\r\n")
    counts = {
        "\r\n": pairs,
        "\n": text.count("\n") - pairs,
        "\r": text.count("\r") - pairs,
    }
    used = [newline for newline, count in counts.items() if count]
    return used[0] if len(used) == 1 else "" if used else "\n"
