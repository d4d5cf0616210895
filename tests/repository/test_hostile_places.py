"""Where things are not as they should be it works all the same, or ends in one clear sentence.

What may be missing before anything can run is in test_make.py, and compilers in test_runtime.py.
"""

import filecmp
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.processes import keeping_code_in
from tools.publishing import verification

ROOT = Path(__file__).parents[2]
COMPILE = """
import theano_walkthrough, theano, theano.tensor as T
x = T.dvector("x")
print(theano.function([x], T.exp(x) * 2 + x ** 3)([0.0, 0.0]))
"""


@pytest.mark.needs_compiler
def test_two_processes_share_a_new_compile_cache(tmp_path: Path) -> None:
    settings = {"THEANO_FLAGS": f"base_compiledir='{tmp_path}/a cache 缓存'"}
    command = [sys.executable, "-c", COMPILE]
    both = [
        subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | settings)
        for _ in range(2)
    ]
    assert [process.communicate()[0] for process in both] == [b"[2. 2.]\n"] * 2


@pytest.mark.needs_compiler
@pytest.mark.parametrize("room", [0, 4096])
def test_a_full_folder_ends_in_one_sentence(tmp_path: Path, room: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", COMPILE],
        env=os.environ | {"THEANO_FLAGS": f"base_compiledir='{tmp_path}'"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    *_, last = done.stderr.splitlines()
    assert done.returncode == 1
    assert last.startswith("ImportError: Theano can't keep compiled code: [Errno 27]")
    assert last.endswith("Make room there, and in the folder for temporary files.")
    assert "theano/link" not in done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Path]:
    """The repository's files in another folder, with the environment that is there."""
    folder = tmp_path / "another folder 另一个"
    for path in verification.files(ROOT):
        copied = folder / path.relative_to(ROOT)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, copied)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    (folder / "build").mkdir()
    if (ROOT / "build/verified.json").is_file():
        shutil.copy(ROOT / "build/verified.json", folder / "build")
    yield folder
    shutil.rmtree(folder)


def leave_out_books(site: Path) -> None:
    """Take away what make book has added to what make html makes."""
    for edition in site.glob("*/"):
        for book in edition.glob("theano-walkthrough.*"):
            book.unlink()
            page = edition / "index.html"
            text = page.read_text(encoding="utf-8")
            link = re.compile(rf'\s*<li><a href="{re.escape(book.name)}".*?</li>')
            page.write_text(link.sub("", text), encoding="utf-8")


def differences(one: Path, other: Path) -> list[str]:
    """Return the files that differ, or are in one of two folders only."""
    compared = filecmp.dircmp(one, other, ignore=[])
    found = [*compared.left_only, *compared.right_only, *compared.funny_files]
    found += filecmp.cmpfiles(one, other, compared.common_files, shallow=False)[1]
    for name in compared.common_dirs:
        found += [f"{name}/{path}" for path in differences(one / name, other / name)]
    return found


def test_another_build_gives_the_same_bytes(copy: Path) -> None:
    """In another folder, on another day, without a home, a locale or a network."""
    day = time.strptime(f"{time.gmtime().tm_year}-01-01", "%Y-%m-%d")
    done = subprocess.run(
        ["make", "html"],
        cwd=copy,
        env={
            "PATH": os.environ["PATH"],
            "HOME": "/proc/nowhere",
            "LANG": "C",
            "SOURCE_DATE_EPOCH": str(int(time.mktime(day))),
            "THEANO_FLAGS": keeping_code_in(ROOT / "build" / "theano"),
            **{f"{kind}_proxy": "http://127.0.0.1:9" for kind in ("http", "https")},
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    published = copy.with_name("published")
    shutil.copytree(ROOT / "build/html", published)
    leave_out_books(published)
    assert differences(published, copy / "build/html") == []
    assert (copy / "build/html/en/index.html").is_file()
