"""Other people's files in docs/_vendor are as they came."""

import hashlib
from pathlib import Path

import pytest

from tests.extensions.conftest import DOCS


@pytest.mark.parametrize("folder", sorted((DOCS / "_vendor").iterdir()), ids=lambda path: path.name)
def test_vendored_files_are_those_of_the_package(folder: Path) -> None:
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    sums = {path: digest for digest, path in (line.split("  ") for line in lines)}
    files = {
        f"./{path.relative_to(folder).as_posix()}": hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in ("README.md", "SHA256SUMS")
    }
    assert files == sums
