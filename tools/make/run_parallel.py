"""Run shell commands at the same time; if one fails, end the others.

Each runs in a process group of its own, so that what it has started ends with it.
"""

import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from subprocess import Popen
from typing import Any


def run(commands: list[str]) -> bool:
    """Run them, wait for all, and tell whether all went well."""
    # They inherit make's lock: if this process is killed, it's held until they have ended.
    running = [
        Popen(["sh", "-c", command], start_new_session=True, close_fds=False)
        for command in commands
    ]
    with ThreadPoolExecutor(len(running)) as pool:
        try:
            ends = as_completed([pool.submit(process.wait) for process in running])
            return all(end.result() == 0 for end in ends)
        finally:
            for process in running:
                with suppress(ProcessLookupError):  # if all of its group have ended
                    os.killpg(process.pid, signal.SIGTERM)


def end(signal_number: int, frame: Any) -> None:
    """Leave, and let `run` end what it has started."""
    sys.exit(128 + signal_number)


if __name__ == "__main__":
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    if not sys.argv[1:]:
        sys.exit("run_parallel.py must get commands to run.")
    sys.exit(not run(sys.argv[1:]))
