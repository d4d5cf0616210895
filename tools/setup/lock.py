"""Pin the packages that pyproject.toml asks for, and uv, with versions and hashes.

Pins that still fit stay; to take newer versions, delete the lock first.
"""

from pathlib import Path

from tools.setup.bench_environment import LOCK as BENCH_LOCK
from tools.setup.environment import LOCK
from tools.setup.libraries_environment import LOCK as LIBRARIES_LOCK
from tools.setup.rosetta_environment import LOCK as ROSETTA_LOCK
from tools.setup.run import DETAILS, CommandFailed, Problem, main, run
from tools.setup.uv import LOCK as UV_LOCK
from tools.setup.uv import find_uv


def lock() -> None:
    """Make every lock again."""
    uv, settings = find_uv()
    ours = ["pyproject.toml", "--all-extras", "--group", "dev"]
    pin(uv, settings, [*ours, "--python-version", "3.11"], LOCK)
    pin(uv, settings, ["--group", "bench", "--python-version", "3.11"], BENCH_LOCK)
    pin(uv, settings, ["--group", "rosetta", "--python-version", "3.11"], ROSETTA_LOCK)
    libraries = ["pyproject.toml", "--group", "libraries"]
    pin(uv, settings, [*libraries, "--python-version", "3.11"], LIBRARIES_LOCK)
    pin(uv, settings, ["-", "--python-version", "3.9"], UV_LOCK)


def pin(uv: str, settings: dict[str, str], source: list[str], target: Path) -> None:
    """Write one lock."""
    command = [uv, "pip", "compile", "--universal", "--generate-hashes"]
    command += ["--no-header", "--no-annotate", "--output-file", str(target)]
    try:
        run(command + source, text="uv\n", **settings)
    except CommandFailed:
        raise Problem(f"No lock could be made that satisfies pyproject.toml ({DETAILS}).") from None
    print(f"{target} is up to date.")


if __name__ == "__main__":
    main(lock)
