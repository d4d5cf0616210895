"""Commands that run side by side meet, and none outlives another's failure."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / "tools/make/run_parallel.py"
WAIT = "i=0; while [ ! -e {} ] && [ $i -lt 100 ]; do sleep 0.05; i=$((i+1)); done; [ -e {} ]"


def start(folder: Path, *commands: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, str(TOOL), *commands], cwd=folder, start_new_session=True
    )


def wait_for(folder: Path, name: str) -> str:
    return WAIT.format(folder / name, folder / name)


def has_ended(process: int) -> bool:
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        state = Path(f"/proc/{process}/stat")
        if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
            return True  # ended, but nobody has asked how
        time.sleep(0.05)
    return False


def test_they_run_at_the_same_time(tmp_path: Path) -> None:
    first = f"touch {tmp_path}/a; {wait_for(tmp_path, 'b')}"
    second = f"touch {tmp_path}/b; {wait_for(tmp_path, 'a')}"
    assert start(tmp_path, first, second).wait(20) == 0


@pytest.mark.parametrize("code", [1, 3])
def test_a_failure_ends_the_other_with_what_it_started(tmp_path: Path, code: int) -> None:
    long = "sleep 60 & echo $! > half; mv half process; wait"
    failing = f"{wait_for(tmp_path, 'process')}; exit {code}"
    assert start(tmp_path, long, failing).wait(20) == 1
    assert has_ended(int((tmp_path / "process").read_text()))


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_them_all(tmp_path: Path, how: signal.Signals) -> None:
    long = "sleep 60 & echo $! > half; mv half process; wait"
    running = start(tmp_path, long)
    while not (tmp_path / "process").exists():
        time.sleep(0.05)
    running.send_signal(how)
    assert running.wait(20) == 128 + how
    assert has_ended(int((tmp_path / "process").read_text()))
