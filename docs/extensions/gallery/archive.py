"""Pack files."""

from io import BytesIO
from zipfile import ZipFile, ZipInfo


def packed(files: dict[str, bytes]) -> bytes:
    """Pack files so that the same files always give the same bytes.

    Parameters
    ----------
    files : dict
        What they hold, by their names.

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
            writable.writestr(entry, content)
    return archive.getvalue()
