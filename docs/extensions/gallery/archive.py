"""Pack files."""

from collections.abc import Container
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo


def packed(files: dict[str, bytes], compressed: Container[str] = ()) -> bytes:
    """Pack files so that the same files always give the same bytes.

    Parameters
    ----------
    files : dict
        What they hold, by their names.
    compressed : container of str, default ()
        The names of those to compress.

    Returns
    -------
    bytes
        A ZIP archive.
    """
    archive = BytesIO()
    with ZipFile(archive, "w") as writable:
        for name, content in files.items():
            entry = ZipInfo(name)  # dated 1980
            entry.external_attr = 0o644 << 16
            kind = ZIP_DEFLATED if name in compressed else ZIP_STORED
            writable.writestr(entry, content, kind)
    return archive.getvalue()
