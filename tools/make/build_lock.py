"""Run a command while no other make works in this folder.

The lock is on the folder itself, so no file is left behind, and every process that the command
starts inherits it: whoever waits goes on once all of them have ended, however that was.
"""

import fcntl
import os
import sys


def acquire() -> None:
    """Take the lock; if another process has it, say so and wait."""
    folder = os.open(".", os.O_RDONLY)
    os.set_inheritable(folder, True)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("Waiting for another make in this folder ...", file=sys.stderr, flush=True)
        fcntl.flock(folder, fcntl.LOCK_EX)
    except OSError:
        pass  # some network file systems can't lock a folder


def main(command: list[str]) -> None:
    """Take the lock, and become the command."""
    if not command:
        sys.exit("build_lock.py must get a command to run.")
    try:
        acquire()
    except KeyboardInterrupt:
        sys.exit(130)
    os.execvp(command[0], command)


if __name__ == "__main__":
    main(sys.argv[1:])
