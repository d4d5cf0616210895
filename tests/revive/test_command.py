"""The command says what it found, ends as scripts need it, and refuses what it can't read."""

import os
import stat
import subprocess
import sys
from pathlib import Path

from theano_walkthrough.revive.__main__ import FOUND, NOTHING, REFUSED, main

import pytest
import theano

from tests.processes import keeping_code_in, python

OLD = "import theano\nprint 'a'\n"
MENDED = "import theano_walkthrough\nimport theano\nprint('a')\n"
NEITHER = "is neither Python 2 nor Python 3"
DEEP = "its parentheses or operators are nested too deeply"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    """Return what a folder's files hold."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_it_prints_each_line_and_changes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.py").write_text(OLD)
    (folder / "b.py").write_text(MENDED)
    assert main(["a.py", "b.py"]) == FOUND
    assert capsys.readouterr() == (
        "a.py:1: import theano: Theano needs `import theano_walkthrough` above it "
        "(help: import-first)\n"
        "a.py:2: print 'a': in Python 3 it's `print('a')` (help: python-2)\n",
        "",
    )
    assert contents(folder) == {"a.py": OLD.encode(), "b.py": MENDED.encode()}
    assert main(["b.py"]) == NOTHING
    assert capsys.readouterr() == ("", "")


def test_it_writes_what_is_certain_and_says_what_is_left(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.py").write_text(OLD)
    (folder / "b.py").write_text("from numpy import asscalar\n")
    assert main(["--write", "a.py"]) == NOTHING
    assert capsys.readouterr().out.endswith(
        "(help: python-2), mended\na.py: the original is in a.py.orig\n"
    )
    assert main(["b.py", "--write"]) == FOUND
    assert capsys.readouterr().out.endswith("(help: numpy-int), left to you\n")
    kept = {"a.py": MENDED.encode(), "a.py.orig": OLD.encode()}
    kept["b.py"] = b"from numpy import asscalar\n"
    assert contents(folder) == kept
    assert main(["--write", "a.py"]) == NOTHING
    assert capsys.readouterr() == ("", "")
    assert contents(folder) == kept


@pytest.mark.parametrize(
    "text",
    [
        b"\xef\xbb\xbfprint 'a'\r\nif b:\r\n\tprint 'c'  # d\r\n",
        b"# -*- coding: latin-1 -*-\nprint '\xe4'",
        b"print 'a'\rprint 'b'",
        b"print a\n\x0c\nprint b\r\n",
        b"print u'\xc3\xa4'\n\n\n",
    ],
)
def test_bytes_around_what_is_mended_stay(folder: Path, text: bytes) -> None:
    (folder / "a.py").write_bytes(text)
    (folder / "a.py").chmod(0o750)
    assert main(["--write", "a.py"]) == NOTHING
    written = (folder / "a.py").read_bytes()
    back = written.replace(b"print(", b"print ").replace(b")", b"")
    assert back == text.replace(b"u'", b"'")
    assert (folder / "a.py.orig").read_bytes() == text
    assert stat.S_IMODE((folder / "a.py").stat().st_mode) == 0o750
    assert main(["--write", "a.py"]) == NOTHING
    assert (folder / "a.py").read_bytes() == written


def test_an_import_ends_its_line_as_the_others_do(folder: Path) -> None:
    (folder / "a.py").write_bytes(b"import os\r\nimport theano\r\n")
    assert main(["--write", "a.py"]) == NOTHING
    expected = b"import os\r\nimport theano_walkthrough\r\nimport theano\r\n"
    assert (folder / "a.py").read_bytes() == expected


def test_a_link_stays_a_link(folder: Path) -> None:
    (folder / "b").mkdir()
    (folder / "b/c.py").write_text(OLD)
    (folder / "a.py").symlink_to("b/c.py")
    assert main(["--write", "a.py"]) == NOTHING
    assert (folder / "a.py").is_symlink()
    assert contents(folder / "b") == {"c.py": MENDED.encode(), "c.py.orig": OLD.encode()}


def test_another_original_is_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.py").write_text(OLD)
    (folder / "a.py.orig").write_text("other")
    before = contents(folder)
    assert main(["--write", "a.py"]) == REFUSED
    assert capsys.readouterr() == (
        "",
        "a.py: a.py.orig holds another program: move it away, so that it isn't lost\n",
    )
    assert contents(folder) == before


def test_a_write_that_fails_leaves_the_program(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    (folder / "a.py").write_text(OLD)
    monkeypatch.setattr(os, "fsync", full)
    assert main(["--write", "a.py"]) == REFUSED
    assert capsys.readouterr().err == "a.py: it can't be written: No space left on device\n"
    assert contents(folder) == {"a.py": OLD.encode()}


def test_a_file_that_may_only_be_read_stays(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root, who runs this in a container, may write to any: so Python is told otherwise."""
    (folder / "a.py").write_text(OLD)
    monkeypatch.setattr(os, "access", lambda path, kind: kind != os.W_OK)
    assert main(["--write", "a.py"]) == REFUSED
    sentence = "a.py: it may only be read: its owner can let it be written, too\n"
    assert capsys.readouterr() == ("", sentence)
    assert contents(folder) == {"a.py": OLD.encode()}


def test_a_letter_that_the_encoding_lacks_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = b"# -*- coding: ascii -*-\nprint 'a'\n# \xc3\xa4\n"
    (folder / "a.py").write_bytes(text)
    assert main(["--write", "a.py"]) == REFUSED
    assert capsys.readouterr().err == "a.py: line 3 isn't in the encoding ascii\n"
    assert contents(folder) == {"a.py": text}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (b"a = 1\0\n", "it isn't a text: it holds a NUL byte"),
        (b"\xff\xfea\0\n\0", "it isn't a text: it holds a NUL byte"),
        (bytes(range(1, 256)) * 9, "line 2 isn't in the encoding utf-8"),
        (b"a = '\xe4'\n", "its encoding must be UTF-8, or one that it declares"),
        (b"# coding: nonsense\n", "its encoding must be UTF-8, or one that it declares"),
        (b"# coding: rot13\n", "its encoding must be UTF-8, or one that it declares"),
        (b"# coding: utf-16\n", "it can't be in utf-16, which it declares"),
        (b"a = 1\n" * 100_000, "it must have at most 500,000 bytes, got 600,000"),
        (b"a = 1\nthis is no program\n", f"line 2 {NEITHER}"),
        (b"print 'a'\nb = (\n", f"line 2 {NEITHER}"),
        (b"print 'a'\nprint 'b'\nif c:\n    d = 1\n  e = 2\n", f"line 5 {NEITHER}"),
        (b"print 'a'\nb = 'c\nd = 1\n", f"line 2 {NEITHER}"),
        (b"a = " + b"-" * 3_000 + b"1", DEEP),
        (b"a = " + b"-" * 90_000 + b"1", DEEP),
        (b"print 1\na = " + b"not " * 9_000 + b"1", DEEP),
        (b"a = 1" + b" + 1" * 9_000, DEEP),
        (b"a = " + b"(" * 900 + b")" * 900, DEEP),
    ],
)
def test_what_is_no_program_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], text: bytes, sentence: str
) -> None:
    (folder / "a.py").write_bytes(text)
    assert main(["--write", "a.py"]) == REFUSED
    assert capsys.readouterr() == ("", f"a.py: {sentence}\n")
    assert contents(folder) == {"a.py": text}


def test_what_is_no_file_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "link.py").symlink_to("link.py")
    os.mkfifo(folder / "pipe.py")
    (folder / "b.theanorc").write_text("device = gpu\n")
    (folder / "c.theanorc").write_text("[global]\ndevice\n =\n[\n")
    text = "it must be a file with a program, or a .theanorc"
    usage = "python -m theano_walkthrough.revive [--write] program.py …"
    for arguments, sentence in [
        (["nowhere.py"], "nowhere.py: No such file or directory"),
        (["."], f".: {text}"),
        (["link.py"], "link.py: no file can have this name, or it's a link to itself"),
        (["pipe.py"], f"pipe.py: {text}"),
        (["a\0.py"], "a\0.py: no file can have this name, or it's a link to itself"),
        (["a" * 300], f"{'a' * 300}: File name too long"),
        (["b.theanorc"], "b.theanorc: line 1 stands above any [section]"),
        (["c.theanorc"], "c.theanorc: it must hold sections, such as [global], and settings"),
        (["--wirte", "a.py"], f"--wirte: no such option. {usage}"),
        ([], f"usage: {usage}"),
        (["--write"], f"usage: {usage}"),
    ]:
        assert main(arguments) == REFUSED
        assert capsys.readouterr() == ("", f"{sentence}\n")


def test_one_file_that_is_refused_keeps_no_other_from_being_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.py").write_text(OLD)
    assert main(["nowhere.py", "a.py"]) == REFUSED
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_settings_file_is_mended(folder: Path) -> None:
    (folder / "settings").write_text("[global]\ndevice = gpu\nfloatX = float32\n")
    (folder / ".theanorc").symlink_to("settings")
    assert main([".theanorc"]) == FOUND
    assert main(["--write", ".theanorc"]) == NOTHING
    assert (folder / ".theanorc").read_text() == "[global]\nfloatX = float32\n"


def test_a_mended_program_runs_where_there_is_no_home(folder: Path) -> None:
    """The tool neither runs the program nor writes anything elsewhere, as fissix would."""
    (folder / "old.py").write_text(
        "import theano, theano.tensor as T\nopen('ran', 'w')\nx = T.dvector()\nprint 'ä'\n"
        "print theano.function([x], T.flatten(x, outdim=1).sum())([1, 2])\n",
        encoding="utf-8",
    )
    command = ["-m", "theano_walkthrough.revive", "--write", "old.py"]
    flags = keeping_code_in(Path(theano.config.base_compiledir))
    done = python(*command, HOME="/proc/nowhere", THEANO_FLAGS=flags, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (NOTHING, "")
    assert r"old.py:4: print '\xe4': in Python 3 it's `print('\xe4')`" in done.stdout
    assert sorted(contents(folder)) == ["old.py", "old.py.orig"]
    assert python("old.py").stdout == "ä\n3.0\n"
    assert (folder / "ran").is_file()


def test_it_ends_quietly_when_nobody_reads_on(folder: Path) -> None:
    (folder / "a.py").write_text("print 'a'\n" * 1_500)
    command = f"{sys.executable} -m theano_walkthrough.revive a.py | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, encoding="utf-8")
    assert done.stdout == "a.py:1: print 'a': in Python 3 it's `print('a')` (help: python-2)\n"
    assert done.stderr == ""
