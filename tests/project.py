"""A copy of the files behind the commands, with a uv and a Python that only pretend.

No other program is there than those that the commands may rely on.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
RELIED_ON = ["awk", "bash", "dirname", "find", "make", "mkdir", "rm", "sh", "sleep", "test"]
ONLY_FOR_THE_FAKES = ["cat", "chmod", "cp", "touch"]

# Notes what it's asked; makes an environment whose Python is the fake below; may fail or hang.
FAKE_UV = """#!/bin/sh
echo "uv $*" >> "$NOTES"
case "$1" in
--version) echo "uv ${UV_VERSION_SHOWN:-99.0.0} (somewhere)" ;;
venv)
    if [ "$NO_PYTHON" ]; then echo "error: No interpreter found for Python 3.11"; exit 2; fi
    for folder; do :; done  # the last argument
    rm -rf "$folder"
    mkdir -p "$folder/bin" "$folder/lib/python3.11/site-packages"
    cp "$FAKE_PYTHON" "$folder/bin/python"
    ;;
pip)
    if [ "$2" = "$FAILS_TO" ]; then exit 1; fi
    if [ "$HANG" ]; then exec sleep 60; fi
    if [ "$UV_SAYS" ]; then echo "$UV_SAYS"; exit 1; fi
    ;;
esac
"""

# Stands for the environment's Python: notes what it's asked, and may wait for a file, fail, or
# kill the shell that runs it, having left something behind. For it, no site is up to date.
FAKE_PYTHON = """#!/bin/sh
echo "python $* PYTENSOR_FLAGS=$PYTENSOR_FLAGS THEANO_FLAGS=$THEANO_FLAGS" >> "$NOTES"
for folder in build/doctrees/pages/* build/doctrees/doctest; do
    case "$*" in *"-d $folder "*) touch "$folder/read" ;; esac
done
case "$*" in *"publishing.up_to_date "*) exit "${UP_TO_DATE:-1}" ;; esac
if [ "$WAITS_FOR" ]; then
    i=0
    while [ ! -e "$WAITS_FOR" ] && [ $((i += 1)) -lt 1000 ]; do sleep 0.02; done
    echo "went on" >> "$NOTES"
fi
case "$*" in
*"$KILLS"*) if [ "$KILLS" ]; then kill -9 "$PPID"; sleep 1; fi ;;
esac
case "$*" in
*"$FAILS"*) if [ "$FAILS" ]; then echo "${SAYS:-it failed}"; exit 1; fi ;;
esac
"""

Done = subprocess.CompletedProcess[str]


class Project:
    """The copy, in a folder with a difficult name."""

    def __init__(self, folder: Path, name: str = 'o\'brien, a "b" $HOME 神经') -> None:
        self.folder = folder / name
        self.folder.mkdir()
        for file in ("Makefile", "requirements.lock"):
            shutil.copy(ROOT / file, self.folder)
        for part in ("tools", ".ci"):
            shutil.copytree(
                ROOT / part, self.folder / part, ignore=shutil.ignore_patterns("__pycache__")
            )
        for part in ("docs/chapters", "src", "tests"):
            (self.folder / part).mkdir(parents=True)
        shutil.copy(ROOT / "docs/languages.txt", self.folder / "docs")
        self.programs = folder / "programs"
        self.programs.mkdir()
        for program in RELIED_ON + ONLY_FOR_THE_FAKES:
            (self.programs / program).symlink_to(str(shutil.which(program)))
        (self.programs / "python3").symlink_to(sys.executable)
        self.write_program("uv", FAKE_UV)
        self.notes = folder / "notes"
        self.notes.touch()
        self.environment = {
            "PATH": str(self.programs),
            "HOME": str(folder),
            "LANG": "C",
            "NOTES": str(self.notes),
            "FAKE_PYTHON": str(self.write_program("fake-python", FAKE_PYTHON)),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self.ready = self.folder / ".venv" / ".ready"

    def write_program(self, name: str, text: str) -> Path:
        program = self.programs / name
        program.write_text(text)
        program.chmod(0o755)
        return program

    def make(self, *targets: str, **settings: str) -> Done:
        return self.run("make", *targets, **settings)

    def run(self, *command: str, **settings: str) -> Done:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment | settings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )

    def start(self, *targets: str, **settings: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            ["make", *targets],
            cwd=self.folder,
            env=self.environment | settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )

    def noted(self, start: str) -> list[str]:
        return [line for line in self.notes.read_text().splitlines() if line.startswith(start)]


def only_sentence(result: Done) -> str:
    """Return what a failed command says, which must be one line besides make's own."""
    assert result.returncode != 0
    said = [line for line in result.stderr.splitlines() if not re.match(r"make(\[\d\])?: ", line)]
    assert len(said) == 1, said
    assert re.fullmatch(r"\S.*\w.*[.]", said[0])
    assert "Error" not in said[0]
    return said[0]
